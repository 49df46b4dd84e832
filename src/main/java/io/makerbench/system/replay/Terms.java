package io.makerbench.system.replay;

import io.makerbench.book.Contract;
import io.makerbench.book.LatencyModel;
import io.makerbench.book.OrderLatency;
import io.makerbench.book.QueueModel;
import io.makerbench.config.InputException;
import io.makerbench.system.RuleNames;
import io.makerbench.tape.Instrument;

/**
 * Settings of account and venue in the whole numbers of a tape: prices in its steps, sizes in its
 * lots, times in ns. Money is that of the contract: quote currency, or coins of an inverse one.
 *
 * @param priceStep price of one step of the tape, quote currency
 * @param lot size of one lot, base currency or contracts
 * @param tick steps between two prices of own orders
 * @param lotStep lots between two sizes of own orders
 * @param maxInventory largest position, lots
 * @param minOrderSize smallest order, lots
 * @param minNotional least value of an order, quote currency
 * @param contract what a unit of quantity is worth
 * @param latency least times requests and answers travel; what the ages of orders are measured in
 * @param travel how long each of them travels
 * @param makerRate maker fee as a fraction of value
 * @param takerRate taker fee as a fraction of value
 * @param fixedCost cost of every fill
 * @param penaltyRate inventory penalty, 1/s
 * @param initialCash cash at the start
 * @param fillRule when a resting order is executed; never AUTO
 * @param queue how a place in a queue is estimated, where the fill rule has queues
 * @param impact whether own orders use up the recorded book
 * @param reward what is rewarded
 * @param mode published or corrected
 */
record Terms(
    double priceStep,
    double lot,
    int tick,
    long lotStep,
    long maxInventory,
    long minOrderSize,
    double minNotional,
    Contract contract,
    OrderLatency latency,
    LatencyModel travel,
    double makerRate,
    double takerRate,
    double fixedCost,
    double penaltyRate,
    double initialCash,
    FillRule fillRule,
    QueueModel queue,
    Impact impact,
    Reward reward,
    Mode mode) {
  private static final long NS_PER_MICRO = 1000;
  private static final double BPS = 1e-4;
  private static final double ROUNDING = 1e-6;

  /** Whether own orders use up the recorded book. */
  enum Impact {
    /** An own order finds the best price for any size. */
    NONE,
    /** What own orders took stays taken until the recording shows another size of the level. */
    KEPT
  }

  static Terms of(SimulatorConfig config, Instrument instrument, FillRule rule, Mode mode) {
    Double taker = config.takerCostInBps();
    double lot = instrument.sizeStep();
    Double lotSize = config.lotSize();
    double grid = lotSize == null ? lot : lotSize;
    long lotStep = whole("lot_size", grid, lot, "recording's lot");
    OrderLatency latency = leastLatency(config);
    return new Terms(
        instrument.priceStep(),
        lot,
        (int)
            whole("tick_size", config.tickSize(), instrument.priceStep(), "recording's price step"),
        lotStep,
        whole("max_inventory", config.maxInventory(), grid, "lot") * lotStep,
        whole("min_order_size", config.minOrderSize(), grid, "lot") * lotStep,
        config.minNotional(),
        config.contract(),
        latency,
        latency,
        config.costInBps() * BPS,
        (taker == null ? config.costInBps() : taker) * BPS,
        config.fixedCost(),
        config.inventoryPenalty(),
        config.initialCash(),
        rule,
        rule == FillRule.PROBABILITY
            ? new QueueModel(QueueModel.Kind.PROBABILITY, config.probability(), lot)
            : QueueModel.RISK_AVERSE,
        config.ownImpact() ? Impact.KEPT : Impact.NONE,
        config.reward(),
        mode);
  }

  private static OrderLatency leastLatency(SimulatorConfig config) {
    long place = config.latencyMicros() * NS_PER_MICRO;
    Long modify = config.modifyLatencyMicros();
    Long cancel = config.cancelLatencyMicros();
    return new OrderLatency(
        place,
        modify == null ? place : modify * NS_PER_MICRO,
        cancel == null ? place : cancel * NS_PER_MICRO,
        config.responseLatencyMicros() * NS_PER_MICRO);
  }

  private static long whole(String key, double value, double unit, String unitName) {
    long count = Math.round(value / unit);
    if (count < 1 || Math.abs(count * unit - value) > ROUNDING * value) {
      throw new InputException(
          "simulator."
              + key
              + " is "
              + value
              + "; the "
              + unitName
              + " is "
              + unit
              + ", and only its multiples are allowed.");
    }
    return count;
  }

  /** These terms with another latency: models that draw at random belong to one copy. */
  Terms with(LatencyModel other) {
    return new Terms(
        priceStep,
        lot,
        tick,
        lotStep,
        maxInventory,
        minOrderSize,
        minNotional,
        contract,
        latency,
        other,
        makerRate,
        takerRate,
        fixedCost,
        penaltyRate,
        initialCash,
        fillRule,
        queue,
        impact,
        reward,
        mode);
  }

  /** What figures under these terms rest on, for reports. */
  String rules(SimulatorConfig config) {
    boolean shared = fillRule == FillRule.PROBABILITY;
    RuleNames names = new RuleNames(shared ? queue.toString() : fillRule.toString());
    if (impact == Impact.KEPT) {
      names.add(RuleNames.OWN_IMPACT);
    }
    return names
        .latency(config.orderLatency(), config.feedLatency())
        .orders(contract, minNotional)
        .funding(config.funding())
        .toString();
  }

  /** Money that lots bought at a price cost, before fees; negative for an inverse contract. */
  double worth(long price, long size) {
    return contract.worth(price * priceStep) * (size * lot);
  }

  /** Absolute worth of an order in quote currency. */
  double notional(long price, long size) {
    return contract.notional(price * priceStep) * (size * lot);
  }

  /** Mid price in quote currency. */
  double mid(long bid, long ask) {
    return (bid + ask) * 0.5 * priceStep;
  }
}
