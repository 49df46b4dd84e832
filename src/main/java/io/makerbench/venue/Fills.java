package io.makerbench.venue;

import java.util.Arrays;

/** Executions of one's own orders as the trader heard of them; of one time by order id. */
public final class Fills {
  private static final int FIRST_CAPACITY = 256;

  private int count;
  private long[] orders = new long[FIRST_CAPACITY];
  private int[] signs = new int[FIRST_CAPACITY];
  private int[] prices = new int[FIRST_CAPACITY];
  private long[] lots = new long[FIRST_CAPACITY];
  private long[] requested = new long[FIRST_CAPACITY];
  private long[] executed = new long[FIRST_CAPACITY];
  private long[] received = new long[FIRST_CAPACITY];
  private boolean[] makers = new boolean[FIRST_CAPACITY];

  void clear() {
    count = 0;
  }

  void add(
      long order,
      int sign,
      int price,
      long quantity,
      long requestTime,
      long executionTime,
      long receiptTime,
      boolean maker) {
    if (count == orders.length) {
      grow();
    }
    int at = count++;
    while (at > 0 && executed[at - 1] == executionTime && orders[at - 1] > order) {
      copy(at - 1, at);
      at--;
    }
    orders[at] = order;
    signs[at] = sign;
    prices[at] = price;
    lots[at] = quantity;
    requested[at] = requestTime;
    executed[at] = executionTime;
    received[at] = receiptTime;
    makers[at] = maker;
  }

  private void copy(int from, int to) {
    orders[to] = orders[from];
    signs[to] = signs[from];
    prices[to] = prices[from];
    lots[to] = lots[from];
    requested[to] = requested[from];
    executed[to] = executed[from];
    received[to] = received[from];
    makers[to] = makers[from];
  }

  private void grow() {
    int capacity = 2 * count;
    orders = Arrays.copyOf(orders, capacity);
    signs = Arrays.copyOf(signs, capacity);
    prices = Arrays.copyOf(prices, capacity);
    lots = Arrays.copyOf(lots, capacity);
    requested = Arrays.copyOf(requested, capacity);
    executed = Arrays.copyOf(executed, capacity);
    received = Arrays.copyOf(received, capacity);
    makers = Arrays.copyOf(makers, capacity);
  }

  public int count() {
    return count;
  }

  /** Id of the order: 1, 2, 3 … in the order in which they were placed. */
  public long order(int fill) {
    return orders[fill];
  }

  /** +1 for a purchase, −1 for a sale. */
  public int sign(int fill) {
    return signs[fill];
  }

  /** Price in ticks. */
  public int price(int fill) {
    return prices[fill];
  }

  /** Quantity in lots. */
  public long lots(int fill) {
    return lots[fill];
  }

  /** Local time of the last request about the order, ns since 1970 UTC. */
  public long requested(int fill) {
    return requested[fill];
  }

  /** Exchange time of the execution, ns since 1970 UTC. */
  public long executed(int fill) {
    return executed[fill];
  }

  /** Local time at which the trader heard of it, ns since 1970 UTC. */
  public long received(int fill) {
    return received[fill];
  }

  /** True when the order rested in the book. */
  public boolean maker(int fill) {
    return makers[fill];
  }
}
