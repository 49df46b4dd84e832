package io.makerbench.tape;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The orders that rested when a recording of Bitstamp began, as far as later events tell: an event
 * of an order that was placed before the first event, and was never created in the recording, says
 * where it stood and what was left of it. What was taken from it before, unseen, is not known; nor
 * are orders to which nothing happened.
 */
final class BitstampStart {
  /** An order that rested; price in quote currency, volume in 10⁻⁸ coins. */
  record Resting(int side, double price, long volume) {}

  private final Map<Long, Resting> orders = new LinkedHashMap<>();
  private final Map<Long, Resting> created = new LinkedHashMap<>();
  private long begin = Long.MIN_VALUE;

  /** Takes every event once, in order. */
  void see(BitstampEvent event) {
    if (begin == Long.MIN_VALUE) {
      begin = event.time;
    }
    if (event.placed >= begin) {
      return;
    }
    Resting resting = new Resting(event.side, event.price, event.volume);
    if (event.action == BitstampEvent.Action.CREATED) {
      created.putIfAbsent(event.id, resting);
    } else if (!created.containsKey(event.id)) {
      orders.putIfAbsent(event.id, resting);
    }
  }

  /** Orders by id, in the order of their first events. */
  Map<Long, Resting> orders() {
    return orders;
  }
}
