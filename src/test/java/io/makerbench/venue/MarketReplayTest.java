package io.makerbench.venue;

import static io.makerbench.venue.TinyRecording.ns;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.book.OrderLatency;
import io.makerbench.tape.Tape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fates of single orders, worked out by hand. Requests take 10 ms (place), 20 ms (modify) and 30 ms
 * (cancel), responses 40 ms.
 */
class MarketReplayTest {
  private static final long MILLI = 1_000_000;
  private static final OrderLatency LATENCY =
      new OrderLatency(10 * MILLI, 20 * MILLI, 30 * MILLI, 40 * MILLI);
  private static final double MAKER_FEE = 0.001;
  private static final double TAKER_FEE = 0.002;

  @TempDir Path folder;
  private final List<Tape> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(Tape::close);
  }

  private MarketReplay replay(TinyRecording recording) {
    return replay(recording, VenueTerms.Execution.PARTIAL, VenueTerms.TradeSize.DIVIDED);
  }

  private MarketReplay replay(
      TinyRecording recording, VenueTerms.Execution execution, VenueTerms.TradeSize trades) {
    Tape tape = recording.open(folder);
    open.add(tape);
    return new MarketReplay(
        tape, new VenueTerms(1, 1, LATENCY, execution, trades, MAKER_FEE, TAKER_FEE));
  }

  /** Every fill as "id sign lots@price at ms". */
  private static List<String> fills(MarketReplay market) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < market.fills().count(); i++) {
      lines.add(
          String.format(
              "%d %+d@%d at %d",
              market.fills().order(i),
              market.fills().sign(i) * market.fills().lots(i),
              market.fills().price(i),
              market.fills().executed(i) / MILLI - TinyRecording.START));
    }
    return lines;
  }

  @Test
  void theBookIsSeenWhenItArrives() {
    MarketReplay market = replay(new TinyRecording().level(50, "bid", 100, 3));
    market.advance(ns(4));
    assertEquals(-1, market.book().bestBid());
    market.advance(ns(5));
    assertEquals(99, market.book().bestBid());
    assertEquals(101, market.book().bestAsk());
    market.advance(ns(54));
    assertEquals(99, market.book().bestBid());
    market.advance(ns(55));
    assertEquals(100, market.book().bestBid());
  }

  @Test
  void anOrderWaitsBehindWhatItFindsAndIsExecutedByTheRestOfATrade() {
    MarketReplay market =
        replay(new TinyRecording().trade(30, "sell", 99, 8).trade(40, "sell", 99, 5));
    market.advance(ns(10));
    market.placePostOnly(1, 99, 4);
    market.advance(ns(1000));
    // Ten ahead: the first trade leaves two, of the second three are left for the order.
    assertEquals(List.of("1 +3@99 at 40"), fills(market));
    assertEquals(3, market.account().position());
    assertEquals(-297, market.account().cash());
    assertEquals(297 * MAKER_FEE, market.account().fees(), 1e-12);
    assertEquals(1, market.liveOrders());
    assertEquals(1, market.open(market.liveOrder(0)));
    assertEquals(3 * 100.5 - 297 - 0.297, market.account().equity(100.5), 1e-12);
  }

  @Test
  void aTradeBeforeTheOrderArrivesPassesItBy() {
    MarketReplay market =
        replay(new TinyRecording().trade(19, "sell", 99, 50).trade(21, "sell", 99, 11));
    market.advance(ns(10));
    market.placePostOnly(1, 99, 4);
    market.advance(ns(1000));
    assertEquals(List.of("1 +1@99 at 21"), fills(market));
  }

  @Test
  void dataOfOneTimeComeBeforeRequests() {
    MarketReplay market = replay(new TinyRecording().trade(20, "sell", 99, 50));
    market.advance(ns(10));
    market.placePostOnly(1, 99, 4);
    market.advance(ns(1000));
    assertEquals(List.of(), fills(market));
  }

  @Test
  void aShrinkingLevelBringsTheOrderForward() {
    MarketReplay market =
        replay(
            new TinyRecording()
                .level(30, "bid", 99, 2)
                .level(31, "bid", 99, 90)
                .trade(40, "sell", 99, 3));
    market.advance(ns(10));
    market.placePostOnly(1, 99, 4);
    market.advance(ns(1000));
    assertEquals(List.of("1 +1@99 at 40"), fills(market));
  }

  @Test
  void anOppositeLevelThatReachesTheOrderExecutesIt() {
    MarketReplay market = replay(new TinyRecording().level(30, "ask", 100, 1));
    market.advance(ns(10));
    market.placePostOnly(1, 100, 4);
    market.placePostOnly(1, 99, 4);
    market.advance(ns(1000));
    assertEquals(List.of("1 +4@100 at 30"), fills(market));
  }

  @Test
  void oneTradeIsGivenAwayOnce() {
    MarketReplay market = replay(new TinyRecording().trade(30, "buy", 103, 5));
    market.advance(ns(10));
    market.placePostOnly(-1, 102, 4);
    market.placePostOnly(-1, 100, 4);
    market.advance(ns(1000));
    // The better price first; what it leaves is for the other.
    assertEquals(List.of("1 -1@102 at 30", "2 -4@100 at 30"), fills(market));
  }

  @Test
  void orNotWhereOrdersAreToldToShareIt() {
    MarketReplay market =
        replay(
            new TinyRecording().trade(30, "buy", 103, 1),
            VenueTerms.Execution.WHOLE,
            VenueTerms.TradeSize.SHARED);
    market.advance(ns(10));
    market.placePostOnly(-1, 102, 4);
    market.placePostOnly(-1, 100, 4);
    market.advance(ns(1000));
    assertEquals(List.of("1 -4@102 at 30", "2 -4@100 at 30"), fills(market));
  }

  @Test
  void aPostOnlyOrderThatWouldTakeIsRejected() {
    MarketReplay market = replay(new TinyRecording().level(15, "ask", 100, 1));
    market.advance(ns(10));
    market.placePostOnly(1, 100, 4);
    market.advance(ns(59));
    assertEquals(1, market.liveOrders());
    market.advance(ns(60));
    assertEquals(0, market.liveOrders());
    assertEquals(List.of(), fills(market));
  }

  @Test
  void anyOtherTakesAtTheTouch() {
    MarketReplay market = replay(new TinyRecording());
    market.advance(ns(10));
    market.place(1, 105, 4);
    market.advance(ns(59));
    assertEquals(0, market.account().position());
    market.advance(ns(60));
    assertEquals(List.of("1 +4@101 at 20"), fills(market));
    assertFalse(market.fills().maker(0));
    assertEquals(404 * TAKER_FEE, market.account().fees(), 1e-12);
  }

  @Test
  void aCancelThatArrivesTooLateActsTooLate() {
    MarketReplay market = replay(new TinyRecording().trade(69, "sell", 98, 9));
    market.advance(ns(10));
    int order = market.placePostOnly(1, 99, 4);
    market.advance(ns(40));
    market.cancel(order);
    assertTrue(market.requestUnderWay(order));
    market.advance(ns(1000));
    assertEquals(List.of("1 +4@99 at 69"), fills(market));
    assertEquals(ns(40), market.fills().requested(0));
    assertEquals(ns(109), market.fills().received(0));
    assertEquals(0, market.liveOrders());
  }

  @Test
  void aCancelInTimeLeavesNothing() {
    MarketReplay market = replay(new TinyRecording().trade(71, "sell", 98, 9));
    market.advance(ns(10));
    int order = market.placePostOnly(1, 99, 4);
    market.advance(ns(40));
    market.cancel(order);
    market.advance(ns(109));
    assertEquals(1, market.liveOrders());
    market.advance(ns(110));
    assertEquals(0, market.liveOrders());
    market.advance(ns(1000));
    assertEquals(List.of(), fills(market));
  }

  @Test
  void aSmallerOrderKeepsItsPlaceAndALargerOneLosesIt() {
    TinyRecording recording =
        new TinyRecording()
            .trade(30, "sell", 99, 6)
            .level(31, "bid", 99, 4)
            .level(32, "bid", 99, 20)
            .trade(100, "sell", 99, 6);
    MarketReplay smaller = replay(recording);
    smaller.advance(ns(10));
    int order = smaller.placePostOnly(1, 99, 4);
    smaller.advance(ns(60));
    smaller.modify(order, 99, 1);
    smaller.advance(ns(1000));
    assertEquals(List.of("1 +1@99 at 100"), fills(smaller));

    smaller.rewind();
    smaller.advance(ns(10));
    int larger = smaller.placePostOnly(1, 99, 4);
    smaller.advance(ns(60));
    smaller.modify(larger, 99, 5);
    smaller.advance(ns(1000));
    assertEquals(List.of(), fills(smaller));
    assertEquals(5, smaller.open(smaller.liveOrder(0)));
  }

  @Test
  void aSlotIsUsedAgainOnlyWhenNothingIsUnderWay() {
    MarketReplay market = replay(new TinyRecording().trade(69, "sell", 98, 9));
    market.advance(ns(10));
    int first = market.placePostOnly(1, 99, 4);
    market.advance(ns(65));
    market.cancel(first);
    market.advance(ns(109));
    // Executed, but its cancel has not been answered.
    assertEquals(0, market.liveOrders());
    int second = market.placePostOnly(1, 97, 4);
    assertTrue(second != first);
    market.advance(ns(1000));
    assertEquals(1, market.liveOrders());
    assertEquals(2, market.id(market.liveOrder(0)));
    assertEquals(first, market.placePostOnly(1, 97, 4));
  }

  @Test
  void aReplayIsTheSameAfterRewinding() {
    MarketReplay market =
        replay(new TinyRecording().trade(30, "sell", 99, 15).trade(40, "buy", 101, 15));
    ReferenceMaker maker = new ReferenceMaker(2, 4);
    maker.run(market, 10 * MILLI);
    List<String> once = fills(market);
    market.rewind();
    assertEquals(0, market.fills().count());
    maker.run(market, 10 * MILLI);
    assertEquals(once, fills(market));
    assertFalse(once.isEmpty());
  }
}
