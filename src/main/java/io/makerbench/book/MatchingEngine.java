package io.makerbench.book;

/**
 * Matches orders by price, then time: an incoming order trades with the best-priced resting orders
 * of the other side, at their prices, at one price with the one that has waited longest first.
 *
 * <p>Every call works its message off, tells the {@link MatchListener} what happened, and answers
 * with the {@link MatchOutcome}; nothing is thrown for a message that cannot be followed. The id of
 * an order may be used again once the order is gone. Orders of one owner never trade with each
 * other unless {@link SelfTradePrevention#NONE} is chosen; {@link #NOBODY}'s orders always may. The
 * same messages give the same events. Once the book has grown to its largest nothing is allocated.
 *
 * <p>Not safe for several threads.
 */
public final class MatchingEngine {
  /** Owner of orders for which self-trades are not prevented. */
  public static final int NOBODY = 0;

  /** Set in the mark of a post-only order, beside its owner. */
  private static final int POST_ONLY = Integer.MIN_VALUE;

  private final OrderBook book = new OrderBook();
  private final OrderSlots orders = book.slots();
  private final SelfTradePrevention prevention;
  private final MatchListener listener;

  /** What an incoming order has still to trade, and what it has traded. */
  private long left;

  private long traded;

  /** An engine with an empty book. */
  public MatchingEngine(SelfTradePrevention prevention, MatchListener listener) {
    this.prevention = prevention;
    this.listener = listener;
  }

  /** The resting orders, to look at: whoever changes them breaks the engine's promises. */
  public OrderBook book() {
    return book;
  }

  /**
   * Places an order.
   *
   * <ul>
   *   <li>{@link OrderType#LIMIT}: RESTING, PARTLY_RESTING, FILLED; or CANCELLED or PARTLY_FILLED
   *       when self-trade prevention cancels what was left.
   *   <li>{@link OrderType#MARKET}, {@link OrderType#IMMEDIATE_OR_CANCEL}: FILLED, PARTLY_FILLED,
   *       CANCELLED.
   *   <li>{@link OrderType#FILL_OR_KILL}: FILLED or CANCELLED. Only size the order could really
   *       trade with counts: under {@link SelfTradePrevention#CANCEL_OLDEST} that of others, under
   *       the modes that stop or shrink the order that of others ahead of the owner's first order.
   *       A killed order cancels none of its owner's.
   *   <li>{@link OrderType#POST_ONLY}: RESTING, or rejected with WOULD_TRADE when its price reaches
   *       the other side, whoever stands there.
   *   <li>Rejections of any type, the first that applies: INVALID_PRICE, INVALID_SIZE,
   *       DUPLICATE_ORDER.
   * </ul>
   *
   * @param owner 1 … {@link Integer#MAX_VALUE}, or {@link #NOBODY}
   * @param side {@link Ladder#BID} buys, {@link Ladder#ASK} sells
   * @param price limit in ticks, 0 … {@link OrderBook#MAX_PRICE}; not read for a market order
   * @param size in lots, 1 … {@link OrderBook#MAX_SIZE}
   * @throws IllegalArgumentException when the owner is negative or the side none
   */
  public MatchOutcome place(long id, int owner, OrderType type, int side, int price, long size) {
    if (owner < 0 || (side & ~1) != 0) {
      throw new IllegalArgumentException("No order: owner " + owner + ", side " + side);
    }
    int limit = type == OrderType.MARKET ? furthest(side) : price;
    MatchOutcome wrong = wrongTerms(limit, size);
    if (wrong != MatchOutcome.RESTING) {
      return reject(id, wrong);
    }
    boolean mayRest = type == OrderType.LIMIT || type == OrderType.POST_ONLY;
    if (mayRest && !crosses(side, limit)) {
      int mark = type == OrderType.POST_ONLY ? owner | POST_ONLY : owner;
      return placeBehind(id, mark, side, limit, size);
    }
    if (book.contains(id)) {
      return reject(id, MatchOutcome.DUPLICATE_ORDER);
    }
    if (type == OrderType.POST_ONLY) {
      return reject(id, MatchOutcome.WOULD_TRADE);
    }
    listener.accepted(id, side, limit, size);
    if (type == OrderType.FILL_OR_KILL && !fillable(owner, side, limit, size)) {
      return kill(id, size);
    }
    match(id, owner, side, limit, size);
    return type == OrderType.LIMIT ? rest(id, owner, side, limit, size) : drop(id, size);
  }

  /** Whether an order of this price and size could be matched; RESTING when it could. */
  private static MatchOutcome wrongTerms(int price, long size) {
    if (price < 0 || price > OrderBook.MAX_PRICE) {
      return MatchOutcome.INVALID_PRICE;
    }
    return size < 1 || size > OrderBook.MAX_SIZE ? MatchOutcome.INVALID_SIZE : MatchOutcome.RESTING;
  }

  private static int furthest(int side) {
    return side == Ladder.BID ? OrderBook.MAX_PRICE : 0;
  }

  private MatchOutcome reject(long id, MatchOutcome reason) {
    listener.rejected(id, reason);
    return reason;
  }

  private boolean crosses(int side, int limit) {
    return side == Ladder.BID ? limit >= book.bestAsk() : limit <= book.bestBid();
  }

  private static boolean reaches(int side, int limit, int price) {
    return side == Ladder.BID ? limit >= price : limit <= price;
  }

  /** An order that reaches nobody goes to the end of its queue. */
  private MatchOutcome placeBehind(long id, int mark, int side, int price, long size) {
    if (book.add(id, mark, side, price, size) == OrderOutcome.DUPLICATE_ORDER) {
      return reject(id, MatchOutcome.DUPLICATE_ORDER);
    }
    listener.accepted(id, side, price, size);
    return MatchOutcome.RESTING;
  }

