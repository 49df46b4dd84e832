package io.makerbench.system.replay;

import io.makerbench.tape.OrderKind;
import io.makerbench.tape.Orders;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The queues of a recording of single orders, looked up by row: what a level held after a row, and
 * when the order a row is about took its place. An own order stands behind what its level held when
 * it came; whatever came later is behind it. So its place is exact, and any number of copies find
 * theirs in the same few arrays.
 */
final class OrderQueues {
  private final Orders orders;

  /** Row at which the order of a row joined its queue. */
  private final int[] joined;

  /** Lots of a row's level after the row. */
  private final long[] held;

  /** Levels, ascending, and where the rows of each begin in {@link #rowsByLevel}. */
  private final long[] levels;

  private final int[] firstOfLevel;
  private final int[] rowsByLevel;

  OrderQueues(Orders orders) {
    this.orders = orders;
    int rows = Math.toIntExact(orders.rows());
    joined = new int[rows];
    held = new long[rows];
    follow(rows);
    Map<Long, Integer> counts = new HashMap<>();
    for (int row = 0; row < rows; row++) {
      if (isQueued(row)) {
        counts.merge(level(row), 1, Integer::sum);
      }
    }
    levels = counts.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    firstOfLevel = new int[levels.length + 1];
    for (int i = 0; i < levels.length; i++) {
      firstOfLevel[i + 1] = firstOfLevel[i] + counts.get(levels[i]);
    }
    rowsByLevel = rowsByLevel(rows);
  }

  private void follow(int rows) {
    Map<Long, Integer> places = new HashMap<>();
    Map<Long, Long> sizes = new HashMap<>();
    for (int row = 0; row < rows; row++) {
      if (isQueued(row)) {
        boolean joins = orders.kind(row) == OrderKind.ADD;
        if (joins) {
          places.put(orders.id(row), row);
        }
        joined[row] = places.getOrDefault(orders.id(row), row);
        long change = joins ? orders.size(row) : -orders.size(row);
        held[row] = sizes.merge(level(row), change, Long::sum);
      }
    }
  }

  private int[] rowsByLevel(int rows) {
    int[] next = Arrays.copyOf(firstOfLevel, levels.length);
    int[] found = new int[firstOfLevel[levels.length]];
    for (int row = 0; row < rows; row++) {
      if (isQueued(row)) {
        found[next[Arrays.binarySearch(levels, level(row))]++] = row;
      }
    }
    return found;
  }

  private boolean isQueued(int row) {
    return switch (orders.kind(row)) {
      case ADD, CANCEL, DELETE, TAKE, EXECUTE -> true;
      case HIDDEN, AUCTION, HALT, QUOTING, RESUME -> false;
    };
  }

  private long level(int row) {
    return level(orders.side(row), orders.price(row));
  }

  private static long level(int side, int price) {
    return (long) price << 1 | side;
  }

  /**
   * Lots of a level once all rows before one have happened.
   *
   * @param sign +1 for bids, −1 for asks
   */
  long held(int sign, int price, int row) {
    int level = Arrays.binarySearch(levels, level(sideOf(sign), price));
    if (level < 0) {
      return 0;
    }
    int found = Arrays.binarySearch(rowsByLevel, firstOfLevel[level], firstOfLevel[level + 1], row);
    int last = (found < 0 ? -found - 1 : found) - 1;
    return last < firstOfLevel[level] ? 0 : held[rowsByLevel[last]];
  }

  private static int sideOf(int sign) {
    return sign > 0 ? Orders.BID : Orders.ASK;
  }

  /**
   * Lets a row happen to an own order: those ahead of it trade or leave, which brings it forward;
   * what a taker traded with an order behind it, or at a worse price, it would have traded first.
   *
   * @return lots that reach the order
   */
  long reach(OrderSlot slot, int row) {
    int beyond = slot.sign * (slot.price - orders.price(row));
    return switch (orders.kind(row)) {
      case CANCEL, DELETE, TAKE -> {
        if (beyond == 0 && orders.side(row) == sideOf(slot.sign)) {
          pass(slot, row);
        }
        yield 0;
      }
      case EXECUTE -> orders.side(row) == sideOf(slot.sign) ? traded(slot, row, beyond) : 0;
      // A hidden order of the other side cannot have traded beyond a visible one.
      case HIDDEN -> beyond > 0 ? orders.size(row) : 0;
      case ADD, AUCTION, HALT, QUOTING, RESUME -> 0;
    };
  }

  private long traded(OrderSlot slot, int row, int beyond) {
    if (beyond < 0 || (beyond == 0 && pass(slot, row))) {
      return 0;
    }
    if (beyond > 0) {
      slot.ahead = 0;
    }
    return orders.size(row);
  }

  /** Takes a row's size off the quantity ahead, unless its order stands behind. */
  private boolean pass(OrderSlot slot, int row) {
    boolean ahead = joined[row] < slot.joined;
    if (ahead) {
      slot.ahead = Math.max(0, slot.ahead - orders.size(row));
    }
    return ahead;
  }
}
