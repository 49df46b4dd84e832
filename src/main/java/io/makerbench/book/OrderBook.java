package io.makerbench.book;

/**
 * A limit order book that knows every order (L3): each price level is a queue in which orders stand
 * in the order of their arrival. Prices are whole ticks, sizes whole lots, ids any number that no
 * other resting order has.
 *
 * <p>A change answers with its {@link OrderOutcome} and never throws, since recordings contradict
 * themselves. The book keeps what it is fed: it matches nothing and may be crossed ({@link
 * MatchingEngine} matches). Once it has grown to its largest it allocates nothing. Adding,
 * cancelling, executing and modifying take constant time, whatever the number of orders; {@link
 * #ahead} and {@link #place} walk the orders ahead.
 *
 * <p>Not safe for several threads.
 */
public final class OrderBook {
  /** Highest price of an order, in ticks; 0 is the lowest. */
  public static final int MAX_PRICE = Integer.MAX_VALUE - 1;

  /** Largest size of an order, in lots, so that the total of a level stays a number. */
  public static final long MAX_SIZE = 1L << 48;

  /** Answer to a question about an order or a level that is not in the book. */
  public static final int ABSENT = -1;

  private final OrderSlots orders = new OrderSlots();
  private final OrderIndex index = new OrderIndex(orders);
  private final Ladder ladder = new Ladder();
  private final PriceQueues bids = new PriceQueues(orders, ladder.levelsOf(Ladder.BID));
  private final PriceQueues asks = new PriceQueues(orders, ladder.levelsOf(Ladder.ASK));
  private long executed;
  private long executedHidden;

  /** Puts an order of no owner at the end of its level's queue. */
  public OrderOutcome add(long id, int side, int price, long size) {
    return add(id, 0, side, price, size);
  }

  /**
   * Puts an order at the end of its level's queue.
   *
   * @param owner a number the book keeps with the order
   * @param side {@link Ladder#BID} or {@link Ladder#ASK}
   * @param price in ticks, 0 … {@link #MAX_PRICE}
   * @param size in lots, 1 … {@link #MAX_SIZE}
   * @throws IllegalArgumentException when the side is none
   */
  public OrderOutcome add(long id, int owner, int side, int price, long size) {
    if ((side & ~1) != 0) {
      throw new IllegalArgumentException("No side: " + side);
    }
    OrderOutcome wrong = wrongTerms(price, size);
    if (wrong != OrderOutcome.APPLIED) {
      return wrong;
    }
    int slot = orders.take(id, side, price, size, owner);
    if (!index.add(id, slot)) {
      orders.giveBack(slot);
      return OrderOutcome.DUPLICATE_ORDER;
    }
    queuesOf(side).append(Ladder.key(side, price), slot, size);
    return OrderOutcome.APPLIED;
  }

  /** Whether an order of this price and size could stand in a book. */
  static OrderOutcome wrongTerms(int price, long size) {
    if (price < 0 || price > MAX_PRICE) {
      return OrderOutcome.INVALID_PRICE;
    }
    return size < 1 || size > MAX_SIZE ? OrderOutcome.INVALID_SIZE : OrderOutcome.APPLIED;
  }

  /** Removes an order. */
  public OrderOutcome cancel(long id) {
    return withdraw(id) == 0 ? OrderOutcome.UNKNOWN_ORDER : OrderOutcome.APPLIED;
  }

  /** Removes an order and returns what it had left; 0 when it is not here. */
  long withdraw(long id) {
    int slot = index.remove(id);
    if (slot == OrderSlots.NONE) {
      return 0;
    }
    long size = orders.size(slot);
    unlink(slot);
    return size;
  }

  /** Cancels a part of an order, which keeps its place; an order with nothing left is removed. */
  public OrderOutcome reduce(long id, long by) {
    int slot = index.find(id);
    if (slot == OrderSlots.NONE) {
      return OrderOutcome.UNKNOWN_ORDER;
    }
    return by < 1 ? OrderOutcome.INVALID_SIZE : take(slot, by);
  }

  /**
   * Executes a part of an order or all of it, wherever it stands: a recording is believed, and
   * {@link OrderOutcome#OUT_OF_TURN} says that by price and time another order had been next.
   */
  public OrderOutcome execute(long id, long size) {
    int slot = index.find(id);
    if (slot == OrderSlots.NONE) {
      return OrderOutcome.UNKNOWN_ORDER;
    }
    if (size < 1) {
      return OrderOutcome.INVALID_SIZE;
    }
    boolean inTurn = bestSlot(orders.side(slot)) == slot;
    executed += Math.min(size, orders.size(slot));
    OrderOutcome outcome = take(slot, size);
    return outcome == OrderOutcome.APPLIED && !inTurn ? OrderOutcome.OUT_OF_TURN : outcome;
  }

  /** Counts an execution against an order nobody sees: the visible book stays as it is. */
  public OrderOutcome executeHidden(int price, long size) {
    OrderOutcome outcome = wrongTerms(price, size);
    if (outcome == OrderOutcome.APPLIED) {
      executedHidden += size;
    }
    return outcome;
  }

  /**
   * Gives an order a new price and a new size left. It keeps its place when the price stays and the
   * size does not grow; otherwise it goes to the end of its queue.
   */
  public OrderOutcome modify(long id, int price, long size) {
    int slot = index.find(id);
    if (slot == OrderSlots.NONE) {
      return OrderOutcome.UNKNOWN_ORDER;
    }
    OrderOutcome wrong = wrongTerms(price, size);
    if (wrong != OrderOutcome.APPLIED) {
      return wrong;
    }
    move(slot, price, size);
    return OrderOutcome.APPLIED;
  }

