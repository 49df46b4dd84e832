package io.makerbench.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.random.RandomStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A million random messages to the engine and to an exchange that is slow and plainly right. */
class MatchingStreamTest {
  private static final int MESSAGES = 50_000;
  private static final int CHECK_ALL_EVERY = 500;
  private static final int OWNERS = 4;
  private static final int SHUFFLED = 7919;

  private final Ledger told = new Ledger();
  private final Ledger expected = new Ledger();
  private RandomStream random = RandomStream.named(1, "messages", 0);
  private long ids;
  private int middle;
  private int width;
  private int mostOrders;

  /** Every prevention, on narrow and wide prices, at the ends of the range and between pages. */
  @ParameterizedTest
  @CsvSource({
    "NONE, 1000, 12, 80",
    "NONE, 15, 40, 120",
    "NONE, 2147483630, 40, 60",
    "NONE, 51200, 1500, 200",
    "CANCEL_NEWEST, 1000, 12, 80",
    "CANCEL_NEWEST, 15, 40, 120",
    "CANCEL_NEWEST, 2147483630, 40, 60",
    "CANCEL_NEWEST, 51200, 1500, 200",
    "CANCEL_OLDEST, 1000, 12, 80",
    "CANCEL_OLDEST, 15, 40, 120",
    "CANCEL_OLDEST, 2147483630, 40, 60",
    "CANCEL_OLDEST, 51200, 1500, 200",
    "CANCEL_BOTH, 1000, 12, 80",
    "CANCEL_BOTH, 15, 40, 120",
    "CANCEL_BOTH, 2147483630, 40, 60",
    "CANCEL_BOTH, 51200, 1500, 200",
    "DECREMENT_AND_CANCEL, 1000, 12, 80",
    "DECREMENT_AND_CANCEL, 15, 40, 120",
    "DECREMENT_AND_CANCEL, 2147483630, 40, 60",
    "DECREMENT_AND_CANCEL, 51200, 1500, 200",
  })
  void agreesWithTheSlowExchange(
      SelfTradePrevention prevention, int middle, int width, int mostOrders) {
    MatchingEngine engine = new MatchingEngine(prevention, told);
    SlowExchange slow = new SlowExchange(prevention, expected);
    this.random = RandomStream.named(prevention.ordinal(), "messages", middle);
    this.middle = middle;
    this.width = width;
    this.mostOrders = mostOrders;
    for (int i = 0; i < MESSAGES; i++) {
      send(engine, slow);
      assertEquals(expected.digest(), told.digest(), "The engine told something else.");
      assertTouch(slow, engine.book());
      if (i % CHECK_ALL_EVERY == 0) {
        assertSameBook(slow, engine.book());
        told.check(engine.book());
      }
    }
    assertSameBook(slow, engine.book());
    told.check(engine.book());
    assertTrue(told.executions() > MESSAGES / 50, "The stream trades too little to show anything.");
  }

  private void send(MatchingEngine engine, SlowExchange slow) {
    List<SlowExchange.Order> resting = slow.resting();
    int kind = random.nextInt(resting.size() > mostOrders ? 20 : 10);
    if (kind < 7) {
      place(engine, slow);
    } else if (kind == 7) {
      modify(engine, slow);
    } else {
      long id = someId(resting);
      assertEquals(slow.cancel(id), engine.cancel(id));
    }
  }

  private void modify(MatchingEngine engine, SlowExchange slow) {
    long id = someId(slow.resting());
    SlowExchange.Order order = slow.find(id);
    boolean stays = order != null && random.nextInt(2) == 0;
    int price = stays ? order.price : price(order == null ? Ladder.BID : order.side);
    long size = size();
    assertEquals(slow.modify(id, price, size), engine.modify(id, price, size));
  }

  private void place(MatchingEngine engine, SlowExchange slow) {
    long id = random.nextInt(50) == 0 ? someId(slow.resting()) : newId();
    int owner = random.nextInt(OWNERS);
    OrderType[] types = OrderType.values();
    OrderType type = random.nextInt(3) > 0 ? OrderType.LIMIT : types[random.nextInt(types.length)];
    int side = random.nextInt(2);
    int price = price(side);
    long size = size();
    assertEquals(
        slow.place(id, owner, type, side, price, size),
        engine.place(id, owner, type, side, price, size));
  }

  /** Ids in no order, of either sign. */
  private long newId() {
    return (ids++ - MESSAGES / 4) * SHUFFLED << (ids % 3 * 20);
  }

  private long someId(List<SlowExchange.Order> resting) {
    return resting.isEmpty() || random.nextInt(30) == 0
        ? newId()
        : resting.get(random.nextInt(resting.size())).id;
  }

  /** Prices about the middle, most on the order's own side; seldom any, even impossible. */
  private int price(int side) {
    if (random.nextInt(400) == 0) {
      return (int) random.nextLong();
    }
    int away = random.nextInt(width) - width / 6;
    return side == Ladder.BID ? middle - away : middle + away;
  }

  /** Small, at times large, seldom at the end of what is allowed or beyond. */
  private long size() {
    return switch (random.nextInt(1000)) {
      case 0 -> OrderBook.MAX_SIZE - random.nextInt(3) + 1;
      case 1, 2 -> random.nextInt(3) - 1L;
      case 3, 4, 5, 6, 7 -> 1 + random.nextInt(300);
      default -> 1 + random.nextInt(9);
    };
  }

  private static void assertTouch(SlowExchange slow, OrderBook book) {
    int bid = Ladder.NO_BID;
    int ask = Ladder.NO_ASK;
    for (SlowExchange.Order order : slow.resting()) {
      if (order.side == Ladder.BID) {
        bid = Math.max(bid, order.price);
      } else {
        ask = Math.min(ask, order.price);
      }
    }
    assertEquals(bid, book.bestBid());
    assertEquals(ask, book.bestAsk());
  }

  private static void assertSameBook(SlowExchange slow, OrderBook book) {
    assertEquals(slow.resting().size(), book.orders());
    for (SlowExchange.Order order : slow.resting()) {
      assertEquals(order.left, book.sizeOf(order.id));
      assertEquals(order.price, book.priceOf(order.id));
      assertEquals(order.side, book.sideOf(order.id));
      assertEquals(slow.ahead(order), book.ahead(order.id));
    }
    for (int side = Ladder.BID; side <= Ladder.ASK; side++) {
      assertSameLevels(slow, book, side);
    }
  }

  private static void assertSameLevels(SlowExchange slow, OrderBook book, int side) {
    List<SlowExchange.Order> orders = slow.inTurn(o -> o.side == side);
    int[] wanted = orders.stream().mapToInt(o -> o.price).distinct().toArray();
    int[] prices = new int[wanted.length];
    long[] sizes = new long[wanted.length];
    assertEquals(wanted.length, book.levels(side));
    assertEquals(wanted.length, book.copyTop(side, wanted.length, prices, sizes));
    for (int level = 0; level < wanted.length; level++) {
      int price = wanted[level];
      assertEquals(price, prices[level]);
      long size = orders.stream().filter(o -> o.price == price).mapToLong(o -> o.left).sum();
      assertEquals(size, sizes[level]);
      assertEquals(size, book.size(side, price));
    }
  }
}
