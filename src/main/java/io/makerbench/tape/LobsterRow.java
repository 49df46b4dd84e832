package io.makerbench.tape;

import io.makerbench.book.OrderBook;
import java.util.ArrayList;
import java.util.List;

/**
 * The best levels of a book as LOBSTER publishes them after a message, best first, in ticks and
 * shares; reused from line to line. Sides are {@link Orders#BID} and {@link Orders#ASK}.
 */
final class LobsterRow {
  private static final long NO_LEVEL = 9_999_999_999L;

  final int depth;
  final int[][] prices;
  final long[][] sizes;
  final int[] levels = new int[2];

  LobsterRow(int depth) {
    this.depth = depth;
    prices = new int[2][depth];
    sizes = new long[2][depth];
  }

  /** Names of the columns. */
  static List<String> columns(int depth) {
    List<String> names = new ArrayList<>();
    for (int level = 1; level <= depth; level++) {
      names.add("ask_price_" + level);
      names.add("ask_size_" + level);
      names.add("bid_price_" + level);
      names.add("bid_size_" + level);
    }
    return names;
  }

  /**
   * Takes a line over.
   *
   * @throws io.makerbench.config.InputException when its levels are no book's: not in order of
   *     price, or without a size
   */
  void read(CsvLines lines, LobsterSteps steps) {
    for (int side = Orders.BID; side <= Orders.ASK; side++) {
      levels[side] = 0;
      for (int level = 0; level < depth; level++) {
        int column = 4 * level + (side == Orders.BID ? 2 : 0);
        long price = lines.whole(column);
        if (!empty(price)) {
          add(lines, side, level, column, steps.visible(lines, column, price));
        }
      }
    }
  }

  /** True for the price that fills the place of a level that is not there. */
  static boolean empty(long price) {
    return Math.abs(price) == NO_LEVEL;
  }

  private void add(CsvLines lines, int side, int level, int column, int price) {
    long size = lines.whole(column + 1);
    if (size < 1 || size > OrderBook.MAX_SIZE) {
      throw lines.bad(column + 1, "is no size of a level; allowed are 1 to " + OrderBook.MAX_SIZE);
    }
    boolean ordered = level == 0 || better(side, prices[side][level - 1], price);
    if (levels[side] != level || !ordered) {
      throw lines.bad(column, "is out of order: a side's levels go from the best price on");
    }
    prices[side][level] = price;
    sizes[side][level] = size;
    levels[side]++;
  }

  /** True when a price is nearer to the touch than another of its side. */
  static boolean better(int side, int price, int other) {
    return side == Orders.BID ? price > other : price < other;
  }

  /** True when every level that is asked for was there, so that others may lie deeper. */
  boolean full(int side) {
    return levels[side] == depth;
  }

  /** Price of the deepest level seen. */
  int edge(int side) {
    return prices[side][levels[side] - 1];
  }

  /** Size at a price; 0 when the row does not show it. */
  long size(int side, int price) {
    for (int level = 0; level < levels[side]; level++) {
      if (prices[side][level] == price) {
        return sizes[side][level];
      }
    }
    return 0;
  }
}
