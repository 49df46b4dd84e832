package io.makerbench.book;

import static io.makerbench.book.Ladder.ASK;
import static io.makerbench.book.Ladder.BID;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class OrderBookTest {
  private final OrderBook book = new OrderBook();

  @Test
  void ordersOfALevelStandInTheOrderOfTheirArrival() {
    book.add(7, BID, 100, 5);
    book.add(8, BID, 100, 3);
    book.add(9, BID, 100, 2);
    assertEquals(10, book.size(BID, 100));
    assertEquals(8, book.ahead(9));
    assertEquals(2, book.place(9));
    book.cancel(8);
    assertEquals(5, book.ahead(9));
    assertEquals(1, book.place(9));
    long[] ids = new long[3];
    long[] sizes = new long[3];
    assertEquals(2, book.copyQueue(BID, 100, 3, ids, sizes));
    assertArrayEquals(new long[] {7, 9, 0}, ids);
    assertArrayEquals(new long[] {5, 2, 0}, sizes);
    assertEquals(1, book.copyQueue(BID, 100, 1, ids, sizes));
  }

  @Test
  void reducedAndExecutedOrdersKeepTheirPlace() {
    book.add(1, ASK, 100, 5);
    book.add(2, ASK, 100, 5);
    assertEquals(OrderOutcome.APPLIED, book.reduce(1, 2));
    assertEquals(OrderOutcome.APPLIED, book.execute(1, 1));
    assertEquals(2, book.ahead(2));
    assertEquals(OrderOutcome.OUT_OF_TURN, book.execute(2, 1));
    assertEquals(6, book.size(ASK, 100));
    assertEquals(2, book.executed());
    assertEquals(OrderOutcome.APPLIED, book.execute(1, 2));
    assertEquals(OrderOutcome.APPLIED, book.execute(2, 4));
    assertEquals(0, book.orders());
    assertEquals(Ladder.NO_ASK, book.bestAsk());
  }

  @Test
  void modifyKeepsThePlaceOnlyAtTheSamePriceAndNoLargerSize() {
    book.add(1, BID, 100, 5);
    book.add(2, BID, 100, 5);
    book.modify(1, 100, 4);
    assertEquals(0, book.place(1));
    book.modify(1, 100, 5);
    assertEquals(1, book.place(1));
    book.modify(2, 101, 5);
    assertEquals(101, book.bestBid());
    assertEquals(5, book.size(BID, 100));
  }

  @Test
  void hiddenExecutionsAreCountedAndChangeNothingVisible() {
    book.add(1, BID, 100, 5);
    assertEquals(OrderOutcome.APPLIED, book.executeHidden(101, 7));
    assertEquals(7, book.executedHidden());
    assertEquals(0, book.executed());
    assertEquals(5, book.size(BID, 100));
    assertEquals(100, book.bestBid());
  }

  @Test
  void answersContradictionsInsteadOfThrowing() {
    book.add(1, BID, 100, 5);
    assertEquals(OrderOutcome.DUPLICATE_ORDER, book.add(1, ASK, 105, 1));
    assertEquals(OrderOutcome.UNKNOWN_ORDER, book.cancel(2));
    assertEquals(OrderOutcome.UNKNOWN_ORDER, book.reduce(2, 1));
    assertEquals(OrderOutcome.UNKNOWN_ORDER, book.execute(2, 1));
    assertEquals(OrderOutcome.UNKNOWN_ORDER, book.modify(2, 100, 1));
    assertEquals(OrderOutcome.INVALID_PRICE, book.add(2, BID, -1, 1));
    assertEquals(OrderOutcome.INVALID_SIZE, book.add(2, BID, 1, 0));
    assertEquals(OrderOutcome.INVALID_SIZE, book.reduce(1, 0));
    assertEquals(OrderOutcome.INVALID_SIZE, book.execute(1, -3));
    assertEquals(OrderOutcome.INVALID_SIZE, book.modify(1, 100, Long.MAX_VALUE));
    assertEquals(OrderOutcome.INVALID_PRICE, book.executeHidden(-1, 1));
    assertEquals(5, book.size(BID, 100));
    assertEquals(0, book.levels(ASK));
    assertEquals(OrderOutcome.MORE_THAN_LEFT, book.execute(1, 6));
    assertEquals(5, book.executed());
    assertEquals(0, book.orders());
    assertThrows(IllegalArgumentException.class, () -> book.add(1, 2, 100, 1));
  }

  @Test
  void answersQuestionsAboutAbsentOrders() {
    assertEquals(0, book.sizeOf(1));
    assertEquals(OrderBook.ABSENT, book.priceOf(1));
    assertEquals(OrderBook.ABSENT, book.sideOf(1));
    assertEquals(OrderBook.ABSENT, book.ahead(1));
    assertEquals(OrderBook.ABSENT, book.place(1));
    assertEquals(0, book.copyQueue(BID, 5, 1, new long[1], new long[1]));
    assertEquals(0, book.size(BID, -1));
  }

  @Test
  void takesTheWholeRangeOfPricesAndIds() {
    book.add(Long.MIN_VALUE, BID, 0, 1);
    book.add(0, BID, OrderBook.MAX_PRICE, OrderBook.MAX_SIZE);
    book.add(Long.MAX_VALUE, ASK, OrderBook.MAX_PRICE, 2);
    book.add(-1, ASK, 0, 3);
    assertEquals(OrderBook.MAX_PRICE, book.bestBid());
    assertEquals(0, book.bestAsk());
    book.cancel(0);
    book.cancel(-1);
    assertEquals(0, book.bestBid());
    assertEquals(OrderBook.MAX_PRICE, book.bestAsk());
    assertEquals(BID, book.sideOf(Long.MIN_VALUE));
    assertEquals(OrderBook.MAX_PRICE, book.priceOf(Long.MAX_VALUE));
  }

  @Test
  void aClearedBookIsEmptyAndCanBeFilledAgain() {
    for (long id = 0; id < 5000; id++) {
      book.add(id, (int) (id & 1), (int) (1000 + id), 1 + id);
    }
    assertEquals(5000, book.orders());
    book.clear();
    assertEquals(0, book.orders());
    assertEquals(Ladder.NO_BID, book.bestBid());
    assertEquals(0, book.size(BID, 1002));
    assertEquals(OrderOutcome.APPLIED, book.add(3, BID, 1002, 9));
    assertEquals(9, book.size(BID, 1002));
    assertEquals(0, book.ahead(3));
  }
}
