package io.makerbench.tape;

import io.makerbench.random.RandomStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A venue in the plainest terms, a list of orders, that records itself as LOBSTER does: whatever
 * changes the best levels has a message, and nothing else has. Prices are whole cents.
 */
final class LobsterVenue {
  /** An order that rests; direction +1 buys. */
  private static final class Order {
    final long id;
    final int direction;
    final int cents;
    long size;

    Order(long id, int direction, int cents, long size) {
      this.id = id;
      this.direction = direction;
      this.cents = cents;
      this.size = size;
    }
  }

  final List<String> messages = new ArrayList<>();
  final List<String> rows = new ArrayList<>();

  /** Trades as {@code taker's sign, cents, size}. */
  final List<String> trades = new ArrayList<>();

  private final RandomStream random;
  private final int levels;
  private final List<Order> orders = new ArrayList<>();
  private long lastId;

  LobsterVenue(long seed, int levels, int events) {
    random = RandomStream.named(seed, "venue", 0);
    this.levels = levels;
    for (int i = 0; i < 60; i++) {
      add();
    }
    messages.clear();
    rows.clear();
    trades.clear();
    while (messages.size() < events) {
      act();
    }
  }

  private void act() {
    switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> add();
      case 4, 5, 6 -> cancel(any(), true);
      case 7 -> cancel(any(), false);
      case 8 -> execute();
      default -> hidden();
    }
  }

  private Order any() {
    if (orders.size() < 20) {
      add();
    }
    return orders.get(random.nextInt(orders.size()));
  }

  private void add() {
    int direction = random.nextInt(2) == 0 ? 1 : -1;
    int best = best(-direction);
    int near = best == 0 ? 10_000 - direction * 2 : best - direction;
    Order order = new Order(++lastId, direction, near - direction * random.nextInt(12), size());
    String before = row();
    orders.add(order);
    record(before, 1, order, order.size);
  }

  private long size() {
    return 1 + random.nextInt(9);
  }

  /** Best price of a side in cents; 0 when it is empty. */
  private int best(int direction) {
    return orders.stream()
        .filter(order -> order.direction == direction)
        .map(order -> order.cents)
        .max(Comparator.comparingInt(cents -> direction * cents))
        .orElse(0);
  }

  private void cancel(Order order, boolean whole) {
    String before = row();
    long part = whole || order.size == 1 ? order.size : 1;
    int type = part == order.size ? 3 : 2;
    take(order, part);
    record(before, type, order, part);
  }

  private void execute() {
    int direction = random.nextInt(2) == 0 ? 1 : -1;
    int best = best(direction);
    orders.stream()
        .filter(order -> order.direction == direction && order.cents == best)
        .findFirst()
        .ifPresent(order -> {
          String before = row();
          long part = Math.min(order.size, size());
          take(order, part);
          trades.add(-direction + " " + order.cents + " " + part);
          record(before, 4, order, part);
        });
  }

  private void hidden() {
    int cents = best(1);
    if (cents > 0) {
      messages.add(time() + ",5,0,3," + cents + "00,1");
      rows.add(row());
      trades.add("-1 " + cents + " 3");
    }
  }

  private void take(Order order, long part) {
    order.size -= part;
    if (order.size == 0) {
      orders.remove(order);
    }
  }

  private void record(String before, int type, Order order, long size) {
    String after = row();
    if (!after.equals(before)) {
      messages.add(
          time()
              + ","
              + type
              + ","
              + order.id
              + ","
              + size
              + ","
              + order.cents
              + "00,"
              + order.direction);
      rows.add(after);
    }
  }

  private String time() {
    return 34_200 + messages.size() + ".5";
  }

  /** The best levels now, as LOBSTER writes them. */
  private String row() {
    List<String> asks = side(-1);
    List<String> bids = side(1);
    List<String> values = new ArrayList<>();
    for (int level = 0; level < levels; level++) {
      values.add(level < asks.size() ? asks.get(level) : LobsterFile.EMPTY_ASK);
      values.add(level < bids.size() ? bids.get(level) : LobsterFile.EMPTY_BID);
    }
    return String.join(",", values);
  }

  private List<String> side(int direction) {
    return orders.stream()
        .filter(order -> order.direction == direction)
        .map(order -> order.cents)
        .distinct()
        .sorted(Comparator.comparingInt(cents -> -direction * cents))
        .map(cents -> cents + "00," + total(direction, cents))
        .toList();
  }

  private long total(int direction, int cents) {
    return orders.stream()
        .filter(order -> order.direction == direction && order.cents == cents)
        .mapToLong(order -> order.size)
        .sum();
  }
}
