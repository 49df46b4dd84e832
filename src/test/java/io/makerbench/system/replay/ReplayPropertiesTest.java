package io.makerbench.system.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.book.OrderLatency;
import io.makerbench.random.RandomStream;
import io.makerbench.tape.Tape;
import io.makerbench.tape.Trades;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must hold whatever the market, the policy and the settings. */
class ReplayPropertiesTest {
  private static final double MAKER = 0.2e-4;
  private static final double TAKER = 5e-4;

  @Property(tries = 60)
  void moneyLotsAndLimitsAreConserved(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @IntRange(max = 30) int latency,
      @ForAll @IntRange(max = 40) int response,
      @ForAll("rules") FillRule rule)
      throws IOException {
    Terms terms =
        Scene.terms(
            rule,
            Mode.CORRECTED,
            new OrderLatency(latency, latency + 3, latency + 1, response),
            0.2,
            5);
    Path folder = Files.createTempDirectory("replay-properties");
    try (Tape tape = RandomTape.of(seed, 300).write(folder)) {
      check(new Watched(tape, terms, seed), terms, tape);
      Files.delete(tape.path());
    } finally {
      Files.delete(folder);
    }
  }

  private static void check(Watched run, Terms terms, Tape tape) {
    double cash = terms.initialCash();
    double costs = 0;
    long position = 0;
    for (FillLog.Execution fill : run.fills) {
      double value = fill.price() * 0.1 * fill.size() * 0.001;
      double cost = value * (fill.maker() ? MAKER : TAKER);
      assertEquals(cost, fill.cost(), 1e-12);
      costs += cost;
      cash -= fill.sign() * value + cost;
      position += fill.sign() * fill.size();
      assertTrue(fill.size() > 0);
      assertTrue(Math.abs(position) <= terms.maxInventory(), "position " + position);
    }
    assertEquals(cash, run.copy.account.cash, 1e-9);
    assertEquals(costs, run.copy.account.totalCost, 1e-12);
    assertEquals(position, run.copy.account.inventory);
    assertEquals(0, position);
    assertTradesAreGivenAwayOnce(run.fills, tape.trades());
  }

  /** Partial executions come from trades; together they never exceed what was traded then. */
  private static void assertTradesAreGivenAwayOnce(
      List<FillLog.Execution> fills, Trades trades) {
    for (FillLog.Execution partial : fills) {
      long traded = 0;
      for (long r = 0; r < trades.rows(); r++) {
        traded += trades.exchangeTime(r) == partial.timeNs() ? trades.size(r) : 0;
      }
      long executed =
          fills.stream()
              .filter(f -> f.timeNs() == partial.timeNs() && f.maker() && !crossed(f))
              .mapToLong(FillLog.Execution::size)
              .sum();
      if (partial.maker() && !crossed(partial) && traded > 0) {
        assertTrue(executed <= traded + 20, executed + " of " + traded);
      }
    }
  }

  private static boolean crossed(FillLog.Execution fill) {
    return fill.sign() > 0 ? fill.price() >= fill.bestAsk() : fill.price() <= fill.bestBid();
  }

  /** A run with random decisions that notes what was asked for. */
  private static final class Watched {
    final List<FillLog.Execution> fills = new ArrayList<>();
    final Simulation copy;

    Watched(Tape tape, Terms terms, long seed) {
      RandomStream random = RandomStream.named(seed, "watched", 0);
      copy =
          new Simulation(
              new Stretch[] {Scene.stretch(tape, terms.mode())},
              terms,
              Scene.ALL_BLOCKS,
              Scene.TIMEOUT_SEC,
              (fill, _) -> fills.add(fill));
      copy.begin();
      while (!copy.over()) {
        if (random.nextInt(3) > 0) {
          copy.decide(random.nextInt(17) - 1);
        }
        step(terms);
      }
    }

    private void step(Terms terms) {
      long[] bidBefore = {copy.exchange.bid.remaining, copy.exchange.bid.arrival};
      long[] askBefore = {copy.exchange.ask.remaining, copy.exchange.ask.arrival};
      int filled = fills.size();
      copy.advance();
      boolean orders =
          bidBefore[0] > 0
              || askBefore[0] > 0
              || bidBefore[1] != OrderSlot.NEVER
              || askBefore[1] != OrderSlot.NEVER;
      boolean noLatency = terms.latency().place() == 0;
      boolean late = terms.latency().response() > 0;
      if (!orders && !noLatency && !late && !copy.over()) {
        long earliest = copy.exchange.bid.sent + terms.latency().place();
        for (FillLog.Execution fill : fills.subList(filled, fills.size())) {
          OrderSlot slot = fill.sign() > 0 ? copy.exchange.bid : copy.exchange.ask;
          earliest = slot.sent + terms.latency().place();
          assertTrue(fill.timeNs() >= earliest, "filled before it arrived");
        }
      }
    }
  }

  @Provide
  Arbitrary<FillRule> rules() {
    return Arbitraries.of(FillRule.TOUCH, FillRule.CROSS, FillRule.RISK_AVERSE);
  }
}
