package io.makerbench.system.venues;

import io.makerbench.tape.BookStates;

/** A market's best prices at the exchange right before an instant; instants must not go back. */
final class PricesAtExchange {
  private final MarketTerms terms;
  private final MarketView view;
  private final BookStates states;
  private long row;

  PricesAtExchange(Venue venue) {
    terms = venue.terms;
    view = venue.view;
    states = venue.states;
  }

  /** Goes to the last book state before a time, ns since 1970 UTC. */
  void goTo(long time) {
    while (row + 1 < states.rows() && states.exchangeTime(row + 1) < time) {
      row++;
    }
  }

  /** Best bid in quote currency; NaN without one. */
  double bid() {
    boolean known = states.rows() > 0 && states.bidSize(row, 0) > 0;
    return known ? terms.price(states.bidPrice(row, 0)) : Double.NaN;
  }

  /** Best ask in quote currency; NaN without one. */
  double ask() {
    boolean known = states.rows() > 0 && states.askSize(row, 0) > 0;
    return known ? terms.price(states.askPrice(row, 0)) : Double.NaN;
  }

  /** Mid price; that of the agent's book where the exchange's lacks a side. */
  double mid() {
    double mid = (bid() + ask()) / 2;
    return Double.isNaN(mid) ? view.mid() : mid;
  }
}
