package io.makerbench.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * An exchange that is slow and plainly right: one list of orders, sorted anew for every message by
 * price and arrival. Written from the contract of {@link MatchingEngine} alone.
 */
final class SlowExchange {
  /** An order; arrivals count up. */
  static final class Order {
    final long id;
    final int owner;
    final OrderType type;
    final int side;
    int price;
    long left;
    long arrival;
    long traded;

    Order(long id, int owner, OrderType type, int side, int price, long left) {
      this.id = id;
      this.owner = owner;
      this.type = type;
      this.side = side;
      this.price = price;
      this.left = left;
    }

    boolean reaches(Order resting) {
      if (side == resting.side) {
        return false;
      }
      return side == Ladder.BID ? price >= resting.price : price <= resting.price;
    }

    boolean sameOwner(Order other) {
      return owner != MatchingEngine.NOBODY && owner == other.owner;
    }
  }

  private static final Comparator<Order> PRIORITY =
      Comparator.<Order>comparingInt(o -> o.side == Ladder.BID ? -o.price : o.price)
          .thenComparingLong(o -> o.arrival);

  private final SelfTradePrevention prevention;
  private final MatchListener listener;
  private final List<Order> resting = new ArrayList<>();
  private long arrivals;

  SlowExchange(SelfTradePrevention prevention, MatchListener listener) {
    this.prevention = prevention;
    this.listener = listener;
  }

  MatchOutcome place(long id, int owner, OrderType type, int side, int price, long size) {
    int furthest = side == Ladder.BID ? OrderBook.MAX_PRICE : 0;
    int limit = type == OrderType.MARKET ? furthest : price;
    Order order = new Order(id, owner, type, side, limit, size);
    if (limit < 0 || limit > OrderBook.MAX_PRICE) {
      return reject(id, MatchOutcome.INVALID_PRICE);
    }
    if (size < 1 || size > OrderBook.MAX_SIZE) {
      return reject(id, MatchOutcome.INVALID_SIZE);
    }
    if (find(id) != null) {
      return reject(id, MatchOutcome.DUPLICATE_ORDER);
    }
    if (type == OrderType.POST_ONLY && resting.stream().anyMatch(order::reaches)) {
      return reject(id, MatchOutcome.WOULD_TRADE);
    }
    listener.accepted(id, side, limit, size);
    if (type == OrderType.FILL_OR_KILL && tradable(order) < size) {
      listener.cancelled(id, size, CancelReason.NOT_FILLABLE);
      return MatchOutcome.CANCELLED;
    }
    return match(order, size);
  }

  MatchOutcome cancel(long id) {
    Order order = find(id);
    if (order == null) {
      return reject(id, MatchOutcome.UNKNOWN_ORDER);
    }
    resting.remove(order);
    listener.cancelled(id, order.left, CancelReason.REQUESTED);
    return MatchOutcome.CANCELLED;
  }

  MatchOutcome modify(long id, int price, long size) {
    Order old = find(id);
    if (old == null) {
      return reject(id, MatchOutcome.UNKNOWN_ORDER);
    }
    if (price < 0 || price > OrderBook.MAX_PRICE) {
      return reject(id, MatchOutcome.INVALID_PRICE);
    }
    if (size < 1 || size > OrderBook.MAX_SIZE) {
      return reject(id, MatchOutcome.INVALID_SIZE);
    }
    if (price == old.price && size <= old.left) {
      old.left = size;
      listener.modified(id, price, size);
      return MatchOutcome.RESTING;
    }
    Order order = new Order(id, old.owner, old.type, old.side, price, size);
    if (old.type == OrderType.POST_ONLY && resting.stream().anyMatch(order::reaches)) {
      return reject(id, MatchOutcome.WOULD_TRADE);
    }
    resting.remove(old);
    listener.modified(id, price, size);
    return match(order, size);
  }

  private MatchOutcome match(Order order, long size) {
    for (Order other : inTurn(order::reaches)) {
      if (order.left == 0) {
        break;
      }
      meet(order, other);
    }
    resting.removeIf(other -> other.left == 0);
    boolean mayRest = order.type == OrderType.LIMIT || order.type == OrderType.POST_ONLY;
    if (order.left > 0 && mayRest) {
      order.arrival = arrivals++;
      resting.add(order);
      return order.left == size ? MatchOutcome.RESTING : MatchOutcome.PARTLY_RESTING;
    }
    if (order.left > 0) {
      listener.cancelled(order.id, order.left, CancelReason.NOT_RESTING);
    }
    if (order.traded == 0) {
      return MatchOutcome.CANCELLED;
    }
    return order.traded == size ? MatchOutcome.FILLED : MatchOutcome.PARTLY_FILLED;
  }

  private void meet(Order order, Order other) {
    long both = Math.min(order.left, other.left);
    if (!order.sameOwner(other) || prevention == SelfTradePrevention.NONE) {
      order.left -= both;
      other.left -= both;
      order.traded += both;
      listener.executed(other.id, order.id, order.side, other.price, both);
      return;
    }
    switch (prevention) {
      case CANCEL_NEWEST -> lose(order, order.left);
      case CANCEL_OLDEST -> lose(other, other.left);
      case CANCEL_BOTH -> {
        lose(other, other.left);
        lose(order, order.left);
      }
      default -> {
        lose(other, both);
        lose(order, both);
      }
    }
  }

  private void lose(Order order, long size) {
    order.left -= size;
    listener.cancelled(order.id, size, CancelReason.SELF_TRADE);
  }

  /** Lots an order could trade with at once. */
  private long tradable(Order order) {
    long sum = 0;
    for (Order other : inTurn(order::reaches)) {
      boolean prevented = order.sameOwner(other) && prevention != SelfTradePrevention.NONE;
      if (prevented && prevention != SelfTradePrevention.CANCEL_OLDEST) {
        return sum;
      }
      sum += prevented ? 0 : other.left;
    }
    return sum;
  }

  /** The resting orders that pass, in the order in which they would execute. */
  List<Order> inTurn(Predicate<Order> passes) {
    return resting.stream().filter(passes).sorted(PRIORITY).toList();
  }

  List<Order> resting() {
    return resting;
  }

  long ahead(Order order) {
    return resting.stream()
        .filter(o -> o.side == order.side && o.price == order.price && o.arrival < order.arrival)
        .mapToLong(o -> o.left)
        .sum();
  }

  private MatchOutcome reject(long id, MatchOutcome reason) {
    listener.rejected(id, reason);
    return reason;
  }

  /** The resting order of this id, or null. */
  Order find(long id) {
    return resting.stream().filter(o -> o.id == id).findFirst().orElse(null);
  }
}
