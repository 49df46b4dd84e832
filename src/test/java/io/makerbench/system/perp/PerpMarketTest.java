package io.makerbench.system.perp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import io.makerbench.system.TradingSystem.Place;
import io.makerbench.system.Window;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerpMarketTest {
  @ParameterizedTest
  @ValueSource(strings = {"heuristic", "modulating", "do_nothing"})
  void anEpisodesAccountAddsUpFromItsFills(String baseline) {
    PerpConfig config =
        PerpConfigs.of("{\"max_ticks\": 200, \"evaluation_windows\": 2, \"mode\": \"published\"}");
    try (PerpMarket market = new PerpMarket(config)) {
      Window window = market.evaluationWindows().getLast();
      Episode episode = market.run(market.baseline(baseline), window);
      assertEquals(201, episode.ticks());
      double cash = 0;
      double held = 0;
      for (Fill fill : episode.fills()) {
        cash -= fill.side().sign() * fill.quantity() * fill.price() + fill.cost();
        held += fill.side().sign() * fill.quantity();
        assertEquals(cash, fill.cash(), 1e-6);
        assertEquals(held, fill.inventory(), 1e-9);
      }
      assertEquals(0, held, 1e-9);
      assertEquals(episode.equity()[200], episode.realisedPnl(), 1e-6);
    }
  }

  @Test
  void episodesTooLongForMemoryAreRefusedInWords() {
    String venues =
        IntStream.range(0, 60)
            .mapToObj(v -> "{\"name\": \"v" + v + "\"}")
            .collect(Collectors.joining(","));
    String keys = "{\"max_ticks\": %d, \"venues\": [" + venues + "]}";
    PerpMarket small = new PerpMarket(PerpConfigs.of(keys.formatted(1000)));
    assertEquals(20, small.evaluationWindows().size());
    PerpConfig config = PerpConfigs.of(keys.formatted(1_000_000));
    PerpMarket large = new PerpMarket(config);
    String words = assertThrows(InputException.class, large::evaluationWindows).getMessage();
    assertTrue(words.contains("max_ticks is 1000000") && words.contains("at most"), words);
    assertThrows(
        InputException.class,
        () ->
            Dataset.write(
                config,
                new Place(null, Path.of(".")),
                new DatasetJob(8, 8, 1, "heuristic", 0),
                Path.of("nowhere")));
  }

  @Test
  void everyPolicyMeetsTheSameMarket() {
    PerpConfig config = PerpConfigs.of("{\"max_ticks\": 50, \"randomisation\": \"full\"}");
    try (PerpMarket market = new PerpMarket(config)) {
      Window window = market.evaluationWindows().getFirst();
      Episode one = market.run(market.baseline("heuristic"), window);
      Episode two = market.run(market.baseline("do_nothing"), window);
      assertArrayEquals(one.mid(), two.mid());
      assertArrayEquals(one.equity(), market.run(market.baseline("heuristic"), window).equity());
      assertTrue(one.fills().size() > two.fills().size());
    }
  }

  @Test
  void unknownBaselinesAreNamed() {
    try (PerpMarket market = new PerpMarket(PerpConfigs.of("{}"))) {
      InputException thrown =
          assertThrows(InputException.class, () -> market.baseline("symmetric"));
      assertTrue(thrown.getMessage().contains("heuristic, modulating, do_nothing"));
    }
  }

  @Test
  void aShockMustNameAVenueThatIsThere() {
    InputException thrown =
        assertThrows(InputException.class, () -> PerpConfigs.of("{\"shocks\": [{\"venue\": 5}]}"));
    assertTrue(thrown.getMessage().contains("venues are 0 to 4"), thrown.getMessage());
  }
}
