package io.makerbench.system.replay;

import io.makerbench.book.OrderLatency;
import io.makerbench.config.InputException;
import io.makerbench.tape.Instrument;

/**
 * Settings of account and venue in the whole numbers of a tape: prices in its steps, sizes in its
 * lots, times in ns.
 *
 * @param priceStep price of one step of the tape, quote currency
 * @param lot size of one lot, base currency
 * @param tick steps between two prices of own orders
 * @param maxInventory largest position, lots
 * @param minOrderSize smallest order, lots
 * @param latency travel times of requests and answers
 * @param makerRate maker fee as a fraction of value
 * @param takerRate taker fee as a fraction of value
 * @param fixedCost cost of every fill, quote currency
 * @param penaltyRate inventory penalty, 1/s
 * @param initialCash cash at the start
 * @param fillRule when a resting order is executed; never AUTO
 * @param mode published or corrected
 */
record Terms(
    double priceStep,
    double lot,
    int tick,
    long maxInventory,
    long minOrderSize,
    OrderLatency latency,
    double makerRate,
    double takerRate,
    double fixedCost,
    double penaltyRate,
    double initialCash,
    FillRule fillRule,
    Mode mode) {
  private static final long NS_PER_MICRO = 1000;
  private static final double BPS = 1e-4;
  private static final double ROUNDING = 1e-6;

  static Terms of(SimulatorConfig config, Instrument instrument, FillRule rule, Mode mode) {
    long place = config.latencyMicros() * NS_PER_MICRO;
    Long modify = config.modifyLatencyMicros();
    Long cancel = config.cancelLatencyMicros();
    Double taker = config.takerCostInBps();
    return new Terms(
        instrument.priceStep(),
        instrument.sizeStep(),
        (int) whole("tick_size", config.tickSize(), instrument.priceStep(), "price step"),
        whole("max_inventory", config.maxInventory(), instrument.sizeStep(), "lot"),
        whole("min_order_size", config.minOrderSize(), instrument.sizeStep(), "lot"),
        new OrderLatency(
            place,
            modify == null ? place : modify * NS_PER_MICRO,
            cancel == null ? place : cancel * NS_PER_MICRO,
            config.responseLatencyMicros() * NS_PER_MICRO),
        config.costInBps() * BPS,
        (taker == null ? config.costInBps() : taker) * BPS,
        config.fixedCost(),
        config.inventoryPenalty(),
        config.initialCash(),
        rule,
        mode);
  }

  private static long whole(String key, double value, double unit, String unitName) {
    long count = Math.round(value / unit);
    if (count < 1 || Math.abs(count * unit - value) > ROUNDING * value) {
      throw new InputException(
          "simulator."
              + key
              + " is "
              + value
              + "; the recording's "
              + unitName
              + " is "
              + unit
              + ", and only its multiples are allowed.");
    }
    return count;
  }

  /** Value in quote currency. */
  double value(long price, long size) {
    return price * priceStep * (size * lot);
  }

  /** Mid price in quote currency. */
  double mid(long bid, long ask) {
    return (bid + ask) * 0.5 * priceStep;
  }
}
