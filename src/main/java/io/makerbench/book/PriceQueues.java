package io.makerbench.book;

import java.util.Arrays;

/**
 * The queues of orders at the levels of one side. Sizes of levels are kept by the ladder; here are
 * the ends of each queue, where the ladder has the level's size.
 */
final class PriceQueues {
  private final OrderSlots orders;
  private final PagedLevels levels;

  /** First and last order of each queue; 0 where it is empty. */
  private long[] ends = new long[0];

  PriceQueues(OrderSlots orders, PagedLevels levels) {
    this.orders = orders;
    this.levels = levels;
  }

  /** Slot of the order that has waited longest, or {@link OrderSlots#NONE}. */
  int head(int key) {
    return levels.get(key) == 0 ? OrderSlots.NONE : first(ends[levels.place(key)]);
  }

  /** Slot of the order that executes next on this side, or {@link OrderSlots#NONE}. */
  int best() {
    return levels.count() == 0 ? OrderSlots.NONE : first(ends[levels.place(levels.first())]);
  }

  /** Puts an order at the end of a queue. */
  void append(int key, int slot, long size) {
    int at = levels.place(key);
    if (at >= ends.length) {
      ends = Arrays.copyOf(ends, levels.places());
    }
    long before = ends[at];
    if (before == 0) {
      orders.link(slot, OrderSlots.NONE, OrderSlots.NONE);
      ends[at] = OrderSlots.pair(slot, slot);
      levels.setAt(at, key, size);
    } else {
      int last = last(before);
      orders.linkNext(last, slot);
      orders.link(slot, last, OrderSlots.NONE);
      ends[at] = OrderSlots.pair(first(before), slot);
      levels.changeAt(at, size);
    }
  }

  /** Takes an order out of a queue with the size it still has. */
  void remove(int key, int slot, long size) {
    int at = levels.place(key);
    int previous = orders.previous(slot);
    int next = orders.next(slot);
    if ((previous | next) == OrderSlots.NONE) {
      ends[at] = 0;
      levels.setAt(at, key, 0);
      return;
    }
    levels.changeAt(at, -size);
    if (previous == OrderSlots.NONE) {
      orders.linkPrevious(next, OrderSlots.NONE);
      ends[at] = OrderSlots.pair(next, last(ends[at]));
    } else if (next == OrderSlots.NONE) {
      orders.linkNext(previous, OrderSlots.NONE);
      ends[at] = OrderSlots.pair(first(ends[at]), previous);
    } else {
      orders.linkNext(previous, next);
      orders.linkPrevious(next, previous);
    }
  }

  /** Makes a level's size smaller by what one of its orders lost; the order stays. */
  void reduce(int key, long by) {
    levels.changeAt(levels.place(key), -by);
  }

  void clear() {
    Arrays.fill(ends, 0);
  }

  private static int first(long ends) {
    return (int) (ends >>> Integer.SIZE);
  }

  private static int last(long ends) {
    return (int) ends;
  }
}
