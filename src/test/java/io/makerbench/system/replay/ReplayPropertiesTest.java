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

/** What must hold whatever the market, the decisions and the settings. */
class ReplayPropertiesTest {
  private static final double MAKER = 0.2e-4;
  private static final double TAKER = 5e-4;

  private record Request(int sign, long earliestArrival, long size) {}

  @Property(tries = 80)
  void moneyLotsTimeAndLimitsAreKept(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @IntRange(max = 30) int latency,
      @ForAll @IntRange(max = 40) int response,
      @ForAll("rules") FillRule rule)
      throws IOException {
    OrderLatency ms = new OrderLatency(latency, latency + 3, latency + 1, response);
    Terms terms = Scene.terms(rule, Mode.CORRECTED, ms, 0.2, 5);
    Path folder = Files.createTempDirectory("replay-properties");
    try (Tape tape = RandomTape.of(seed, 300).write(folder)) {
      RandomRun run = new RandomRun(tape, terms, seed);
      assertAccountFollowsFromFills(run, terms);
      assertFillsFollowFromRequests(run);
      if (rule != FillRule.TOUCH) {
        assertTradesAreGivenAwayOnce(run.fills, tape.trades());
      }
      Files.delete(tape.path());
    } finally {
      Files.delete(folder);
    }
  }

  private static void assertAccountFollowsFromFills(RandomRun run, Terms terms) {
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
      assertTrue(Math.abs(position) <= terms.maxInventory(), "position " + position);
    }
    assertEquals(cash, run.copy.account.cash, 1e-9);
    assertEquals(costs, run.copy.account.totalCost, 1e-12);
    assertEquals(0, position);
    assertEquals(0, run.copy.account.inventory);
  }

  /** At any time no more was executed on a side than had been asked for and could have arrived. */
  private static void assertFillsFollowFromRequests(RandomRun run) {
    long bought = 0;
    long sold = 0;
    for (FillLog.Execution fill : run.fills) {
      if (!fill.squareOff()) {
        bought += fill.sign() > 0 ? fill.size() : 0;
        sold += fill.sign() < 0 ? fill.size() : 0;
        long executed = fill.sign() > 0 ? bought : sold;
        long asked =
            run.requests.stream()
                .filter(r -> r.sign() == fill.sign() && r.earliestArrival() <= fill.timeNs())
                .mapToLong(Request::size)
                .sum();
        assertTrue(executed <= asked, executed + " executed of " + asked + " asked for");
      }
    }
  }

  private static void assertTradesAreGivenAwayOnce(List<FillLog.Execution> fills, Trades trades) {
    for (FillLog.Execution fill : fills) {
      if (fromTrade(fill)) {
        long traded = 0;
        for (long r = 0; r < trades.rows(); r++) {
          traded += trades.exchangeTime(r) == fill.timeNs() ? trades.size(r) : 0;
        }
        long executed =
            fills.stream()
                .filter(other -> other.timeNs() == fill.timeNs() && fromTrade(other))
                .mapToLong(FillLog.Execution::size)
                .sum();
        assertTrue(executed <= traded, executed + " executed of " + traded + " traded");
      }
    }
  }

  /** A resting order that the opposite touch had not reached. */
  private static boolean fromTrade(FillLog.Execution fill) {
    boolean reached =
        fill.sign() > 0 ? fill.price() >= fill.bestAsk() : fill.price() <= fill.bestBid();
    return fill.maker() && !reached;
  }

  /** A run with random decisions at random ticks that notes what was asked for. */
  private static final class RandomRun {
    final List<FillLog.Execution> fills = new ArrayList<>();
    final List<Request> requests = new ArrayList<>();
    final Simulation copy;

    RandomRun(Tape tape, Terms terms, long seed) {
      RandomStream random = RandomStream.named(seed, "decisions", 0);
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
          copy.decide(random.nextInt(QuoteGrid.ACTIONS + 1) - 1);
        }
        boolean bidWanted = copy.exchange.bid.wanted;
        boolean askWanted = copy.exchange.ask.wanted;
        copy.advance();
        note(copy.exchange.bid, bidWanted, terms);
        note(copy.exchange.ask, askWanted, terms);
      }
    }

    /** What was wanted is no longer when it has been sent. */
    private void note(OrderSlot slot, boolean wantedBefore, Terms terms) {
      if (wantedBefore && !slot.wanted && slot.wantedSize > 0) {
        requests.add(new Request(slot.sign, slot.sent + terms.latency().place(), slot.wantedSize));
      }
    }
  }

  @Provide
  Arbitrary<FillRule> rules() {
    return Arbitraries.of(
        FillRule.TOUCH, FillRule.CROSS, FillRule.RISK_AVERSE, FillRule.PROBABILITY);
  }
}
