package io.makerbench.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.random.RandomStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random changes, contradictions among them, to the book and to a plain list of orders. */
class OrderBookStreamTest {
  private static final int CHANGES = 40_000;
  private static final int CHECK_ALL_EVERY = 400;
  private static final int ASK_FOR = 3;

  /** The list is kept in the order of arrival. */
  private record Order(long id, int side, int price, long size) {}

  private final OrderBook book = new OrderBook();
  private final List<Order> orders = new ArrayList<>();
  private long executed;
  private RandomStream random = RandomStream.named(1, "changes", 0);

  /** Narrow and wide prices; the last book outgrows its first arrays several times. */
  @ParameterizedTest
  @CsvSource({"20, 50", "1000, 200", "1000000, 200", "2000000000, 300", "3000, 3000"})
  void agreesWithAPlainList(int prices, int mostOrders) {
    random = RandomStream.named(prices, "changes", mostOrders);
    for (int i = 0; i < CHANGES; i++) {
      change(prices, mostOrders);
      if (i % CHECK_ALL_EVERY == 0) {
        assertSame();
      }
    }
    assertSame();
    while (!orders.isEmpty()) {
      assertEquals(OrderOutcome.APPLIED, book.cancel(orders.removeLast().id));
    }
    assertSame();
  }

  private void change(int prices, int mostOrders) {
    int kind = random.nextInt(orders.size() < mostOrders ? 12 : 24);
    Order old = known();
    int at = orders.indexOf(old);
    long size = 1 + random.nextInt(20);
    if (kind < 6) {
      add(random.nextInt(20) == 0 ? old.id : random.nextLong(), random.nextInt(prices), size);
    } else if (kind == 6) {
      modify(old, at, random.nextInt(2) == 0 ? old.price : random.nextInt(prices), size);
    } else if (kind == 7) {
      assertEquals(at < 0 ? OrderOutcome.UNKNOWN_ORDER : taken(old, size), reduce(old, size));
    } else if (kind == 8) {
      execute(old, at, size);
    } else {
      assertEquals(at < 0 ? OrderOutcome.UNKNOWN_ORDER : OrderOutcome.APPLIED, book.cancel(old.id));
      orders.remove(old);
    }
  }

  /** A resting order, or at times one that is not there. */
  private Order known() {
    return orders.isEmpty() || random.nextInt(20) == 0
        ? new Order(random.nextLong(), 0, 0, 1)
        : orders.get(random.nextInt(orders.size()));
  }

  private void add(long id, int price, long size) {
    int side = random.nextInt(2);
    if (orders.stream().anyMatch(order -> order.id == id)) {
      assertEquals(OrderOutcome.DUPLICATE_ORDER, book.add(id, side, price, size));
    } else {
      assertEquals(OrderOutcome.APPLIED, book.add(id, side, price, size));
      orders.add(new Order(id, side, price, size));
    }
  }

  private void modify(Order old, int at, int price, long size) {
    OrderOutcome outcome = book.modify(old.id, price, size);
    if (at < 0) {
      assertEquals(OrderOutcome.UNKNOWN_ORDER, outcome);
      return;
    }
    assertEquals(OrderOutcome.APPLIED, outcome);
    Order changed = new Order(old.id, old.side, price, size);
    if (price == old.price && size <= old.size) {
      orders.set(at, changed);
    } else {
      orders.remove(at);
      orders.add(changed);
    }
  }

  private OrderOutcome reduce(Order old, long size) {
    OrderOutcome outcome = book.reduce(old.id, size);
    take(old, size);
    return outcome;
  }

  private void execute(Order old, int at, long size) {
    OrderOutcome outcome = book.execute(old.id, size);
    if (at < 0) {
      assertEquals(OrderOutcome.UNKNOWN_ORDER, outcome);
      return;
    }
    boolean inTurn = inTurn(old.side).getFirst().equals(old);
    OrderOutcome taken = taken(old, size);
    assertEquals(
        taken == OrderOutcome.APPLIED && !inTurn ? OrderOutcome.OUT_OF_TURN : taken, outcome);
    executed += Math.min(size, old.size);
    take(old, size);
  }

  private static OrderOutcome taken(Order old, long size) {
    return size > old.size ? OrderOutcome.MORE_THAN_LEFT : OrderOutcome.APPLIED;
  }

  private void take(Order old, long size) {
    int at = orders.indexOf(old);
    if (at >= 0 && size < old.size) {
      orders.set(at, new Order(old.id, old.side, old.price, old.size - size));
    } else {
      orders.remove(old);
    }
  }

  private List<Order> inTurn(int side) {
    Comparator<Order> byPrice = Comparator.comparingInt(Order::price);
    return orders.stream()
        .filter(order -> order.side == side)
        .sorted(side == Ladder.BID ? byPrice.reversed() : byPrice)
        .toList();
  }

  private void assertSame() {
    assertEquals(orders.size(), book.orders());
    assertEquals(executed, book.executed());
    for (int side = Ladder.BID; side <= Ladder.ASK; side++) {
      assertSameSide(side, inTurn(side));
    }
  }

  private void assertSameSide(int side, List<Order> expected) {
    int none = side == Ladder.BID ? Ladder.NO_BID : Ladder.NO_ASK;
    assertEquals(
        expected.isEmpty() ? none : expected.getFirst().price,
        side == Ladder.BID ? book.bestBid() : book.bestAsk());
    int[] prices = expected.stream().mapToInt(Order::price).distinct().toArray();
    int[] copied = new int[prices.length + ASK_FOR];
    long[] sizes = new long[copied.length];
    assertEquals(prices.length, book.copyTop(side, copied.length, copied, sizes));
    assertEquals(prices.length, book.levels(side));
    for (int level = 0; level < prices.length; level++) {
      int price = prices[level];
      assertEquals(price, copied[level]);
      assertSameLevel(
          side, price, sizes[level], expected.stream().filter(o -> o.price == price).toList());
    }
  }

  private void assertSameLevel(int side, int price, long size, List<Order> expected) {
    long[] ids = new long[expected.size() + ASK_FOR];
    long[] sizes = new long[ids.length];
    assertEquals(expected.size(), book.copyQueue(side, price, ids.length, ids, sizes));
    long ahead = 0;
    for (int i = 0; i < expected.size(); i++) {
      Order order = expected.get(i);
      assertEquals(order.id, ids[i]);
      assertEquals(order.size, sizes[i]);
      assertEquals(order.size, book.sizeOf(order.id));
      assertEquals(side, book.sideOf(order.id));
      assertEquals(price, book.priceOf(order.id));
      assertEquals(ahead, book.ahead(order.id));
      assertEquals(i, book.place(order.id));
      ahead += order.size;
    }
    assertEquals(ahead, size);
    assertEquals(ahead, book.size(side, price));
  }
}
