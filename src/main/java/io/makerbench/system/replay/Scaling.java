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
  static Scaling fitted(List<FeatureColumns> stretches, int features) {
    double[] mean = new double[features];
    double[] deviation = new double[features];
    for (int f = 0; f < features; f++) {
      double sum = 0;
      long count = 0;
      for (FeatureColumns stretch : stretches) {
        sum += Arrays.stream(stretch.values()[f]).sum();
        count += stretch.rows().count();
      }
      mean[f] = sum / count;
      double squares = 0;
      for (FeatureColumns stretch : stretches) {
        for (double value : stretch.values()[f]) {
          squares += (value - mean[f]) * (value - mean[f]);
        }
      }
      double fitted = Math.sqrt(squares / (count - 1));
      deviation[f] = fitted > 0 ? fitted : 1;
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
