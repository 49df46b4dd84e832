package io.makerbench.evaluate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The metrics of a policy in one of several markets it acted in at once.
 *
 * @param market name of the market
 * @param whole name of the window in which it acted in all of them
 * @param metrics its figures; their window is the name the market's episode is kept under
 */
public record MarketMetrics(String market, String whole, Metrics metrics) {
  private static final Set<Metric> SUMS = Set.of(Metric.QUOTES, Metric.ND_PNL);

  private static final Set<Metric> MEANS_OF_MAKER_FILLS =
      Set.of(Metric.MARKOUT_100MS, Metric.MARKOUT_1S, Metric.MARKOUT_10S, Metric.MARKOUT_60S);

  private static final Set<Metric> OF_ONE_MARKET_ONLY =
      Set.of(Metric.TIME_QUOTED, Metric.TIME_TWO_SIDED, Metric.TIME_AT_LIMIT);

  /**
   * The metrics of several markets together. Profit and risk are those of the common account, as
   * measured; what depends on a market's own book and orders is put together from the markets: sums
   * of quotes and ND-PnL, fill rates over all quotes, markouts weighted by the volume of resting
   * orders. Shares of time with quotes are left undefined.
   *
   * @param whole measured on the episode of the common account
   */
  public static Metrics together(Metrics whole, List<Metrics> markets) {
    Map<Metric, Double> values = new EnumMap<>(whole.values());
    for (Metric metric : Metric.values()) {
      if (SUMS.contains(metric)) {
        values.put(metric, sum(markets, metric));
      } else if (MEANS_OF_MAKER_FILLS.contains(metric)) {
        values.put(metric, meanOfMakerFills(markets, metric));
      } else if (OF_ONE_MARKET_ONLY.contains(metric)) {
        values.put(metric, Double.NaN);
      }
    }
    double makerFills =
        markets.stream().mapToDouble(MarketMetrics::makerFills).filter(Double::isFinite).sum();
    double quotes = values.getOrDefault(Metric.QUOTES, Double.NaN);
    values.put(Metric.FILL_RATE, makerFills / quotes);
    values.put(Metric.QUOTE_TO_TRADE, quotes / makerFills);
    return new Metrics(whole.policy(), whole.window(), whole.fillRule(), values);
  }

  private static double makerFills(Metrics market) {
    return market.value(Metric.FILL_RATE) * market.value(Metric.QUOTES);
  }

  private static double sum(List<Metrics> markets, Metric metric) {
    return markets.stream().mapToDouble(m -> m.value(metric)).filter(Double::isFinite).sum();
  }

  private static double meanOfMakerFills(List<Metrics> markets, Metric metric) {
    double weights = 0;
    double sum = 0;
    for (Metrics market : markets) {
      double weight = market.value(Metric.MAKER_SHARE) * market.value(Metric.VOLUME);
      double value = market.value(metric);
      if (Double.isFinite(weight) && Double.isFinite(value)) {
        weights += weight;
        sum += weight * value;
      }
    }
    return sum / weights;
  }
}
