package io.makerbench.book;

/**
 * The price levels of one book, as whole ticks and lots. Levels lie in pages that are taken where
 * prices occur, so prices far from the market cost one page each; an update of a known page
 * allocates nothing, and the best prices are known at any moment.
 *
 * <p>Not safe for several threads. A ladder says nothing of crossed books: it keeps what it is fed.
 */
public final class Ladder {
  /** Side of the buyers. */
  public static final int BID = 0;

  /** Side of the sellers. */
  public static final int ASK = 1;

  /** {@link #bestBid} of a book without bids: below every price. */
  public static final int NO_BID = -1;

  /** {@link #bestAsk} of a book without asks: above every price. */
  public static final int NO_ASK = Integer.MAX_VALUE;

  private static final int LARGEST_KEY = Integer.MAX_VALUE - 1;

  private final PagedLevels bids = new PagedLevels();
  private final PagedLevels asks = new PagedLevels();

  /**
   * Sets the size of a level; 0 removes it.
   *
   * @param side {@link #BID} or {@link #ASK}
   * @param price in ticks, 0 … {@link Integer#MAX_VALUE} − 1
   * @param size in lots, not negative
   * @return the size before, in lots
   */
  public long set(int side, int price, long size) {
    if (price < 0 || price == NO_ASK || size < 0) {
      throw new IllegalArgumentException("No level: price " + price + ", size " + size);
    }
    return levelsOf(side).set(key(side, price), size);
  }

  /** Size of a level in lots; 0 when it is absent. */
  public long size(int side, int price) {
    return isPrice(price) ? levelsOf(side).get(key(side, price)) : 0;
  }

  /** Number of levels of a side. */
  public int levels(int side) {
    return levelsOf(side).count();
  }

  /** Highest bid in ticks, or {@link #NO_BID}. */
  public int bestBid() {
    return LARGEST_KEY - bids.first();
  }

  /** Lowest ask in ticks, or {@link #NO_ASK}. */
  public int bestAsk() {
    return asks.first();
  }

  /** Best price of a side in ticks, or {@link #NO_BID} or {@link #NO_ASK}. */
  public int best(int side) {
    return side == BID ? bestBid() : bestAsk();
  }

  /** The next worse price of a side in ticks, or {@link #NO_BID} or {@link #NO_ASK}. */
  public int next(int side, int price) {
    return price(side, levelsOf(side).next(key(side, price)));
  }

  /** False for what stands for the price of an empty side. */
  public static boolean isPrice(int price) {
    return price > NO_BID && price < NO_ASK;
  }

  /**
   * Copies the best levels of a side, best first.
   *
   * @param depth levels wanted
   * @return levels copied: fewer than {@code depth} when the side has fewer; the rest of the arrays
   *     is left as it was
   */
  public int copyTop(int side, int depth, int[] prices, long[] sizes) {
    PagedLevels levels = levelsOf(side);
    int copied = Math.min(depth, levels.count());
    int key = levels.first();
    for (int i = 0; i < copied; i++) {
      prices[i] = price(side, key);
      sizes[i] = levels.get(key);
      key = i + 1 < copied ? levels.next(key) : key;
    }
    return copied;
  }

  /** Removes every level of a side and keeps the pages. */
  public void clear(int side) {
    levelsOf(side).clear();
  }

  /** Removes every level and keeps the pages. */
  public void clear() {
    bids.clear();
    asks.clear();
  }

  PagedLevels levelsOf(int side) {
    return side == BID ? bids : asks;
  }

  /** Levels are filed so that the best one of either side has the smallest key. */
  static int key(int side, int price) {
    return side == BID ? LARGEST_KEY - price : price;
  }

  private static int price(int side, int key) {
    return key(side, key);
  }
}
