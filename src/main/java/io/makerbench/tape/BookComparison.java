package io.makerbench.tape;

import io.makerbench.book.Ladder;
import java.util.Arrays;

/** Compares every level of two books; its arrays are used again. */
final class BookComparison {
  private static final int FIRST_LEVELS = 1024;

  private int[] prices = new int[FIRST_LEVELS];
  private long[] sizes = new long[FIRST_LEVELS];
  private int[] otherPrices = new int[FIRST_LEVELS];
  private long[] otherSizes = new long[FIRST_LEVELS];

  boolean equal(Ladder book, Ladder other) {
    return equal(book, other, Ladder.BID) && equal(book, other, Ladder.ASK);
  }

  private boolean equal(Ladder book, Ladder other, int side) {
    int levels = book.levels(side);
    if (levels != other.levels(side)) {
      return false;
    }
    if (levels > prices.length) {
      prices = new int[2 * levels];
      sizes = new long[2 * levels];
      otherPrices = new int[2 * levels];
      otherSizes = new long[2 * levels];
    }
    book.copyTop(side, levels, prices, sizes);
    other.copyTop(side, levels, otherPrices, otherSizes);
    return Arrays.equals(prices, 0, levels, otherPrices, 0, levels)
        && Arrays.equals(sizes, 0, levels, otherSizes, 0, levels);
  }
}
