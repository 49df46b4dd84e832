package io.makerbench.system.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.ConservationCheck;
import io.makerbench.book.Contract;
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
  private static final Contract INVERSE = new Contract(Contract.Kind.INVERSE, 100);

  @Property(tries = 80)
  void moneyLotsTimeAndLimitsAreKept(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @IntRange(max = 30) int latency,
      @ForAll @IntRange(max = 40) int response,
      @ForAll("rules") FillRule rule,
      @ForAll boolean impact,
      @ForAll boolean inverse,
      @ForAll boolean drawn)
      throws IOException {
    OrderLatency ms = new OrderLatency(latency, latency + 3, latency + 1, response);
    // The price is about 60,000, so some orders of one lot are too small.
    TestTerms terms = new TestTerms().latency(ms).fees(0.2, 5).minNotional(inverse ? 0 : 60);
    if (drawn) {
      terms.drawn(5, seed);
    }
    if (impact) {
      terms.impactKept();
    }
    terms.contract(inverse ? INVERSE : Contract.SPOT);
    Path folder = Files.createTempDirectory("replay-properties");
    try (Tape tape = RandomTape.of(seed, 300).write(folder)) {
      RandomRun run = new RandomRun(tape, terms.of(rule, Mode.CORRECTED), seed);
      ConservationCheck.accounts(run.recorder.episode("random", "whole"));
      assertLimitsAreKept(run.fills);
      assertFillsFollowFromRequests(run);
      if (rule != FillRule.TOUCH && !impact) {
        assertTradesAreGivenAwayOnce(run.fills, tape.trades());
      }
      Files.delete(tape.path());
    } finally {
      Files.delete(folder);
    }
  }

  private static void assertLimitsAreKept(List<FillLog.Execution> fills) {
    long position = 0;
    for (FillLog.Execution fill : fills) {
      position += fill.sign() * fill.size();
      assertTrue(Math.abs(position) <= 10, "position " + position);
    }
    assertEquals(0, position);
  }

  /** At any time no more was executed on a side than had been asked for and could have arrived. */
  private static void assertFillsFollowFromRequests(RandomRun run) {
    for (FillLog.Execution fill : run.fills) {
      if (!fill.squareOff()) {
        run.check.executed(fill.sign(), fill.size(), fill.timeNs());
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
    final ConservationCheck check = new ConservationCheck();
    final EpisodeRecorder recorder;
    final Simulation copy;

    RandomRun(Tape tape, Terms terms, long seed) {
      RandomStream random = RandomStream.named(seed, "decisions", 0);
      Stretch stretch = Scene.stretch(tape, terms.mode());
      recorder = new EpisodeRecorder(terms, "rules", stretch.ticks);
      copy =
          new Simulation(
              new Stretch[] {stretch},
              terms,
              Scene.ALL_BLOCKS,
              Scene.TIMEOUT_SEC,
              (fill, account) -> {
                fills.add(fill);
                recorder.filled(fill, account);
              });
      double reward = copy.begin();
      while (!copy.over()) {
        if (random.nextInt(3) > 0) {
          copy.decide(random.nextInt(QuoteGrid.ACTIONS + 1) - 1);
        }
        recorder.tick(copy, reward, -1, false);
        boolean bidWanted = copy.exchange.bid.wanted;
        boolean askWanted = copy.exchange.ask.wanted;
        reward = copy.advance();
        note(copy.exchange.bid, bidWanted, terms);
        note(copy.exchange.ask, askWanted, terms);
      }
      recorder.tick(copy, reward, -1, false);
    }

    /** What was wanted is no longer when it has been sent. */
    private void note(OrderSlot slot, boolean wantedBefore, Terms terms) {
      if (wantedBefore && !slot.wanted && slot.wantedSize > 0) {
        check.asked(slot.sign, slot.wantedSize, slot.sent + terms.latency().place());
      }
    }
  }

  @Provide
  Arbitrary<FillRule> rules() {
    return Arbitraries.of(
        FillRule.TOUCH, FillRule.CROSS, FillRule.RISK_AVERSE, FillRule.PROBABILITY);
  }
}
