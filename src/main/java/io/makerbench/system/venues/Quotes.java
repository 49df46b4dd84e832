package io.makerbench.system.venues;

import io.makerbench.book.Ladder;
import io.makerbench.venue.MarketReplay;
import io.makerbench.venue.VenueTerms;

/**
 * Turns wanted quotes into requests. A side has one order at most: it is sent, replaced when its
 * price is to change, and cancelled when none is wanted or the position has no room left for it;
 * nothing is asked for while a request about it is under way.
 */
final class Quotes {
  private static final int NONE = -1;

  private final MarketReplay replay;
  private final MarketTerms terms;
  private final boolean whole;

  Quotes(MarketReplay replay, MarketTerms terms) {
    this.replay = replay;
    this.terms = terms;
    whole = terms.venue().execution() == VenueTerms.Execution.WHOLE;
  }

  /**
   * Wants a quote on a side.
   *
   * @param sign +1 for the bid, −1 for the ask
   * @param offset distance from the touch in ticks, or {@link QuoteMenu#NO_QUOTE}
   * @param position position in lots
   */
  void want(int sign, int offset, long position) {
    int bid = replay.book().bestBid();
    int ask = replay.book().bestAsk();
    long room = terms.maxLots() - sign * position;
    boolean possible = Ladder.isPrice(bid) && Ladder.isPrice(ask) && room > 0;
    if (offset == QuoteMenu.NO_QUOTE || !possible) {
      request(sign, 0, 0, room);
    } else {
      int price = sign > 0 ? bidPrice(bid, ask, offset) : askPrice(bid, ask, offset);
      request(sign, price, Math.min(terms.orderLots(), room), room);
    }
  }

  /** On the price grid, and below the best ask. */
  private int bidPrice(int bid, int ask, int offset) {
    int tick = terms.tick();
    int wanted = Math.min(bid - offset * tick, ask - 1);
    return Math.floorDiv(wanted, tick) * tick;
  }

  /** On the price grid, and above the best bid. */
  private int askPrice(int bid, int ask, int offset) {
    int tick = terms.tick();
    int wanted = Math.max(ask + offset * tick, bid + 1);
    return Math.ceilDiv(wanted, tick) * tick;
  }

  private void request(int sign, int price, long lots, long room) {
    int kept = NONE;
    boolean underWay = false;
    for (int i = 0; i < replay.liveOrders(); i++) {
      int order = replay.liveOrder(i);
      if (replay.sign(order) != sign) {
        continue;
      }
      if (replay.requestUnderWay(order)) {
        underWay = true;
      } else if (lots == 0 || kept != NONE) {
        replay.cancel(order);
      } else {
        kept = order;
      }
    }
    if (lots == 0 || underWay) {
      return;
    }
    if (kept == NONE) {
      place(sign, price, lots);
    } else if (replay.price(kept) != price || replay.open(kept) > lots) {
      replace(kept, price, lots, room);
    }
  }

  /**
   * A replacement names what shall be open, and a part executed on its way would come on top. Where
   * there is no room for both, the order is cancelled, and sent anew when the answer is known.
   */
  private void replace(int order, int price, long lots, long room) {
    if (whole || replay.open(order) + lots <= room) {
      replay.modify(order, price, lots);
    } else {
      replay.cancel(order);
    }
  }

  private void place(int sign, int price, long lots) {
    if (terms.postOnly()) {
      replay.placePostOnly(sign, price, lots);
    } else {
      replay.place(sign, price, lots);
    }
  }
}
