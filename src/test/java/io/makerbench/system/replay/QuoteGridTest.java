package io.makerbench.system.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteGridTest {
  private static final Terms TERMS = Scene.terms(FillRule.TOUCH, Mode.PUBLISHED);
  private final OrderSlot bid = new OrderSlot(1);
  private final OrderSlot ask = new OrderSlot(-1);

  private List<Integer> prices(Terms terms, int action, int bestBid, int bestAsk, long inventory) {
    new QuoteGrid(terms).quote(action, bestBid, bestAsk, inventory, bid, ask);
    return List.of(bid.wantedPrice, ask.wantedPrice);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 998, 1012", // (3, 3): two ticks behind
    "3, 1001, 1012", // ask 3, bid 0
    "5, 999, 1011", // (2, 2)
    "10, 1000, 1010", // (1, 1): the touch
    "12, 998, 1009", // ask 0, bid 3
    "15, 1001, 1009" // (0, 0): one tick inside
  })
  void offsetsCountFromTheTouch(int action, int bidPrice, int askPrice) {
    assertEquals(List.of(bidPrice, askPrice), prices(TERMS, action, 1000, 1010, 0));
  }

  @Test
  void actionsHaveNames() {
    assertEquals("bid at touch, ask at touch", QuoteGrid.name(QuoteGrid.AT_THE_TOUCH));
    assertEquals("bid 2 behind, ask 2 behind", QuoteGrid.name(0));
    assertEquals("bid 1 inside, ask 1 behind", QuoteGrid.name(7));
  }

  @Test
  void quotesStayATickOffTheOppositeTouch() {
    assertEquals(List.of(1000, 1001), prices(TERMS, 15, 1000, 1001, 0));
    assertEquals(List.of(999, 1001), prices(TERMS, 10, 1000, 1000, 0));
  }

  @Test
  void meetingQuotesAreParted() {
    assertEquals(List.of(1001, 1002), prices(TERMS, 15, 1000, 1002, 0));
    assertEquals(List.of(1001, 1002), prices(TERMS, 15, 1000, 1002, 3));
    assertEquals(List.of(1000, 1001), prices(TERMS, 15, 1000, 1002, -3));
  }

  @Test
  void pricesAreRoundedToTheTickOfOwnOrders() {
    Terms coarse = new TestTerms().grid(0.01, 10).of(FillRule.TOUCH, Mode.PUBLISHED);
    assertEquals(List.of(1000, 1040), prices(coarse, 10, 1003, 1036, 0));
    assertEquals(List.of(980, 1060), prices(coarse, 0, 1003, 1036, 0));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "4, 1, 4", "-4, 4, 1", "99, 1, 10", "-1, 1, 1"})
  void sizesReduceThePosition(long inventory, long bidSize, long askSize) {
    prices(TERMS, 10, 1000, 1001, inventory);
    assertEquals(List.of(bidSize, askSize), List.of(bid.wantedSize, ask.wantedSize));
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 3", "4, 3, 3", "7, 3, 6", "-99, 9, 3"})
  void sizesAreWholeStepsOfOwnOrders(long inventory, long bidSize, long askSize) {
    Terms coarse = new TestTerms().lotStep(3).minOrderSize(3).of(FillRule.CROSS, Mode.CORRECTED);
    prices(coarse, 10, 1000, 1001, inventory);
    assertEquals(List.of(bidSize, askSize), List.of(bid.wantedSize, ask.wantedSize));
  }

  @Test
  void noQuotesWantsNothing() {
    prices(TERMS, QuoteGrid.NO_QUOTES, 1000, 1001, 2);
    assertEquals(List.of(0L, 0L), List.of(bid.wantedSize, ask.wantedSize));
  }
}
