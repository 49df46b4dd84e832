package io.makerbench.book;

/**
 * The cautious model of a place in a level's queue, for books that show sizes but no orders: only
 * trades at the price and a level that has become smaller than the quantity ahead move an order
 * forward; a cancel is taken to have been behind it. Quantities in lots.
 *
 * <p>A quantity ahead is {@link #UNKNOWN} while the recording does not show the order's level.
 */
public final class RiskAverseQueue {
  /** Quantity ahead of an order whose level the recording does not show. */
  public static final long UNKNOWN = Long.MAX_VALUE;

  private RiskAverseQueue() {}

  /** Quantity ahead after a trade of {@code traded} at the order's price. */
  public static long afterTrade(long ahead, long traded) {
    return ahead == UNKNOWN ? UNKNOWN : Math.max(0, ahead - traded);
  }

  /** Quantity ahead once the level shows {@code size}, which is {@link #UNKNOWN} out of sight. */
  public static long afterChange(long ahead, long size) {
    return Math.min(ahead, size);
  }
}
