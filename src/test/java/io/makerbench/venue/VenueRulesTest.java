package io.makerbench.venue;

import static io.makerbench.venue.TinyRecording.ns;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.book.Contract;
import io.makerbench.book.LogNormalLatency;
import io.makerbench.book.OrderLatency;
import io.makerbench.book.QueueModel;
import io.makerbench.book.QueueProbability;
import io.makerbench.book.RecordedLatency;
import io.makerbench.random.RandomStream;
import io.makerbench.tape.Tape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rules beyond the usual ones, worked out by hand: queues that cancels shorten, own impact, times
 * that vary, orders too small. Requests take 10 ms, responses 40 ms unless a test says otherwise.
 */
class VenueRulesTest {
  private static final long MILLI = 1_000_000;
  private static final OrderLatency LATENCY =
      new OrderLatency(10 * MILLI, 10 * MILLI, 10 * MILLI, 40 * MILLI);
  private static final VenueTerms USUAL =
      new VenueTerms(
          1, 1, LATENCY, VenueTerms.Execution.PARTIAL, VenueTerms.TradeSize.DIVIDED, 0.001, 0.002);
  private static final QueueModel EVEN =
      new QueueModel(QueueModel.Kind.PROBABILITY, QueueProbability.EVEN, 1);

  @TempDir Path folder;
  private final List<Tape> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(Tape::close);
  }

  private MarketReplay replay(TinyRecording recording, VenueTerms terms) {
    Tape tape = recording.open(folder);
    open.add(tape);
    return new MarketReplay(tape, terms);
  }

  /** Every fill as "id sign lots@price at ms". */
  private static List<String> fills(MarketReplay market) {
    List<String> lines = new ArrayList<>();
    Fills fills = market.fills();
    for (int i = 0; i < fills.count(); i++) {
      lines.add(
          "%d %+d@%d at %d"
              .formatted(
                  fills.order(i),
                  fills.sign(i) * fills.lots(i),
                  fills.price(i),
                  fills.executed(i) / MILLI - TinyRecording.START));
    }
    return lines;
  }

  @Test
  void aCancelIsSharedOutByTheProbability() {
    TinyRecording recording =
        new TinyRecording()
            .level(30, "bid", 99, 30) // 20 came behind the ten ahead
            .level(40, "bid", 99, 24) // six cancelled, a third of them ahead: eight ahead
            .trade(50, "sell", 99, 9);
    MarketReplay market = replay(recording, USUAL.with(EVEN, VenueTerms.Impact.NONE));
    market.advance(ns(10));
    market.placePostOnly(1, 99, 4);
    market.advance(ns(1000));
    assertEquals(List.of("1 +1@99 at 50"), fills(market));
  }

  @Test
  void aTradeAndTheShrinkingOfItsLevelCountOnce() {
    TinyRecording recording =
        new TinyRecording()
            .level(30, "bid", 99, 30)
            .trade(40, "sell", 99, 4)
            .level(40, "bid", 99, 26)
            .trade(50, "sell", 99, 7);
    MarketReplay market = replay(recording, USUAL.with(EVEN, VenueTerms.Impact.NONE));
    market.advance(ns(10));
    market.placePostOnly(1, 99, 4);
    market.advance(ns(1000));
    assertEquals(List.of("1 +1@99 at 50"), fills(market));
  }

  @Test
  void withImpactAnOrderTakesLevelByLevelAndItsRestWaits() {
    TinyRecording recording = new TinyRecording().level(30, "ask", 103, 9).level(50, "ask", 102, 3);
    VenueTerms kept = USUAL.with(QueueModel.RISK_AVERSE, VenueTerms.Impact.KEPT);
    MarketReplay market = replay(recording, kept);
    market.advance(ns(10));
    market.place(1, 102, 24);
    market.advance(ns(1000));
    // Ten each at 101 and 102; three of the four left meet what the recording tells anew.
    assertEquals(List.of("1 +10@101 at 20", "1 +10@102 at 20", "1 +3@102 at 50"), fills(market));
    assertEquals(1, market.open(market.liveOrder(0)));
    assertEquals(-(1010 + 1020 + 306), market.account().cash());
    assertEquals(2030 * 0.002 + 306 * 0.001, market.account().fees(), 1e-9);
  }

  @Test
  void withImpactWhatWasTakenIsGoneForTheNextOrder() {
    VenueTerms kept = USUAL.with(QueueModel.RISK_AVERSE, VenueTerms.Impact.KEPT);
    MarketReplay market = replay(new TinyRecording(), kept);
    market.advance(ns(10));
    market.place(1, 101, 7);
    market.place(1, 101, 7);
    market.advance(ns(1000));
    assertEquals(List.of("1 +7@101 at 20", "2 +3@101 at 20"), fills(market));
  }

  @Test
  void ordersBelowTheLeastValueAreRejectedAndChangesToItRefused() {
    MarketReplay market = replay(new TinyRecording(), USUAL.with(Contract.SPOT, 300));
    market.advance(ns(10));
    market.placePostOnly(1, 99, 3); // 297
    int order = market.placePostOnly(1, 98, 4);
    market.advance(ns(100));
    assertEquals(1, market.rejections());
    assertEquals(1, market.liveOrders());
    market.modify(order, 98, 2);
    market.advance(ns(200));
    assertEquals(2, market.rejections());
    assertEquals(4, market.open(order));
    market.cancel(order);
    market.advance(ns(300));
    assertEquals(0, market.liveOrders());
  }

  @Test
  void anInverseContractsOrdersHaveTheValueOfTheirContracts() {
    Contract hundred = new Contract(Contract.Kind.INVERSE, 100);
    MarketReplay market = replay(new TinyRecording(), USUAL.with(hundred, 300));
    market.advance(ns(10));
    market.placePostOnly(1, 99, 3);
    market.placePostOnly(1, 99, 2);
    market.advance(ns(1000));
    assertEquals(1, market.rejections());
    assertEquals(1, market.liveOrders());
  }

  @Test
  void aRefusedRequestHasNoEffectAndIsHeardOfAfterTheRoundTrip() {
    // Requests sent from 10 to 20 ms are refused, later ones are not; 25 ms there and back.
    RecordedLatency recorded =
        new RecordedLatency(
            new long[] {ns(10), ns(20), ns(30)},
            new long[] {0, ns(30), ns(40)},
            new long[] {ns(35), ns(45), ns(55)});
    MarketReplay market =
        replay(new TinyRecording().trade(70, "sell", 90, 5), USUAL.with(recorded, null));
    market.advance(ns(15));
    market.placePostOnly(1, 99, 4);
    market.advance(ns(39));
    assertEquals(1, market.liveOrders());
    market.advance(ns(40));
    assertEquals(0, market.liveOrders());
    assertEquals(1, market.rejections());
    market.placePostOnly(1, 98, 4);
    market.advance(ns(1000));
    assertEquals(List.of("2 +4@98 at 70"), fills(market));
  }

  @Test
  void aRefusedCancelLeavesItsOrder() {
    RecordedLatency recorded =
        new RecordedLatency(
            new long[] {ns(10), ns(20), ns(30)},
            new long[] {ns(15), ns(25), 0},
            new long[] {ns(18), ns(28), ns(35)});
    MarketReplay market =
        replay(new TinyRecording().trade(70, "sell", 90, 5), USUAL.with(recorded, null));
    market.advance(ns(15));
    int order = market.placePostOnly(1, 99, 4);
    market.advance(ns(30));
    market.cancel(order);
    market.advance(ns(35));
    assertEquals(1, market.liveOrders());
    market.advance(ns(1000));
    assertEquals(List.of("1 +4@99 at 70"), fills(market));
  }

  @Test
  void noRequestArrivesBeforeAnEarlierOneAboutTheSameOrder() {
    // 20 ms there at 10 ms, 2 ms at 12 ms.
    RecordedLatency recorded =
        new RecordedLatency(
            new long[] {ns(10), ns(12)}, new long[] {ns(30), ns(31)}, new long[] {ns(40), ns(41)});
    RecordedLatency faster =
        new RecordedLatency(
            new long[] {ns(10), ns(12)}, new long[] {ns(30), ns(14)}, new long[] {ns(40), ns(41)});
    for (RecordedLatency latency : List.of(recorded, faster)) {
      MarketReplay market =
          replay(new TinyRecording().trade(35, "sell", 90, 5), USUAL.with(latency, null));
      market.advance(ns(10));
      int order = market.placePostOnly(1, 99, 4);
      market.advance(ns(12));
      market.cancel(order);
      market.advance(ns(1000));
      assertEquals(List.of(), fills(market));
      assertEquals(0, market.liveOrders());
    }
  }

  @Test
  void aModelledFeedBringsTheBookByItsOwnTime() {
    OrderLatency slow = new OrderLatency(0, 0, 0, 25 * MILLI);
    TinyRecording recording = new TinyRecording().level(50, "bid", 100, 3);
    MarketReplay market = replay(recording, USUAL.with(LATENCY, slow));
    market.advance(ns(24));
    assertEquals(-1, market.book().bestBid());
    market.advance(ns(25));
    assertEquals(99, market.book().bestBid());
    market.advance(ns(74));
    assertEquals(99, market.book().bestBid());
    market.advance(ns(75));
    assertEquals(100, market.book().bestBid());
  }

  @Test
  void drawnTimesAreTheSameAfterGoingBackToTheStart() {
    LogNormalLatency orders =
        new LogNormalLatency(LATENCY, 20 * MILLI, 1, RandomStream.named(1, "orders", 0));
    LogNormalLatency feed =
        new LogNormalLatency(LATENCY, 20 * MILLI, 1, RandomStream.named(1, "feed", 0));
    TinyRecording recording = new TinyRecording();
    for (int i = 0; i < 200; i++) {
      recording.level(10 * i, "bid", 99, 1 + i % 7).trade(10 * i + 5, "sell", 99, 1 + i % 5);
    }
    MarketReplay market = replay(recording, USUAL.with(orders, feed));
    List<String> first = quoted(market);
    market.rewind();
    assertEquals(first, quoted(market));
    assertEquals(true, first.size() > 10);
  }

  private static List<String> quoted(MarketReplay market) {
    for (long ms = 10; ms < 2000; ms += 7) {
      market.advance(ns(ms));
      if (market.liveOrders() < 3) {
        market.placePostOnly(1, 99, 1);
      }
    }
    return fills(market);
  }
}
