package io.makerbench.venue;

import io.makerbench.book.QueueModel;
import java.util.Arrays;

/**
 * One's own resting orders of one side at the exchange, best price first and of one price the
 * earliest first.
 */
final class RestingOrders {
  private static final int FIRST_CAPACITY = 16;

  /** +1 for bids, −1 for asks. */
  final int sign;

  int count;
  int[] orders = new int[FIRST_CAPACITY];
  int[] prices = new int[FIRST_CAPACITY];
  long[] remaining = new long[FIRST_CAPACITY];

  /** Recorded quantity that is executed before the order, in lots. */
  double[] ahead = new double[FIRST_CAPACITY];

  /** Size of the order's level as the recording last told it, in lots. */
  private double[] levelSizes = new double[FIRST_CAPACITY];

  /** Traded at the order's price since then, in lots. */
  private double[] traded = new double[FIRST_CAPACITY];

  private int best;
  private int worst;

  RestingOrders(int sign) {
    this.sign = sign;
    clear();
  }

  void clear() {
    count = 0;
    findRange();
  }

  void add(int order, int price, long lots, double quantityAhead) {
    if (count == orders.length) {
      grow();
    }
    int at = count;
    while (at > 0 && sign * (price - prices[at - 1]) > 0) {
      at--;
    }
    move(at, at + 1);
    orders[at] = order;
    prices[at] = price;
    remaining[at] = lots;
    ahead[at] = quantityAhead;
    levelSizes[at] = quantityAhead;
    traded[at] = 0;
    count++;
    findRange();
  }

  private void grow() {
    int capacity = 2 * count;
    orders = Arrays.copyOf(orders, capacity);
    prices = Arrays.copyOf(prices, capacity);
    remaining = Arrays.copyOf(remaining, capacity);
    ahead = Arrays.copyOf(ahead, capacity);
    levelSizes = Arrays.copyOf(levelSizes, capacity);
    traded = Arrays.copyOf(traded, capacity);
  }

  /** Place of an order in these arrays, or −1. */
  int find(int order) {
    int at = count - 1;
    while (at >= 0 && orders[at] != order) {
      at--;
    }
    return at;
  }

  void remove(int at) {
    move(at + 1, at);
    count--;
    findRange();
  }

  /** The recording tells the size of a level that some orders are at. */
  void seeLevel(QueueModel queue, int price, long size) {
    for (int i = 0; i < count; i++) {
      if (prices[i] == price) {
        ahead[i] = queue.afterChange(ahead[i], levelSizes[i], size, traded[i]);
        levelSizes[i] = size;
        traded[i] = 0;
      }
    }
  }

  /** A trade prints at a price, whichever orders it reaches. */
  void seeTrade(int price, long size) {
    for (int i = 0; i < count; i++) {
      if (prices[i] == price) {
        traded[i] += size;
      }
    }
  }

  private void findRange() {
    // No price reaches an empty side.
    best = count > 0 ? prices[0] : sign > 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    worst = count > 0 ? prices[count - 1] : best;
  }

  private void move(int from, int to) {
    int moved = count - from;
    System.arraycopy(orders, from, orders, to, moved);
    System.arraycopy(prices, from, prices, to, moved);
    System.arraycopy(remaining, from, remaining, to, moved);
    System.arraycopy(ahead, from, ahead, to, moved);
    System.arraycopy(levelSizes, from, levelSizes, to, moved);
    System.arraycopy(traded, from, traded, to, moved);
  }

  /** False where surely no order is at a price. */
  boolean mayBeAt(int price) {
    return reachedBy(price) && (sign > 0 ? price >= worst : price <= worst);
  }

  /** True when an order is at a price or beyond it. */
  boolean reaches(int at, int price) {
    return sign * (prices[at] - price) >= 0;
  }

  /** True when the best order is at a price or beyond it. */
  boolean reachedBy(int price) {
    return sign > 0 ? price <= best : price >= best;
  }
}