  private MatchOutcome kill(long id, long size) {
    listener.cancelled(id, size, CancelReason.NOT_FILLABLE);
    return MatchOutcome.CANCELLED;
  }

  /** Trades until nothing is left to trade or nobody to trade with. */
  private void match(long id, int owner, int side, int limit, long size) {
    left = size;
    traded = 0;
    int other = side ^ 1;
    while (left > 0 && crosses(side, limit)) {
      int slot = book.bestSlot(other);
      if (prevented(owner, slot)) {
        preventSelfTrade(id, slot);
      } else {
        execute(id, side, slot);
      }
    }
  }

  private void execute(long id, int side, int slot) {
    long resting = orders.id(slot);
    int price = orders.price(slot);
    long size = Math.min(left, orders.size(slot));
    left -= size;
    traded += size;
    take(slot, size);
    listener.executed(resting, id, side, price, size);
  }

  private void take(int slot, long size) {
    if (size == orders.size(slot)) {
      book.remove(slot);
    } else {
      book.shrink(slot, size);
    }
  }

  private boolean prevented(int owner, int slot) {
    return owner != NOBODY
        && (orders.mark(slot) & ~POST_ONLY) == owner
        && prevention != SelfTradePrevention.NONE;
  }

  private void preventSelfTrade(long id, int slot) {
    long resting = orders.size(slot);
    switch (prevention) {
      case CANCEL_NEWEST -> cancelIncoming(id, left);
      case CANCEL_OLDEST -> cancelResting(slot, resting);
      case CANCEL_BOTH -> {
        cancelResting(slot, resting);
        cancelIncoming(id, left);
      }
      case DECREMENT_AND_CANCEL -> {
        long smaller = Math.min(left, resting);
        cancelResting(slot, smaller);
        cancelIncoming(id, smaller);
      }
      case NONE -> throw new IllegalStateException("Nothing is to be prevented.");
    }
  }

  private void cancelResting(int slot, long size) {
    long resting = orders.id(slot);
    take(slot, size);
    listener.cancelled(resting, size, CancelReason.SELF_TRADE);
  }

  private void cancelIncoming(long id, long size) {
    left -= size;
    listener.cancelled(id, size, CancelReason.SELF_TRADE);
  }

  /** What a matched order has left goes to the end of its queue. */
  private MatchOutcome rest(long id, int owner, int side, int price, long size) {
    if (left == 0) {
      return done(size);
    }
    book.add(id, owner, side, price, left);
    return left == size ? MatchOutcome.RESTING : MatchOutcome.PARTLY_RESTING;
  }

  /** What a matched order has left is cancelled. */
  private MatchOutcome drop(long id, long size) {
    if (left > 0) {
      listener.cancelled(id, left, CancelReason.NOT_RESTING);
    }
    return done(size);
  }

  private MatchOutcome done(long size) {
    if (traded == size) {
      return MatchOutcome.FILLED;
    }
    return traded == 0 ? MatchOutcome.CANCELLED : MatchOutcome.PARTLY_FILLED;
  }

  /** Whether an order would trade its whole size, without changing anything. */
  private boolean fillable(int owner, int side, int limit, long size) {
    Ladder ladder = book.ladder();
    int other = side ^ 1;
    long missing = size;
    int price = ladder.best(other);
    while (reaches(side, limit, price)) {
      for (int slot = book.head(other, price); slot != OrderSlots.NONE; slot = orders.next(slot)) {
        if (!prevented(owner, slot)) {
          missing -= orders.size(slot);
        } else if (prevention != SelfTradePrevention.CANCEL_OLDEST) {
          return false;
        }
        if (missing <= 0) {
          return true;
        }
      }
      price = ladder.next(other, price);
    }
    return false;
  }

  /**
   * Cancels what is left of a resting order.
   *
   * @return CANCELLED, or UNKNOWN_ORDER
   */
  public MatchOutcome cancel(long id) {
    long size = book.withdraw(id);
    if (size == 0) {
      return reject(id, MatchOutcome.UNKNOWN_ORDER);
    }
    listener.cancelled(id, size, CancelReason.REQUESTED);
    return MatchOutcome.CANCELLED;
  }

  /**
   * Gives a resting order a new limit and a new size left. It keeps its place when the price stays
   * and the size does not grow; otherwise it is matched like a new limit order and what is left
   * goes to the end of its queue. An order placed post-only stays so.
   *
   * @return as of {@link #place}, told of the new size; or, the first that applies, UNKNOWN_ORDER,
   *     INVALID_PRICE, INVALID_SIZE, or WOULD_TRADE for an order placed post-only; an order whose
   *     modification is rejected rests as before
   */
  public MatchOutcome modify(long id, int price, long size) {
    int slot = book.slotOf(id);
    if (slot == OrderSlots.NONE) {
      return reject(id, MatchOutcome.UNKNOWN_ORDER);
    }
    MatchOutcome wrong = wrongTerms(price, size);
    if (wrong != MatchOutcome.RESTING) {
      return reject(id, wrong);
    }
    int side = orders.side(slot);
    if (!crosses(side, price)) {
      book.move(slot, price, size);
      listener.modified(id, price, size);
      return MatchOutcome.RESTING;
    }
    int mark = orders.mark(slot);
    if (mark < 0) {
      return reject(id, MatchOutcome.WOULD_TRADE);
    }
    book.remove(slot);
    listener.modified(id, price, size);
    match(id, mark, side, price, size);
    return rest(id, mark, side, price, size);
  }
}
