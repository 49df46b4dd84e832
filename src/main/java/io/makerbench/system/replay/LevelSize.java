package io.makerbench.system.replay;

import io.makerbench.book.QueueModel;
import io.makerbench.tape.BookStates;

/** What a recorded book state shows at a price. */
final class LevelSize {
  private LevelSize() {}

  /**
   * Size at a price in lots, 0 where the book has no such level, {@link RiskAverseQueue#UNKNOWN}
   * where the price lies beyond the levels stored.
   *
   * @param sign +1 for bids, −1 for asks
   */
  static double at(BookStates states, long row, int sign, int price) {
    return sign > 0 ? bid(states, row, price) : ask(states, row, price);
  }

  private static double bid(BookStates states, long row, int price) {
    for (int level = 0; level < states.depth(); level++) {
      long size = states.bidSize(row, level);
      int levelPrice = states.bidPrice(row, level);
      if (size == 0 || levelPrice < price) {
        return 0;
      }
      if (levelPrice == price) {
        return size;
      }
    }
    return QueueModel.UNKNOWN;
  }

  private static double ask(BookStates states, long row, int price) {
    for (int level = 0; level < states.depth(); level++) {
      long size = states.askSize(row, level);
      int levelPrice = states.askPrice(row, level);
      if (size == 0 || levelPrice > price) {
        return 0;
      }
      if (levelPrice == price) {
        return size;
      }
    }
    return QueueModel.UNKNOWN;
  }
}
