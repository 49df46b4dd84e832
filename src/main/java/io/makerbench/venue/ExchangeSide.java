package io.makerbench.venue;

import io.makerbench.book.Ladder;
import io.makerbench.book.QueueModel;
import io.makerbench.tape.Events;

/**
 * The exchange of a replayed market: the recorded book by exchange time, one's own orders in it,
 * and when they execute. Among events of one time recorded data come before requests. The recorded
 * book is changed by own orders only where their impact is kept: then what they took is gone until
 * the recording tells the level's size again.
 *
 * <p>A resting bid executes when an ask appears at its price or below, when a trade prints below
 * it, and when a trade at its price is larger than the quantity ahead; asks mirrored. Parts of a
 * lot are not executed.
 */
final class ExchangeSide {
  final Ladder book = new Ladder();

  private final VenueTerms terms;
  private final EventCursor cursor;
  private final MessageQueue requests;
  private final MessageQueue responses;
  private final RestingOrders bids;
  private final RestingOrders asks;
  private long lastResponse;
  private final QueueModel queue;
  private final boolean impactKept;
  private final boolean whole;
  private final boolean shared;

  ExchangeSide(Events events, VenueTerms terms, MessageQueue requests, MessageQueue responses) {
    this.terms = terms;
    this.requests = requests;
    this.responses = responses;
    bids = new RestingOrders(1);
    asks = new RestingOrders(-1);
    cursor = new EventCursor(events, Events.Clock.EXCHANGE);
    queue = terms.queue();
    impactKept = terms.impact() == VenueTerms.Impact.KEPT;
    whole = terms.execution() == VenueTerms.Execution.WHOLE;
    shared = terms.trades() == VenueTerms.TradeSize.SHARED;
  }

  void rewind() {
    cursor.rewind();
    book.clear();
    bids.clear();
    asks.clear();
    lastResponse = Long.MIN_VALUE;
  }

  RestingOrders resting(int sign) {
    return sign > 0 ? bids : asks;
  }

  long nextTime() {
    return Math.min(cursor.time(), requests.nextTime());
  }

  /** Lets everything happen up to a time, inclusive, which is before {@link EventCursor#END}. */
  void advance(long until) {
    while (true) {
      long arrival = requests.nextTime();
      advanceData(Math.min(until, arrival));
      if (arrival > until) {
        return;
      }
      arrive(arrival);
    }
  }

  private void advanceData(long until) {
    EventCursor data = cursor;
    while (data.time() <= until) {
      int kind = data.block.kinds[data.at];
      if ((kind & Events.WHAT) == Events.LEVEL) {
        level(kind, data.block.prices[data.at], data.block.sizes[data.at], data.time());
      } else {
        other(kind, data.block.prices[data.at], data.block.sizes[data.at], data.time());
      }
      data.next();
    }
  }

  private void level(int kind, int price, long size, long time) {
    int side = (kind & Events.ASK) == 0 ? Ladder.BID : Ladder.ASK;
    book.set(side, price, size);
    RestingOrders own = side == Ladder.BID ? bids : asks;
    if (own.mayBeAt(price)) {
      own.seeLevel(queue, price, size);
    }
    RestingOrders opposite = side == Ladder.BID ? asks : bids;
    if (size > 0 && opposite.reachedBy(price)) {
      executeReached(opposite, price, size, time);
    }
  }

  private void executeReached(RestingOrders own, int price, long size, long time) {
    long left = impactKept ? size : Long.MAX_VALUE;
    while (left > 0 && own.reachedBy(price)) {
      long executed = Math.min(left, own.remaining[0]);
      execute(own, 0, executed, time);
      left -= executed;
    }
    if (impactKept) {
      book.set(own.sign > 0 ? Ladder.ASK : Ladder.BID, price, left);
    }
  }

  private void other(int kind, int price, long size, long time) {
    boolean ask = (kind & Events.ASK) != 0;
    if ((kind & Events.WHAT) == Events.CLEAR) {
      book.clear(ask ? Ladder.ASK : Ladder.BID);
    } else if ((kind & Events.UNKNOWN_TAKER) == 0) {
      trade(ask ? bids : asks, price, size, time);
    } else if (price <= book.bestBid()) {
      trade(bids, price, size, time);
    } else if (price >= book.bestAsk()) {
      trade(asks, price, size, time);
    }
  }

