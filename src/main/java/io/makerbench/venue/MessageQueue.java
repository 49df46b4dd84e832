package io.makerbench.venue;

import java.util.Arrays;

/**
 * Messages under way in one direction, by time of arrival; those of one time in the order in which
 * they were sent. Allocates nothing once it is large enough.
 */
final class MessageQueue {
  /** Time when nothing is under way. */
  static final long NONE = Long.MAX_VALUE;

  private static final int FIRST_CAPACITY = 64;

  private long[] times = new long[FIRST_CAPACITY];
  private long[] stamps = new long[FIRST_CAPACITY];
  private long[] lots = new long[FIRST_CAPACITY];
  private int[] prices = new int[FIRST_CAPACITY];
  private int[] orders = new int[FIRST_CAPACITY];
  private byte[] kinds = new byte[FIRST_CAPACITY];
  private int head;
  private int size;

  void clear() {
    head = 0;
    size = 0;
  }

  /** Time at which the next message arrives, or {@link #NONE}. */
  long nextTime() {
    return size == 0 ? NONE : times[head];
  }

  /** What the next message says. */
  int kind() {
    return kinds[head];
  }

  /** The order the next message is about. */
  int order() {
    return orders[head];
  }

  /** Price in ticks of the next message. */
  int price() {
    return prices[head];
  }

  /** Quantity in lots of the next message. */
  long lots() {
    return lots[head];
  }

  /** When what the next message tells of happened, ns. */
  long stamp() {
    return stamps[head];
  }

  void remove() {
    head = (head + 1) & (times.length - 1);
    size--;
  }

  /** Sends a message. */
  void add(long arrival, int kind, int order, int price, long quantity, long stamp) {
    if (size == times.length) {
      grow();
    }
    int mask = times.length - 1;
    int place = (head + size++) & mask;
    while (place != head && times[(place - 1) & mask] > arrival) {
      copy((place - 1) & mask, place);
      place = (place - 1) & mask;
    }
    times[place] = arrival;
    kinds[place] = (byte) kind;
    orders[place] = order;
    prices[place] = price;
    lots[place] = quantity;
    stamps[place] = stamp;
  }

  private void copy(int from, int to) {
    times[to] = times[from];
    kinds[to] = kinds[from];
    orders[to] = orders[from];
    prices[to] = prices[from];
    lots[to] = lots[from];
    stamps[to] = stamps[from];
  }

  private void grow() {
    int old = times.length;
    times = Arrays.copyOf(times, 2 * old);
    stamps = Arrays.copyOf(stamps, 2 * old);
    lots = Arrays.copyOf(lots, 2 * old);
    prices = Arrays.copyOf(prices, 2 * old);
    orders = Arrays.copyOf(orders, 2 * old);
    kinds = Arrays.copyOf(kinds, 2 * old);
    // What lies before the head comes after the old end.
    for (int i = 0; i < head; i++) {
      copy(i, old + i);
    }
  }
}
