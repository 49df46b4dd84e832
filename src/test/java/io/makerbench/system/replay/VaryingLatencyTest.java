package io.makerbench.system.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.book.LogNormalLatency;
import io.makerbench.book.OrderLatency;
import io.makerbench.book.RecordedLatency;
import io.makerbench.random.RandomStream;
import io.makerbench.tape.Tape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests, answers and market data that take other times from one to the next. */
class VaryingLatencyTest {
  private static final long MS = TestTape.MS;
  @TempDir Path folder;

  private static TestTape every(long stepMs, int count) {
    TestTape tape = new TestTape();
    for (int i = 0; i < count; i++) {
      tape.book(i * stepMs, 1000, 1001);
    }
    return tape;
  }

  private static long at(long ms) {
    return TestTape.at(ms);
  }

  @Test
  void requestsTravelAsLongAsRecordedThen() {
    // 10 ms at 0 ms, 30 ms at 20 ms and after; 5 ms back.
    RecordedLatency recorded =
        new RecordedLatency(
            new long[] {at(0), at(20)}, new long[] {at(10), at(50)}, new long[] {at(15), at(55)});
    Terms terms = new TestTerms().travel(recorded).of(FillRule.CROSS, Mode.CORRECTED);
    try (Scene scene = new Scene(every(10, 12), folder, terms).wantBid(1000, 1).ticks(2)) {
      assertEquals(at(10), scene.bid().knownActivation);
      scene.wantBid(999, 1).ticks(1);
      assertEquals(at(50), scene.bid().arrival);
      scene.ticks(1);
      assertEquals(1000, scene.bid().price);
      scene.ticks(1);
      assertEquals(999, scene.bid().price);
      assertTrue(scene.bid().underWay); // answered at 55 ms
      scene.ticks(1);
      assertFalse(scene.bid().underWay);
    }
  }

  @Test
  void anOrderThatIsLateMissesTheTradeItWasMeantFor() {
    TestTape tape = every(10, 2).trade(15, -1, 990, 5).book(20, 1000, 1001).book(40, 1000, 1001);
    Terms inTime = new TestTerms().of(FillRule.CROSS, Mode.CORRECTED);
    Terms late =
        new TestTerms().latency(new OrderLatency(16, 16, 16, 0)).of(FillRule.CROSS, Mode.CORRECTED);
    try (Scene scene = new Scene(tape, folder, inTime).wantBid(1000, 1).ticks(2)) {
      assertEquals(1, scene.inventory());
    }
    try (Scene scene = new Scene(tape, folder, late).wantBid(1000, 1).ticks(3)) {
      assertEquals(0, scene.inventory());
      assertEquals(1, scene.bid().remaining);
    }
  }

  @Test
  void aRefusedRequestHasNoEffectAndIsAnsweredAfterTheRoundTrip() {
    RecordedLatency recorded =
        new RecordedLatency(
            new long[] {at(0), at(20), at(40), at(100)},
            new long[] {at(5), 0, at(45), at(105)},
            new long[] {at(6), at(45), at(46), at(106)});
    Terms terms = new TestTerms().travel(recorded).of(FillRule.CROSS, Mode.CORRECTED);
    TestTape tape = every(10, 4).trade(35, -1, 990, 5);
    for (int i = 4; i < 12; i++) {
      tape.book(10 * i, 1000, 1001);
    }
    // Sent at 0 ms, between a taken and a refused request: refused, heard of at 6 ms.
    try (Scene scene = new Scene(tape, folder, terms).wantBid(1000, 1).ticks(1)) {
      assertEquals(0, scene.bid().remaining);
      assertFalse(scene.bid().underWay);
      assertEquals(1, scene.copy.exchange.refusals);
      scene.ticks(1).wantBid(1000, 1).ticks(1); // sent at 20 ms, heard of at 45 ms
      assertTrue(scene.bid().underWay);
      scene.ticks(1);
      assertTrue(scene.bid().underWay);
      scene.ticks(1);
      assertFalse(scene.bid().underWay);
      assertEquals(2, scene.copy.exchange.refusals);
      assertEquals(0, scene.inventory());
      scene.wantBid(1000, 1).ticks(1); // sent at 50 ms between taken requests
      assertEquals(1, scene.bid().remaining);
    }
  }

