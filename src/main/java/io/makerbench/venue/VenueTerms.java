package io.makerbench.venue;

import io.makerbench.book.Contract;
import io.makerbench.book.LatencyModel;
import io.makerbench.book.QueueModel;
import org.jspecify.annotations.Nullable;

/**
 * The rules under which orders are sent to a replayed market and executed there.
 *
 * @param tickSize price step, in quote currency
 * @param lotSize quantity step, in base currency or contracts
 * @param latency how long requests and responses travel
 * @param feed how long market data travel to the trader, by the way back of a model; null: as
 *     recorded
 * @param queue how an order moves forward in its level's queue
 * @param execution whether a resting order is executed in parts
 * @param trades what one trade can execute
 * @param impact whether own orders use up the recorded book
 * @param contract what a unit of quantity is worth
 * @param minNotional least value of an order, in quote currency; one below it is refused
 * @param makerFee share of the value paid by the order that rested; negative is a rebate
 * @param takerFee share of the value paid by the order that came
 */
public record VenueTerms(
    double tickSize,
    double lotSize,
    LatencyModel latency,
    @Nullable LatencyModel feed,
    QueueModel queue,
    Execution execution,
    TradeSize trades,
    Impact impact,
    Contract contract,
    double minNotional,
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

  /** Whether own orders use up the recorded book. */
  public enum Impact {
    /** The recorded book is never changed, and its best price serves an order of any size. */
    NONE,
    /**
     * What own orders took stays taken until the recording tells the level's size again; an order
     * takes level by level what it reaches, and the rest of it rests.
     */
    KEPT
  }

  /** Usual terms: risk-averse queues, no own impact, a linear contract, orders of any value. */
  public VenueTerms(
      double tickSize,
      double lotSize,
      LatencyModel latency,
      Execution execution,
      TradeSize trades,
      double makerFee,
      double takerFee) {
    this(
        tickSize,
        lotSize,
        latency,
        null,
        QueueModel.RISK_AVERSE,
        execution,
        trades,
        Impact.NONE,
        Contract.SPOT,
        0,
        makerFee,
        takerFee);
  }

  /** These terms with other latencies; models that draw at random belong to one replay. */
  public VenueTerms with(LatencyModel orders, @Nullable LatencyModel marketData) {
    return new VenueTerms(
        tickSize,
        lotSize,
        orders,
        marketData,
        queue,
        execution,
        trades,
        impact,
        contract,
        minNotional,
        makerFee,
        takerFee);
  }

  /** These terms with another way of executing orders. */
  public VenueTerms with(QueueModel model, Impact own) {
    return new VenueTerms(
        tickSize,
        lotSize,
        latency,
        feed,
        model,
        execution,
        trades,
        own,
        contract,
        minNotional,
        makerFee,
        takerFee);
  }

  /** These terms with another contract and least value of an order. */
  public VenueTerms with(Contract kind, double leastValue) {
    return new VenueTerms(
        tickSize,
        lotSize,
        latency,
        feed,
        queue,
        execution,
        trades,
        impact,
        kind,
        leastValue,
        makerFee,
        takerFee);
  }

  /** Absolute worth of an order in quote currency. */
  double notional(int price, long lots) {
    return contract.notional(price * tickSize) * (lots * lotSize);
  }
}
