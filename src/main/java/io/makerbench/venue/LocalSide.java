package io.makerbench.venue;

import io.makerbench.book.Ladder;
import io.makerbench.book.LatencyModel;
import io.makerbench.tape.Events;

/**
 * The trader's view of a replayed market: the book as received, and one's own orders, position and
 * cash as the exchange's responses tell them. Among what arrives at one time recorded data come
 * before responses.
 */
final class LocalSide {
  final Ladder book = new Ladder();
  final Orders orders = new Orders();
  final Account account;
  final Fills fills = new Fills();

  /** Price in ticks of the last trade received; −1 before the first. */
  int lastTradePrice = -1;

  /** Lots that takers were received to have bought and sold. */
  long bought;

  long sold;

  /** Requests the exchange did not take. */
  long rejections;

  private final EventCursor cursor;
  private final MessageQueue responses;

  LocalSide(Events events, VenueTerms terms, MessageQueue responses) {
    this.responses = responses;
    account = new Account(terms);
    LatencyModel feed = terms.feed();
    cursor =
        feed == null
            ? new EventCursor(events, Events.Clock.LOCAL)
            : new EventCursor(events, new ModelledFeed(feed));
  }

  void rewind() {
    cursor.rewind();
    book.clear();
    orders.clear();
    account.clear();
    fills.clear();
    lastTradePrice = -1;
    bought = 0;
    sold = 0;
    rejections = 0;
  }

  long nextTime() {
    return Math.min(cursor.time(), responses.nextTime());
  }

  /** Receives everything up to a time, inclusive, which is before {@link EventCursor#END}. */
  void advance(long until) {
    while (true) {
      long arrival = responses.nextTime();
      advanceData(Math.min(until, arrival));
      if (arrival > until) {
        return;
      }
      receive(arrival);
    }
  }

  private void advanceData(long until) {
    EventCursor data = cursor;
    while (data.time() <= until) {
      int kind = data.block.kinds[data.at];
      int side = (kind & Events.ASK) == 0 ? Ladder.BID : Ladder.ASK;
      switch (kind & Events.WHAT) {
        case Events.LEVEL -> book.set(side, data.block.prices[data.at], data.block.sizes[data.at]);
        case Events.CLEAR -> book.clear(side);
        default -> trade(kind, data.block.prices[data.at], data.block.sizes[data.at]);
      }
      data.next();
    }
  }

  private void trade(int kind, int price, long size) {
    lastTradePrice = price;
    switch (kind & (Events.ASK | Events.UNKNOWN_TAKER)) {
      case 0 -> bought += size;
      case Events.ASK -> sold += size;
      default -> {
        // nobody knows who took
      }
    }
  }

  private void receive(long time) {
    int kind = responses.kind();
    int order = responses.order();
    int price = responses.price();
    long lots = responses.lots();
    long happened = responses.stamp();
    responses.remove();
    switch (kind) {
      case Messages.MADE, Messages.TOOK -> executed(order, price, lots, happened, time, kind);
      case Messages.ACCEPTED, Messages.MODIFIED -> {
        orders.changed(order, price, lots);
        orders.answered(order);
      }
      case Messages.REJECTED -> {
        rejections++;
        orders.gone(order);
        orders.answered(order);
      }
      case Messages.REFUSED -> {
        rejections++;
        orders.answered(order);
      }
      case Messages.CANCELLED -> {
        orders.gone(order);
        orders.answered(order);
      }
      default -> orders.answered(order);
    }
  }

  private void executed(int order, int price, long lots, long happened, long time, int kind) {
    boolean maker = kind == Messages.MADE;
    int sign = orders.sign(order);
    account.execute(sign, price, lots, maker);
    fills.add(orders.id(order), sign, price, lots, orders.requested(order), happened, time, maker);
    orders.executed(order, lots);
  }
}
