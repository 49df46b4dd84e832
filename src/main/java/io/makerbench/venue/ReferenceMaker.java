package io.makerbench.venue;

import io.makerbench.book.Ladder;

/**
 * The simple maker that replays of the field are compared by. At every wake-up it cancels its live
 * orders that no request is under way for, by ascending id, then posts one order at the best bid
 * and one at the best ask it sees, where the position it knows allows. Orders under way are not
 * counted, so the position can pass the limit.
 *
 * @param lots size of an order, in lots
 * @param positionLimit largest position an order may lead to, long or short, in lots
 */
public record ReferenceMaker(long lots, long positionLimit) {
  /** Acts once. */
  public void wake(MarketReplay market) {
    for (int i = 0; i < market.liveOrders(); i++) {
      int order = market.liveOrder(i);
      if (!market.requestUnderWay(order)) {
        market.cancel(order);
      }
    }
    long position = market.account().position();
    int bid = market.book().bestBid();
    int ask = market.book().bestAsk();
    if (Ladder.isPrice(bid) && position + lots <= positionLimit) {
      market.placePostOnly(1, bid, lots);
    }
    if (Ladder.isPrice(ask) && position - lots >= -positionLimit) {
      market.placePostOnly(-1, ask, lots);
    }
  }

  /**
   * Wakes up again and again until the last event has been passed.
   *
   * @param interval time between wake-ups, ns; the first one comes this long after the first event
   * @return number of wake-ups
   */
  public long run(MarketReplay market, long interval) {
    long wakeUps = 0;
    long last = market.lastTime();
    for (long time = market.firstTime() + interval; time < last; time += interval) {
      market.advance(time);
      wake(market);
      wakeUps++;
    }
    market.advance(last);
    return wakeUps;
  }
}
