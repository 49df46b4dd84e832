package io.makerbench.workbench.plot;

/**
 * A curve smoothed by an exponential moving average without bias at its start (Kingma and Ba 2015,
 * section 3): {@code m = w·m + (1 − w)·y}, drawn {@code m / (1 − wⁿ)}. A bucket of n points counts
 * as its mean n times. The raw values stay as the band.
 *
 * @param weight of the past at each point, 0 (no smoothing) … below 1
 */
public record SmoothedCurve(String name, int colour, Look look, Series series, double weight)
    implements Curve {
  /** Share of a value's weight below which the past is forgotten. */
  private static final double NEGLIGIBLE = 1e-4;

  @Override
  public Range domain() {
    return series.domain();
  }

  @Override
  public Points points(Range x, int most) {
    Buckets buckets = Buckets.of(series, x, most);
    Points points = buckets.points();
    int level = buckets.level();
    double kept = Math.pow(weight, Series.pointsPerBucket(level));
    double mean = 0;
    double certainty = 0;
    for (int bucket = warmUp(buckets, kept); bucket < buckets.end(); bucket++) {
      double value = series.mean(level, bucket);
      if (!Double.isNaN(value)) {
        mean = kept * mean + (1 - kept) * value;
        certainty = kept * certainty + (1 - kept);
      }
      if (bucket >= buckets.first()) {
        points.y()[bucket - buckets.first()] = certainty == 0 ? Double.NaN : mean / certainty;
      }
    }
    return points;
  }

  private static int warmUp(Buckets buckets, double kept) {
    double past = kept <= 0 ? 0 : Math.log(NEGLIGIBLE) / Math.log(kept);
    return (int) Math.max(0, buckets.first() - Math.ceil(past));
  }
}
