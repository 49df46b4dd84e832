package io.makerbench.system.venues;

import io.makerbench.book.Contract;
import io.makerbench.book.OrderLatency;
import io.makerbench.book.QueueModel;
import io.makerbench.config.InputException;
import io.makerbench.system.RuleNames;
import io.makerbench.tape.Instrument;
import io.makerbench.venue.VenueTerms;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A market's settings in the whole numbers of its tapes.
 *
 * @param name name of the market, for people
 * @param venue rules of the exchange
 * @param contract what a unit of quantity is worth
 * @param tick steps of the tape between two prices of own orders
 * @param orderLots size of an order, lots of the tape
 * @param maxLots largest position an order may lead to, lots of the tape
 * @param postOnly orders that would take are rejected
 * @param fixedCost cost of every fill, quote currency
 * @param fillRule what the figures of this market rest on, for reports
 */
record MarketTerms(
    String name,
    VenueTerms venue,
    Contract contract,
    int tick,
    long orderLots,
    long maxLots,
    boolean postOnly,
    double fixedCost,
    String fillRule) {
  private static final long NS_PER_MICRO = 1000;
  private static final double BPS = 1e-4;
  private static final double ROUNDING = 1e-6;

  /**
   * Checks a market's settings against its recordings.
   *
   * @param key key of the market in its configuration, for messages
   * @param name name of the market, no other's
   */
  static MarketTerms of(String key, String name, MarketConfig config, Instrument instrument) {
    Double tickSize = config.tickSize();
    Double lotSize = config.lotSize();
    double step = instrument.priceStep();
    double lot = instrument.sizeStep();
    double grid = lotSize == null ? lot : lotSize;
    whole(key + ".lot_size", grid, lot, "the recording's lot");
    whole(key + ".order_size", config.orderSize(), grid, "the lot");
    whole(key + ".max_inventory", config.maxInventory(), grid, "the lot");
    return new MarketTerms(
        name,
        venue(config, instrument),
        config.contract(),
        tickSize == null
            ? 1
            : (int) whole(key + ".tick_size", tickSize, step, "the recording's price step"),
        Math.round(config.orderSize() / lot),
        Math.round(config.maxInventory() / lot),
        config.postOnly(),
        config.fixedCost(),
        fillRule(config, lot));
  }

  private static QueueModel queue(MarketConfig config, double lot) {
    return new QueueModel(config.fillRule(), config.probability(), lot);
  }

  private static String fillRule(MarketConfig config, double lot) {
    RuleNames names = new RuleNames(queue(config, lot).toString());
    if (!config.partialFills()) {
      names.add("whole fills");
    }
    if (config.sharedTrades()) {
      names.add("trades shared by own orders");
    }
    if (config.ownImpact()) {
      names.add(RuleNames.OWN_IMPACT);
    }
    return names
        .latency(config.orderLatency(), config.feedLatency())
        .orders(config.contract(), config.minNotional())
        .funding(config.funding())
        .toString();
  }

  private static VenueTerms venue(MarketConfig config, Instrument instrument) {
    Double taker = config.takerCostInBps();
    double lot = instrument.sizeStep();
    return new VenueTerms(
        instrument.priceStep(),
        lot,
        leastLatency(config),
        null,
        queue(config, lot),
        config.partialFills() ? VenueTerms.Execution.PARTIAL : VenueTerms.Execution.WHOLE,
        config.sharedTrades() ? VenueTerms.TradeSize.SHARED : VenueTerms.TradeSize.DIVIDED,
        config.ownImpact() ? VenueTerms.Impact.KEPT : VenueTerms.Impact.NONE,
        config.contract(),
        config.minNotional(),
        config.costInBps() * BPS,
        (taker == null ? config.costInBps() : taker) * BPS);
  }

  /** Times that no request or response undercuts. */
  static OrderLatency leastLatency(MarketConfig config) {
    long place = config.latencyMicros();
    return new OrderLatency(
        ns(place, place),
        ns(config.modifyLatencyMicros(), place),
        ns(config.cancelLatencyMicros(), place),
        ns(config.responseLatencyMicros(), place));
  }

  private static long ns(@Nullable Long micros, long otherwise) {
    return (micros == null ? otherwise : micros) * NS_PER_MICRO;
  }

  private static long whole(String key, double value, double unit, String unitName) {
    long count = Math.round(value / unit);
    if (count < 1 || Math.abs(count * unit - value) > ROUNDING * value) {
      throw new InputException(
          key
              + " is "
              + value
              + "; only multiples of "
              + unitName
              + " ("
              + unit
              + ") are allowed.");
    }
    return count;
  }

  /** A price of the tape in quote currency. */
  double price(double steps) {
    return steps * venue.tickSize();
  }

  /** A size of the tape in the market's unit: base currency, or contracts. */
  double size(long lots) {
    return lots * venue.lotSize();
  }

  /** The same as a person would write it: 9 lots of 0.001 are 0.009, not what floats make of it. */
  double exactSize(long lots) {
    return BigDecimal.valueOf(venue.lotSize()).multiply(BigDecimal.valueOf(lots)).doubleValue();
  }

  /** What a size is in base currency at a price in quote currency. */
  double base(long lots, double price) {
    double worth = size(lots) * contract.size();
    return contract.kind() == Contract.Kind.LINEAR ? worth : worth / price;
  }

  /** Name of the market in file names. */
  String fileName() {
    return name.replace(' ', '_').replaceAll("[^A-Za-z0-9._+-]", "-");
  }
}
