package io.makerbench.venue;

import java.util.Arrays;

/**
 * One's own orders as the trader knows them, each in a slot that is used again once the order is
 * gone and nothing about it is under way. Live orders are listed by ascending id.
 */
final class Orders {
  private static final int FIRST_CAPACITY = 64;

  private long[] ids = new long[FIRST_CAPACITY];
  private int[] signs = new int[FIRST_CAPACITY];
  private int[] prices = new int[FIRST_CAPACITY];
  private long[] open = new long[FIRST_CAPACITY];
  private long[] requested = new long[FIRST_CAPACITY];
  private int[] underWay = new int[FIRST_CAPACITY];
  private long[] arrivals = new long[FIRST_CAPACITY];
  private int[] free = new int[FIRST_CAPACITY];
  private int[] live = new int[FIRST_CAPACITY];
  private int freeCount;
  private int used;
  private int liveCount;
  private long lastId;

  void clear() {
    freeCount = 0;
    used = 0;
    liveCount = 0;
    lastId = 0;
  }

  /** Adds an order whose request is being sent; returns its slot. */
  int add(int sign, int price, long lots, long time) {
    if (freeCount == 0 && used == ids.length) {
      grow();
    }
    int slot = freeCount > 0 ? free[--freeCount] : used++;
    ids[slot] = ++lastId;
    signs[slot] = sign;
    prices[slot] = price;
    open[slot] = lots;
    underWay[slot] = 0;
    arrivals[slot] = Long.MIN_VALUE;
    live[liveCount++] = slot;
    request(slot, time);
    return slot;
  }

  private void grow() {
    int capacity = 2 * ids.length;
    ids = Arrays.copyOf(ids, capacity);
    signs = Arrays.copyOf(signs, capacity);
    prices = Arrays.copyOf(prices, capacity);
    open = Arrays.copyOf(open, capacity);
    requested = Arrays.copyOf(requested, capacity);
    underWay = Arrays.copyOf(underWay, capacity);
    arrivals = Arrays.copyOf(arrivals, capacity);
    free = Arrays.copyOf(free, capacity);
    live = Arrays.copyOf(live, capacity);
  }

  /** A request about an order is being sent. */
  void request(int slot, long time) {
    requested[slot] = time;
    underWay[slot]++;
  }

  /**
   * When the request being sent arrives: as it would, but not before an earlier one about the same
   * order.
   */
  long arrival(int slot, long time) {
    arrivals[slot] = Math.max(arrivals[slot], time);
    return arrivals[slot];
  }

  /** A request about an order has been answered. */
  void answered(int slot) {
    underWay[slot]--;
    release(slot);
  }

  void changed(int slot, int price, long lots) {
    prices[slot] = price;
    open[slot] = lots;
  }

  /** Some of an order was executed. */
  void executed(int slot, long lots) {
    open[slot] -= lots;
    if (open[slot] == 0) {
      gone(slot);
    }
  }

  /** An order is no longer live. */
  void gone(int slot) {
    open[slot] = 0;
    int at = 0;
    while (at < liveCount && live[at] != slot) {
      at++;
    }
    if (at < liveCount) {
      System.arraycopy(live, at + 1, live, at, --liveCount - at);
      release(slot);
    }
  }

  private void release(int slot) {
    if (open[slot] == 0 && underWay[slot] == 0) {
      free[freeCount++] = slot;
    }
  }

  int liveCount() {
    return liveCount;
  }

  int live(int index) {
    return live[index];
  }

  long lastId() {
    return lastId;
  }

  long id(int slot) {
    return ids[slot];
  }

  int sign(int slot) {
    return signs[slot];
  }

  int price(int slot) {
    return prices[slot];
  }

  long open(int slot) {
    return open[slot];
  }

  long requested(int slot) {
    return requested[slot];
  }

  boolean requestUnderWay(int slot) {
    return underWay[slot] > 0;
  }
}
