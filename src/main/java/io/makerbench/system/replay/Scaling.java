package io.makerbench.system.replay;

import java.util.Arrays;
import java.util.List;

/**
 * Means and deviations that market features are scaled with: (x − mean)/deviation, clipped to
 * ±limit (±5 where features are scaled).
 */
record Scaling(double[] mean, double[] deviation, double limit) {
  private static final double LIMIT = 5;

  /** Leaves features as they are. */
  static Scaling none(int features) {
    double[] ones = new double[features];
    Arrays.fill(ones, 1);
    return new Scaling(new double[features], ones, Double.POSITIVE_INFINITY);
  }

  static Scaling of(double[] mean, double[] deviation) {
    return new Scaling(mean, deviation, LIMIT);
  }

  /** The constants written into the recipes. */
  static Scaling ofRecipes(List<FeatureRecipe> recipes) {
    return of(
        recipes.stream().mapToDouble(FeatureRecipe::scalingMean).toArray(),
        recipes.stream().mapToDouble(FeatureRecipe::scalingStd).toArray());
  }

  /** Mean and sample deviation over all ticks of some stretches; constant features keep size. */
  static Scaling fitted(List<FeatureMatrix> stretches, int features) {
    double[] mean = new double[features];
    double[] deviation = new double[features];
    long count = stretches.stream().mapToLong(stretch -> stretch.rows.count()).sum();
    for (int f = 0; f < features; f++) {
      for (FeatureMatrix stretch : stretches) {
        mean[f] += stretch.mean(f) * stretch.rows.count() / count;
      }
      double squares = 0;
      for (FeatureMatrix stretch : stretches) {
        double apart = stretch.mean(f) - mean[f];
        squares += stretch.squares(f) + apart * apart * stretch.rows.count();
      }
      double fitted = Math.sqrt(squares / (count - 1));
      // Features are kept as floats: a deviation below their resolution is rounding.
      deviation[f] = fitted > Math.ulp((float) mean[f]) ? fitted : 1;
    }
    return of(mean, deviation);
  }

  float scaled(int feature, double value) {
    return (float) Math.clamp((value - mean[feature]) / deviation[feature], -limit, limit);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scaling s
        && Arrays.equals(mean, s.mean)
        && Arrays.equals(deviation, s.deviation)
        && limit == s.limit;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(mean) * 31 + Arrays.hashCode(deviation);
  }

  @Override
  public String toString() {
    return "mean " + Arrays.toString(mean) + ", deviation " + Arrays.toString(deviation);
  }
}
