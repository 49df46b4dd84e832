package io.makerbench.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.env.Episode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegimeTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void theMarketIsMeasuredByMidAndSpread() {
    Episode episode =
        MadeEpisodes.of(
            new long[] {0, SECOND, 4 * SECOND},
            new double[] {100, 101, 100},
            new double[3],
            List.of());
    MarketState state = MarketState.of(episode);
    double change = Math.log(1.01);
    assertEquals(1e4 * Math.sqrt(2 * change * change / 4), state.volatility(), 1e-9);
    assertEquals(1e4 * (0.1 / 100 + 3 * 0.1 / 101) / 4, state.spread(), 1e-9);
    assertEquals(0, state.drift(), 1e-12);
  }

  @Test
  void windowsFallIntoThirds() {
    List<MarketState> states =
        IntStream.of(4, 1, 7, 2, 6, 3, 5)
            .mapToObj(i -> new MarketState("w" + i, i, Double.NaN, -i))
            .toList();
    List<Regime.Group> groups = Regime.VOLATILITY.groups(states);
    assertEquals(List.of("calm", "lively", "wild"), groups.stream().map(g -> g.name()).toList());
    assertEquals(List.of("w1", "w2"), groups.get(0).windows());
    assertEquals(List.of("w3", "w4"), groups.get(1).windows());
    assertEquals(List.of("w5", "w6", "w7"), groups.get(2).windows());
    assertEquals(List.of("w7", "w6"), Regime.DRIFT.groups(states).getFirst().windows());
    assertEquals(List.of(), Regime.SPREAD.groups(states));
    assertEquals(
        List.of("calm", "wild"),
        Regime.VOLATILITY.groups(states.subList(0, 2)).stream().map(g -> g.name()).toList());
  }

  @Test
  void boxesAreTukeys() {
    BoxFigures box = BoxFigures.of(new double[] {100, 1, 2, 3, 4});
    assertEquals(new BoxFigures(1, 2, 3, 4, 4, 22), box);
    assertEquals(new BoxFigures(7, 7, 7, 7, 7, 7), BoxFigures.of(new double[] {7}));
  }
}
