package io.makerbench.venue;

import io.makerbench.book.OrderLatency;

/**
 * The rules under which orders are sent to a replayed market and executed there.
 *
 * @param tickSize price step, in quote currency
 * @param lotSize quantity step, in base currency
 * @param latency how long requests and responses travel
 * @param execution whether a resting order is executed in parts
 * @param trades what one trade can execute
 * @param makerFee share of the value paid by the order that rested; negative is a rebate
 * @param takerFee share of the value paid by the order that came
 */
public record VenueTerms(
    double tickSize,
    double lotSize,
    OrderLatency latency,
    Execution execution,
    TradeSize trades,
    double makerFee,
    double takerFee) {

  /** Whether a resting order is executed in parts. */
  public enum Execution {
    /** Whole or not at all. */
    WHOLE,
    /** By as much as reached it. */
    PARTIAL
  }

  /** What one trade can execute. */
  public enum TradeSize {
    /** Its size is given away once, to the orders in their order. */
    DIVIDED,
    /** Every order sees the whole trade, as if the others were not there. */
    SHARED
  }
}
