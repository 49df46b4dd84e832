package io.makerbench.evaluate;

import io.makerbench.env.Episode;
import java.util.Arrays;

/**
 * Time averages over an episode: each tick counts for the time until the next one. All are NaN for
 * an episode that spans no time.
 *
 * @param meanAbsolutePosition mean of |position|, base currency (MAP)
 * @param maxAbsolutePosition largest |position| at any tick, base currency
 * @param positionSd standard deviation of the position, base currency
 * @param timeAtLimit share of time with |position| at or beyond the limit; NaN without a limit
 * @param timeQuoted share of time with an own order on at least one side
 * @param timeTwoSided share of time with own orders on both sides
 * @param marketSpread mean of best ask − best bid, quote currency
 */
public record Exposure(
    double meanAbsolutePosition,
    double maxAbsolutePosition,
    double positionSd,
    double timeAtLimit,
    double timeQuoted,
    double timeTwoSided,
    double marketSpread) {
  /** Positions this close to the limit, relative to it, are at the limit. */
  private static final double LIMIT_TOLERANCE = 1e-9;

  /**
   * Measures an episode.
   *
   * @param limit largest allowed |position|, base currency; NaN when there is none
   */
  public static Exposure of(Episode e, double limit) {
    double time = 0;
    double absolute = 0;
    double sum = 0;
    double squares = 0;
    double atLimit = 0;
    double quoted = 0;
    double twoSided = 0;
    double spread = 0;
    for (int i = 0; i + 1 < e.ticks(); i++) {
      double weight = e.timeNs()[i + 1] - e.timeNs()[i];
      double position = e.inventory()[i];
      boolean bid = !Double.isNaN(e.ownBid()[i]);
      boolean ask = !Double.isNaN(e.ownAsk()[i]);
      time += weight;
      absolute += weight * Math.abs(position);
      sum += weight * position;
      squares += weight * position * position;
      atLimit += Math.abs(position) >= limit * (1 - LIMIT_TOLERANCE) ? weight : 0;
      quoted += bid || ask ? weight : 0;
      twoSided += bid && ask ? weight : 0;
      spread += weight * (e.bestAsk()[i] - e.bestBid()[i]);
    }
    double mean = sum / time;
    return new Exposure(
        absolute / time,
        Arrays.stream(e.inventory()).map(Math::abs).max().orElse(Double.NaN),
        Math.sqrt(Math.max(0, squares / time - mean * mean)),
        Double.isNaN(limit) ? Double.NaN : atLimit / time,
        quoted / time,
        twoSided / time,
        spread / time);
  }
}