  void move(int slot, int price, long size) {
    int side = orders.side(slot);
    PriceQueues queues = queuesOf(side);
    int oldPrice = orders.price(slot);
    long oldSize = orders.size(slot);
    if (price == oldPrice && size <= oldSize) {
      orders.resize(slot, size);
      queues.reduce(Ladder.key(side, price), oldSize - size);
      return;
    }
    queues.remove(Ladder.key(side, oldPrice), slot, oldSize);
    orders.reprice(slot, price);
    orders.resize(slot, size);
    queues.append(Ladder.key(side, price), slot, size);
  }

  private OrderOutcome take(int slot, long by) {
    long size = orders.size(slot);
    if (by < size) {
      shrink(slot, by);
      return OrderOutcome.APPLIED;
    }
    remove(slot);
    return by == size ? OrderOutcome.APPLIED : OrderOutcome.MORE_THAN_LEFT;
  }

  /** Takes less than an order has left. */
  void shrink(int slot, long by) {
    int side = orders.side(slot);
    orders.resize(slot, orders.size(slot) - by);
    queuesOf(side).reduce(Ladder.key(side, orders.price(slot)), by);
  }

  void remove(int slot) {
    index.remove(orders.id(slot));
    unlink(slot);
  }

  private void unlink(int slot) {
    int side = orders.side(slot);
    queuesOf(side).remove(Ladder.key(side, orders.price(slot)), slot, orders.size(slot));
    orders.giveBack(slot);
  }

  /** Removes every order; the counts of executed lots start again from 0. */
  public void clear() {
    orders.clear();
    index.clear();
    ladder.clear();
    bids.clear();
    asks.clear();
    executed = 0;
    executedHidden = 0;
  }

  /** Whether an order rests here. */
  public boolean contains(long id) {
    return index.find(id) != OrderSlots.NONE;
  }

  /** Number of resting orders. */
  public int orders() {
    return index.count();
  }

  /** What an order has left in lots; 0 when it is not here. */
  public long sizeOf(long id) {
    int slot = index.find(id);
    return slot == OrderSlots.NONE ? 0 : orders.size(slot);
  }

  /** Price of an order in ticks, or {@link #ABSENT}. */
  public int priceOf(long id) {
    int slot = index.find(id);
    return slot == OrderSlots.NONE ? ABSENT : orders.price(slot);
  }

  /** Side of an order, or {@link #ABSENT}. */
  public int sideOf(long id) {
    int slot = index.find(id);
    return slot == OrderSlots.NONE ? ABSENT : orders.side(slot);
  }

  /** Lots of its level that stand before an order, or {@link #ABSENT}. */
  public long ahead(long id) {
    int slot = index.find(id);
    if (slot == OrderSlots.NONE) {
      return ABSENT;
    }
    long ahead = 0;
    for (int s = orders.previous(slot); s != OrderSlots.NONE; s = orders.previous(s)) {
      ahead += orders.size(s);
    }
    return ahead;
  }

  /** Orders of its level that stand before an order, or {@link #ABSENT}. */
  public int place(long id) {
    int slot = index.find(id);
    if (slot == OrderSlots.NONE) {
      return ABSENT;
    }
    int place = 0;
    for (int s = orders.previous(slot); s != OrderSlots.NONE; s = orders.previous(s)) {
      place++;
    }
    return place;
  }

  /** Lots executed against visible orders. */
  public long executed() {
    return executed;
  }

  /** Lots executed against hidden orders. */
  public long executedHidden() {
    return executedHidden;
  }

  /** Sum of the sizes of a level's orders in lots; 0 when it is absent. */
  public long size(int side, int price) {
    return ladder.size(side, price);
  }

  /** Number of levels of a side. */
  public int levels(int side) {
    return ladder.levels(side);
  }

  /** Highest bid in ticks, or {@link Ladder#NO_BID}. */
  public int bestBid() {
    return ladder.bestBid();
  }

  /** Lowest ask in ticks, or {@link Ladder#NO_ASK}. */
  public int bestAsk() {
    return ladder.bestAsk();
  }

  /**
   * Copies the best levels of a side, best first.
   *
   * @param depth levels wanted
   * @return levels copied: fewer than {@code depth} when the side has fewer; the rest of the arrays
   *     is left as it was
   */
  public int copyTop(int side, int depth, int[] prices, long[] sizes) {
    return ladder.copyTop(side, depth, prices, sizes);
  }

  /**
   * Copies the first orders of a level, the one that has waited longest first.
   *
   * @param most orders wanted
   * @return orders copied: fewer than {@code most} when the level has fewer
   */
  public int copyQueue(int side, int price, int most, long[] ids, long[] sizes) {
    int copied = 0;
    int slot =
        Ladder.isPrice(price) ? queuesOf(side).head(Ladder.key(side, price)) : OrderSlots.NONE;
    while (slot != OrderSlots.NONE && copied < most) {
      ids[copied] = orders.id(slot);
      sizes[copied++] = orders.size(slot);
      slot = orders.next(slot);
    }
    return copied;
  }

  /** The order of a side that executes next, or {@link OrderSlots#NONE}. */
  int bestSlot(int side) {
    return queuesOf(side).best();
  }

  int slotOf(long id) {
    return index.find(id);
  }

  OrderSlots slots() {
    return orders;
  }

  /** Slot of the order of a level that has waited longest; the level must be there. */
  int head(int side, int price) {
    return queuesOf(side).head(Ladder.key(side, price));
  }

  private PriceQueues queuesOf(int side) {
    return side == Ladder.BID ? bids : asks;
  }

  Ladder ladder() {
    return ladder;
  }
}
