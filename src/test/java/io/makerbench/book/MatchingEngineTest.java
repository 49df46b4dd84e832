package io.makerbench.book;

import static io.makerbench.book.Ladder.ASK;
import static io.makerbench.book.Ladder.BID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MatchingEngineTest {
  private static final int ANNA = 1;
  private static final int BERT = 2;

  private final EventLog log = new EventLog();
  private MatchingEngine engine = engine(SelfTradePrevention.CANCEL_NEWEST);

  private MatchingEngine engine(SelfTradePrevention prevention) {
    return new MatchingEngine(prevention, log);
  }

  private MatchOutcome limit(long id, int owner, int side, int price, long size) {
    return engine.place(id, owner, OrderType.LIMIT, side, price, size);
  }

  @Test
  void tradesAtTheBestPricesFirstAndAtOnePriceInOrderOfArrival() {
    limit(1, ANNA, ASK, 101, 5);
    limit(2, ANNA, ASK, 100, 2);
    limit(3, ANNA, ASK, 100, 4);
    log.take();
    assertEquals(MatchOutcome.PARTLY_RESTING, limit(4, BERT, BID, 101, 20));
    assertEquals(
        List.of(
            "accepted 4 buys 20@101",
            "executed 4 buys 2@100 with 2",
            "executed 4 buys 4@100 with 3",
            "executed 4 buys 5@101 with 1"),
        log.take());
    assertEquals(101, engine.book().bestBid());
    assertEquals(Ladder.NO_ASK, engine.book().bestAsk());
    assertEquals(9, engine.book().sizeOf(4));
  }

  @Test
  void aPartlyFilledOrderKeepsItsPlace() {
    limit(1, ANNA, BID, 100, 5);
    limit(2, ANNA, BID, 100, 5);
    assertEquals(MatchOutcome.FILLED, limit(3, BERT, ASK, 99, 3));
    assertEquals(2, engine.book().sizeOf(1));
    assertEquals(2, engine.book().ahead(2));
  }

  @Test
  void ordersThatMayNotRestLoseWhatIsLeft() {
    limit(1, ANNA, ASK, 100, 2);
    limit(2, ANNA, ASK, 105, 2);
    log.take();
    assertEquals(
        MatchOutcome.PARTLY_FILLED,
        engine.place(3, BERT, OrderType.IMMEDIATE_OR_CANCEL, BID, 104, 3));
    assertEquals(
        List.of(
            "accepted 3 buys 3@104", "executed 3 buys 2@100 with 1", "cancelled 3 1 NOT_RESTING"),
        log.take());
    assertEquals(MatchOutcome.PARTLY_FILLED, engine.place(4, BERT, OrderType.MARKET, BID, -1, 7));
    assertEquals(MatchOutcome.CANCELLED, engine.place(5, BERT, OrderType.MARKET, BID, -1, 7));
    assertEquals(0, engine.book().orders());
  }

  @Test
  void aFillOrKillOrderTradesAllOrNothing() {
    limit(1, ANNA, ASK, 100, 2);
    limit(2, ANNA, ASK, 101, 2);
    log.take();
    assertEquals(
        MatchOutcome.CANCELLED, engine.place(3, BERT, OrderType.FILL_OR_KILL, BID, 100, 3));
    assertEquals(List.of("accepted 3 buys 3@100", "cancelled 3 3 NOT_FILLABLE"), log.take());
    assertEquals(MatchOutcome.FILLED, engine.place(3, BERT, OrderType.FILL_OR_KILL, BID, 101, 4));
    assertEquals(0, engine.book().orders());
  }

  @Test
  void aPostOnlyOrderNeverTakes() {
    limit(1, ANNA, ASK, 100, 2);
    assertEquals(MatchOutcome.WOULD_TRADE, engine.place(2, BERT, OrderType.POST_ONLY, BID, 100, 1));
    assertFalse(engine.book().contains(2));
    assertEquals(MatchOutcome.RESTING, engine.place(2, BERT, OrderType.POST_ONLY, BID, 99, 1));
    assertEquals(MatchOutcome.WOULD_TRADE, engine.modify(2, 100, 1));
    assertEquals(99, engine.book().priceOf(2));
    assertEquals(MatchOutcome.RESTING, engine.modify(2, 98, 1));
  }

  @Test
  void aSmallerOrderKeepsItsPlaceAndALargerOrMovedOneDoesNot() {
    limit(1, ANNA, BID, 100, 5);
    limit(2, ANNA, BID, 100, 5);
    engine.modify(1, 100, 3);
    assertEquals(0, engine.book().ahead(1));
    engine.modify(1, 100, 4);
    assertEquals(5, engine.book().ahead(1));
    engine.modify(2, 99, 5);
    engine.modify(2, 100, 5);
    assertEquals(4, engine.book().ahead(2));
  }

  @Test
  void aModifiedOrderThatReachesTheOtherSideTrades() {
    limit(1, ANNA, ASK, 100, 2);
    limit(2, BERT, BID, 98, 5);
    log.take();
    assertEquals(MatchOutcome.PARTLY_RESTING, engine.modify(2, 100, 6));
    assertEquals(List.of("modified 2 to 6@100", "executed 2 buys 2@100 with 1"), log.take());
    assertEquals(4, engine.book().size(BID, 100));
    assertEquals(0, engine.book().size(BID, 98));
  }

  @Test
  void cancellingTheNewestStopsTheIncomingOrder() {
    selfTrade(SelfTradePrevention.CANCEL_NEWEST, MatchOutcome.PARTLY_FILLED);
    assertEquals(
        List.of(
            "accepted 9 buys 10@101", "executed 9 buys 1@100 with 1", "cancelled 9 9 SELF_TRADE"),
        log.take());
    assertEquals(4, engine.book().sizeOf(2));
  }

  @Test
  void cancellingTheOldestLetsTheIncomingOrderGoOn() {
    selfTrade(SelfTradePrevention.CANCEL_OLDEST, MatchOutcome.PARTLY_RESTING);
    assertEquals(
        List.of(
            "accepted 9 buys 10@101",
            "executed 9 buys 1@100 with 1",
            "cancelled 2 4 SELF_TRADE",
            "executed 9 buys 2@101 with 3"),
        log.take());
    assertEquals(7, engine.book().sizeOf(9));
  }

  @Test
  void cancellingBothLeavesNeither() {
    selfTrade(SelfTradePrevention.CANCEL_BOTH, MatchOutcome.PARTLY_FILLED);
    assertEquals(
        List.of(
            "accepted 9 buys 10@101",
            "executed 9 buys 1@100 with 1",
            "cancelled 2 4 SELF_TRADE",
            "cancelled 9 9 SELF_TRADE"),
        log.take());
    assertEquals(1, engine.book().orders());
  }

  @Test
  void decrementingTakesTheSmallerSizeFromBoth() {
    selfTrade(SelfTradePrevention.DECREMENT_AND_CANCEL, MatchOutcome.PARTLY_RESTING);
    assertEquals(
        List.of(
            "accepted 9 buys 10@101",
            "executed 9 buys 1@100 with 1",
            "cancelled 2 4 SELF_TRADE",
            "cancelled 9 4 SELF_TRADE",
            "executed 9 buys 2@101 with 3"),
        log.take());
    assertEquals(3, engine.book().sizeOf(9));
  }

  @Test
  void withoutPreventionOwnersTradeWithThemselves() {
    selfTrade(SelfTradePrevention.NONE, MatchOutcome.PARTLY_RESTING);
    assertTrue(log.take().contains("executed 9 buys 4@100 with 2"));
  }

  /** Anna buys 10 at 101 where Bert offers 1, she herself 4, and Bert 2 more. */
  private void selfTrade(SelfTradePrevention prevention, MatchOutcome expected) {
    engine = engine(prevention);
    limit(1, BERT, ASK, 100, 1);
    limit(2, ANNA, ASK, 100, 4);
    limit(3, BERT, ASK, 101, 2);
    log.take();
    assertEquals(expected, limit(9, ANNA, BID, 101, 10));
  }

  @Test
  void aFillOrKillOrderCountsOnlyWhatItMayTrade() {
    engine = engine(SelfTradePrevention.CANCEL_OLDEST);
    limit(1, ANNA, ASK, 100, 4);
    limit(2, BERT, ASK, 100, 4);
    assertEquals(
        MatchOutcome.CANCELLED, engine.place(3, ANNA, OrderType.FILL_OR_KILL, BID, 100, 5));
    assertTrue(engine.book().contains(1));
    assertEquals(MatchOutcome.FILLED, engine.place(3, ANNA, OrderType.FILL_OR_KILL, BID, 100, 4));
    assertFalse(engine.book().contains(1));
  }

  @Test
  void nobodysOrdersTradeWithEachOther() {
    limit(1, MatchingEngine.NOBODY, ASK, 100, 4);
    assertEquals(MatchOutcome.FILLED, limit(2, MatchingEngine.NOBODY, BID, 100, 4));
  }

  @Test
  void refusesWhatIsNoOrder() {
    limit(1, ANNA, ASK, 100, 4);
    log.take();
    assertEquals(MatchOutcome.DUPLICATE_ORDER, limit(1, BERT, ASK, 100, 4));
    assertEquals(MatchOutcome.DUPLICATE_ORDER, limit(1, BERT, BID, 100, 4));
    assertEquals(MatchOutcome.INVALID_PRICE, limit(2, BERT, BID, -1, 4));
    assertEquals(MatchOutcome.INVALID_PRICE, limit(2, BERT, BID, Integer.MAX_VALUE, 4));
    assertEquals(MatchOutcome.INVALID_SIZE, limit(2, BERT, BID, 100, 0));
    assertEquals(MatchOutcome.INVALID_SIZE, limit(2, BERT, BID, 100, OrderBook.MAX_SIZE + 1));
    assertEquals(MatchOutcome.UNKNOWN_ORDER, engine.cancel(2));
    assertEquals(MatchOutcome.UNKNOWN_ORDER, engine.modify(2, 100, 1));
    assertEquals(MatchOutcome.INVALID_SIZE, engine.modify(1, 100, 0));
    assertEquals(9, log.take().stream().filter(e -> e.startsWith("rejected")).count());
    assertEquals(4, engine.book().sizeOf(1));
    assertThrows(IllegalArgumentException.class, () -> limit(3, -1, BID, 100, 4));
    assertThrows(IllegalArgumentException.class, () -> limit(3, ANNA, 2, 100, 4));
  }

  @Test
  void anIdMayBeUsedAgainOnceItsOrderIsGone() {
    limit(1, ANNA, ASK, 100, 4);
    assertEquals(MatchOutcome.CANCELLED, engine.cancel(1));
    assertEquals(List.of("accepted 1 sells 4@100", "cancelled 1 4 REQUESTED"), log.take());
    assertEquals(MatchOutcome.RESTING, limit(1, BERT, BID, 100, 1));
  }
}