  @Test
  void noAnswerOvertakesAnother() {
    // What leaves at 10 ms is 50 ms on its way, what leaves at 30 ms only 5.
    RecordedLatency recorded =
        new RecordedLatency(
            new long[] {at(0), at(20)}, new long[] {at(10), at(30)}, new long[] {at(60), at(35)});
    Terms terms = new TestTerms().travel(recorded).of(FillRule.CROSS, Mode.CORRECTED);
    TestTape tape = every(10, 3).trade(30, -1, 990, 1);
    for (int i = 3; i < 12; i++) {
      tape.book(10 * i, 1000, 1001);
    }
    try (Scene scene = new Scene(tape, folder, terms).wantBid(1000, 2).ticks(5)) {
      assertEquals(1, scene.bid().remaining); // executed at 30 ms
      assertEquals(0, scene.inventory()); // and not heard of before the acceptance
      assertTrue(scene.bid().underWay);
      scene.ticks(1);
      assertEquals(1, scene.inventory());
      assertFalse(scene.bid().underWay);
    }
  }

  @Test
  void drawnTimesContinueFromASavedCopy() throws IOException {
    Terms terms = drawn(7);
    try (Tape tape = RandomTape.of(3, 200).andQuiet().write(folder)) {
      Simulation copy = simulation(tape, terms);
      copy.begin();
      act(copy, 100, 1);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      copy.save(new DataOutputStream(bytes));
      double straight = act(copy, 60, 2);
      Simulation other = simulation(tape, drawn(8));
      other.begin();
      other.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
      assertEquals(straight, act(other, 60, 2));
      assertEquals(copy.account.cash, other.account.cash);
    }
  }

  private static Terms drawn(long seed) {
    OrderLatency least = new OrderLatency(MS, MS, MS, MS);
    return new TestTerms()
        .travel(new LogNormalLatency(least, 10 * MS, 1, RandomStream.named(seed, "travel", 0)))
        .of(FillRule.RISK_AVERSE, Mode.CORRECTED);
  }

  private static Simulation simulation(Tape tape, Terms terms) {
    Stretch[] stretches = {Scene.stretch(tape, Mode.CORRECTED)};
    return new Simulation(stretches, terms, Scene.ALL_BLOCKS, Scene.TIMEOUT_SEC, null);
  }

  private static double act(Simulation copy, int ticks, long seed) {
    RandomStream random = RandomStream.named(seed, "decisions", 0);
    double reward = 0;
    for (int i = 0; i < ticks; i++) {
      copy.decide(random.nextInt(QuoteGrid.ACTIONS));
      reward += copy.advance();
    }
    return reward;
  }

  @Test
  void aModelledFeedSetsOutAtTheExchangesTimesAndOvertakesItselfNever() {
    TestTape written =
        new TestTape()
            .feedLatency(100)
            .book(0, 1000, 1001)
            .book(10, 1000, 1001)
            .book(5, 1000, 1001) // exchange time went back
            .book(30, 1000, 1001);
    // 20 ms on its way at 10 ms, none at 25 ms, 4 ms at 30 ms.
    RecordedLatency feed =
        new RecordedLatency(
            new long[] {at(9), at(24), at(29)},
            new long[] {at(10), at(25), at(30)},
            new long[] {at(30), at(25), at(34)});
    try (Tape tape = written.write(folder)) {
      MarketClock clock = MarketClock.modelled(tape, feed);
      List<Long> seen = List.of(clock.seen(0), clock.seen(1), clock.seen(2), clock.seen(3));
      assertEquals(List.of(at(20), at(30), at(30), at(34)), seen);
      assertEquals(at(10), clock.happened(1));
      assertEquals(1, clock.firstSeen(at(21)));
      assertEquals(3, clock.firstSeen(at(31)));
      assertEquals(4, clock.firstSeen(at(40)));
    }
  }
}
