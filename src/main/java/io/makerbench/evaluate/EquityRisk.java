package io.makerbench.evaluate;

import io.makerbench.env.Episode;
import java.util.Arrays;

/**
 * Risk of an episode's equity. Ratios rest on the change of equity from second to second and are
 * not annualised here.
 *
 * @param sharpe mean over standard deviation (n − 1) of the changes; NaN when they do not vary
 * @param sortino mean over the root mean square of the losses, against a target of nothing; NaN
 *     without losses
 * @param maxDrawdown largest fall of equity from its running peak, on every tick, quote currency
 * @param cvar10 mean of the worst tenth of the changes (rounded up to whole seconds), quote
 *     currency
 */
public record EquityRisk(double sharpe, double sortino, double maxDrawdown, double cvar10) {
  /** Makes a ratio per second one per year; markets trade on all 365 days of 86,400 s. */
  static final double ROOT_OF_SECONDS_A_YEAR = Math.sqrt(365 * 86_400);

  private static final double NS_PER_SECOND = 1e9;
  private static final double TAIL_SHARE = 0.1;

  /** Measures an episode. */
  public static EquityRisk of(Episode episode) {
    double[] changes = secondlyPnl(episode);
    return new EquityRisk(
        Moments.of(changes).sharpe(),
        sortino(changes),
        maxDrawdown(episode),
        worstMean(changes, TAIL_SHARE));
  }

  /**
   * Change of equity in each second of an episode, quote currency. Equity at a second is that of
   * the last tick at or before it; the last entry may span less than a second, so that the entries
   * add up to the whole change of equity.
   */
  public static double[] secondlyPnl(Episode episode) {
    int ticks = episode.ticks();
    if (ticks == 0) {
      return new double[0];
    }
    long start = episode.timeNs()[0];
    double seconds = (episode.timeNs()[ticks - 1] - start) / NS_PER_SECOND;
    double[] changes = new double[Math.max(1, (int) Math.ceil(seconds))];
    double before = episode.initialCash();
    int tick = 0;
    for (int second = 0; second < changes.length; second++) {
      long until = start + (long) ((second + 1) * NS_PER_SECOND);
      while (tick + 1 < ticks && episode.timeNs()[tick + 1] <= until) {
        tick++;
      }
      changes[second] = episode.equity()[tick] - before;
      before = episode.equity()[tick];
    }
    return changes;
  }

  private static double sortino(double[] changes) {
    double sum = 0;
    double squaredLosses = 0;
    for (double change : changes) {
      sum += change;
      squaredLosses += change < 0 ? change * change : 0;
    }
    double downside = Math.sqrt(squaredLosses / changes.length);
    return downside > 0 ? sum / changes.length / downside : Double.NaN;
  }

  private static double maxDrawdown(Episode episode) {
    double peak = episode.initialCash();
    double largest = 0;
    for (double equity : episode.equity()) {
      peak = Math.max(peak, equity);
      largest = Math.max(largest, peak - equity);
    }
    return largest;
  }

  private static double worstMean(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Arrays.stream(sorted, 0, (int) Math.ceil(share * sorted.length))
        .average()
        .orElse(Double.NaN);
  }
}