  private void trade(RestingOrders own, int price, long size, long time) {
    if (!own.reachedBy(price)) {
      return;
    }
    own.seeTrade(price, size);
    long left = size;
    for (int i = 0; i < own.count && own.reaches(i, price) && left > 0; ) {
      long executed = reach(own, i, price, left);
      left -= shared ? 0 : executed;
      if (executed == 0 || !execute(own, i, executed, time)) {
        i++;
      }
    }
  }

  /** Lets a trade reach an order; returns by how much it executes it. */
  private long reach(RestingOrders own, int i, int price, long size) {
    double passed = size;
    if (own.prices[i] == price) {
      passed -= own.ahead[i];
      own.ahead[i] = QueueModel.afterTrade(own.ahead[i], size);
    } else {
      own.ahead[i] = 0; // the trade went through the whole level
    }
    if (passed <= 0) {
      return 0;
    }
    return whole ? own.remaining[i] : Math.min(own.remaining[i], (long) passed);
  }

  /** Executes a resting order; true when it is gone. */
  private boolean execute(RestingOrders own, int i, long lots, long time) {
    respond(time, Messages.MADE, own.orders[i], own.prices[i], lots);
    own.remaining[i] -= lots;
    if (own.remaining[i] > 0) {
      return false;
    }
    own.remove(i);
    return true;
  }

  private void respond(long time, int kind, int order, int price, long lots) {
    // One connection: no response overtakes another.
    lastResponse = Math.max(lastResponse, time + terms.latency().response(time));
    responses.add(lastResponse, kind, order, price, lots, time);
  }

  private void arrive(long time) {
    int kind = requests.kind();
    int order = requests.order();
    int price = requests.price();
    long signedLots = requests.lots();
    requests.remove();
    RestingOrders own = signedLots > 0 ? bids : asks;
    long lots = Math.abs(signedLots);
    switch (kind) {
      case Messages.CANCEL -> cancel(own, order, time);
      case Messages.MODIFY -> modify(own, order, price, lots, time);
      default -> place(own, kind, order, price, lots, time);
    }
  }

  private void place(RestingOrders own, int kind, int order, int price, long lots, long time) {
    int opposite = own.sign > 0 ? book.bestAsk() : book.bestBid();
    if (terms.notional(price, lots) < terms.minNotional()) {
      respond(time, Messages.REJECTED, order, price, lots);
    } else if (own.sign * (price - (long) opposite) < 0) {
      rest(own, order, price, lots);
      respond(time, Messages.ACCEPTED, order, price, lots);
    } else if (kind == Messages.PLACE_POST_ONLY) {
      respond(time, Messages.REJECTED, order, price, lots);
    } else {
      respond(time, Messages.ACCEPTED, order, price, lots);
      take(own, order, price, lots, time);
    }
  }

  /** Executes an order that came at the opposite touch, or level by level; the rest of it rests. */
  private void take(RestingOrders own, int order, int price, long lots, long time) {
    int side = own.sign > 0 ? Ladder.ASK : Ladder.BID;
    long left = lots;
    while (left > 0) {
      int touch = side == Ladder.ASK ? book.bestAsk() : book.bestBid();
      if (own.sign * (price - (long) touch) < 0) {
        rest(own, order, price, left);
        return;
      }
      long shown = impactKept ? book.size(side, touch) : left;
      long taken = Math.min(left, shown);
      respond(time, Messages.TOOK, order, touch, taken);
      left -= taken;
      if (impactKept) {
        book.set(side, touch, shown - taken);
      }
    }
  }

  private void rest(RestingOrders own, int order, int price, long lots) {
    long shown = book.size(own.sign > 0 ? Ladder.BID : Ladder.ASK, price);
    own.add(order, price, lots, shown);
  }

  private void cancel(RestingOrders own, int order, long time) {
    int at = own.find(order);
    if (at >= 0) {
      own.remove(at);
    }
    respond(time, at < 0 ? Messages.TOO_LATE : Messages.CANCELLED, order, 0, 0);
  }

  /** Changes price and open quantity; the place is kept unless the price changes or size grows. */
  private void modify(RestingOrders own, int order, int price, long lots, long time) {
    int at = own.find(order);
    if (at < 0) {
      respond(time, Messages.TOO_LATE, order, 0, 0);
    } else if (terms.notional(price, lots) < terms.minNotional()) {
      respond(time, Messages.REFUSED, order, price, lots);
    } else if (own.prices[at] == price && lots <= own.remaining[at]) {
      own.remaining[at] = lots;
      respond(time, Messages.MODIFIED, order, price, lots);
    } else {
      own.remove(at);
      place(own, Messages.PLACE_POST_ONLY, order, price, lots, time);
    }
  }
}
