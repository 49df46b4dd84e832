package io.makerbench.evaluate;

import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * What resting orders earned against the mid, at the fill and some time later. For a taker with D =
 * +1 (buys) or −1, price P, mid M and the mid M' after the horizon: effective half-spread D(P − M),
 * price impact D(M' − M), realised half-spread D(P − M'); effective = impact + realised. An own
 * resting order was taken from the other side, so D is the opposite of its own side: effective is
 * what the maker captured, impact what it lost to adverse selection, realised what it kept.
 *
 * <p>Means are weighted by quantity over maker fills. Time runs on the clock of the episode's ticks
 * from the tick of the fill; fills nearer to the end than the horizon are left out.
 *
 * @param points one per horizon, ascending
 */
public record Markouts(List<Point> points) {
  private static final long NS_PER_MS = 1_000_000;

  /** Horizons of the curve in ms, 10 ms to 5 min. */
  private static final long[] HORIZONS_MS = {
    10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 60_000, 120_000, 300_000
  };

  /**
   * The curve at one horizon, in quote currency per unit of base currency.
   *
   * @param horizonMs time after the fill, ms
   * @param fills fills measured
   * @param effective mean effective half-spread; NaN without fills
   * @param impact mean price impact
   * @param realised mean realised half-spread
   * @param margin half the width of the 95 % confidence interval of {@code realised}, fills taken
   *     as independent; NaN for fewer than two fills
   */
  public record Point(
      long horizonMs, int fills, double effective, double impact, double realised, double margin) {}

  /** Measures the fills of all episodes together. */
  public static Markouts of(Collection<Episode> episodes) {
    return new Markouts(
        LongStream.of(HORIZONS_MS).mapToObj(horizon -> point(episodes, horizon)).toList());
  }

  /** The realised half-spread at one of the horizons; NaN for another horizon. */
  public double realised(long horizonMs) {
    return points.stream()
        .filter(point -> point.horizonMs == horizonMs)
        .mapToDouble(Point::realised)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static Point point(Collection<Episode> episodes, long horizonMs) {
    Sums sums = new Sums();
    for (Episode episode : episodes) {
      int later = 0;
      for (Fill fill : episode.fills()) {
        long at = episode.timeNs()[fill.tick()] + horizonMs * NS_PER_MS;
        if (fill.maker() && at <= episode.timeNs()[episode.ticks() - 1]) {
          later = lastAtOrBefore(episode.timeNs(), at, Math.max(later, fill.tick()));
          sums.add(fill, episode.mid()[later]);
        }
      }
    }
    return sums.point(horizonMs);
  }

  private static int lastAtOrBefore(long[] times, long at, int from) {
    int row = from;
    while (row + 1 < times.length && times[row + 1] <= at) {
      row++;
    }
    return row;
  }

  private static final class Sums {
    private int n;
    private double weight;
    private double effective;
    private double impact;
    private double realised;
    private double squaredWeight;
    private double squaredWeightRealised;
    private double squaredWeightRealisedSquared;

    void add(Fill fill, double laterMid) {
      int taker = -fill.side().sign();
      double q = fill.quantity();
      double kept = taker * (fill.price() - laterMid);
      n++;
      weight += q;
      effective += q * taker * (fill.price() - fill.mid());
      impact += q * taker * (laterMid - fill.mid());
      realised += q * kept;
      squaredWeight += q * q;
      squaredWeightRealised += q * q * kept;
      squaredWeightRealisedSquared += q * q * kept * kept;
    }

    Point point(long horizonMs) {
      return new Point(
          horizonMs, n, effective / weight, impact / weight, realised / weight, margin());
    }

    /** Σw²(x − x̄)² n/(n − 1) over (Σw)² is the variance of a weighted mean. */
    private double margin() {
      if (n < 2) {
        return Double.NaN;
      }
      double mean = realised / weight;
      double spread =
          squaredWeightRealisedSquared
              - 2 * mean * squaredWeightRealised
              + mean * mean * squaredWeight;
      double error = Math.sqrt(Math.max(0, spread) * n / (n - 1)) / weight;
      return error * new TDistribution(n - 1).inverseCumulativeProbability(PairedT.UPPER_TAIL);
    }
  }
}
