package io.makerbench.evaluate;

import io.makerbench.env.Episode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How long a quantity had each of its values: each tick counts for the time until the next one, as
 * in {@link Exposure}.
 *
 * @param values every value once, ascending
 * @param seconds how long it held
 */
public record HeldValues(double[] values, double[] seconds) {
  private static final double NS_PER_SECOND = 1e9;

  /**
   * Gathers the values of a quantity over episodes.
   *
   * @param quantity its value at each tick; NaN where it has none, which is left out
   */
  public static HeldValues of(List<Episode> episodes, Function<Episode, double[]> quantity) {
    TreeMap<Double, Double> held = new TreeMap<>();
    for (Episode episode : episodes) {
      double[] values = quantity.apply(episode);
      for (int i = 0; i + 1 < episode.ticks(); i++) {
        if (!Double.isNaN(values[i])) {
          double seconds = (episode.timeNs()[i + 1] - episode.timeNs()[i]) / NS_PER_SECOND;
          held.merge(values[i] + 0.0, seconds, Double::sum); // −0 is 0
        }
      }
    }
    return of(held);
  }

  /** Of numbers that count alike. */
  public static HeldValues ofEqual(double[] numbers) {
    TreeMap<Double, Double> held = new TreeMap<>();
    for (double number : numbers) {
      if (!Double.isNaN(number)) {
        held.merge(number + 0.0, 1.0, Double::sum);
      }
    }
    return of(held);
  }

  private static HeldValues of(SortedMap<Double, Double> held) {
    return new HeldValues(
        held.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
        held.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** True where it never had a value. */
  public boolean isEmpty() {
    return total() == 0;
  }

  /** Time in which it had a value, s. */
  public double total() {
    double total = 0;
    for (double part : seconds) {
      total += part;
    }
    return total;
  }

  /** The smallest value that was not exceeded for a share of the time; NaN without any. */
  public double quantile(double share) {
    double wanted = share * total();
    double passed = 0;
    for (int i = 0; i < values.length; i++) {
      passed += seconds[i];
      if (passed >= wanted && passed > 0) {
        return values[i];
      }
    }
    return Double.NaN;
  }

  /** Share of the time with a value of at most this; NaN without any. */
  public double shareUpTo(double value) {
    double passed = 0;
    for (int i = 0; i < values.length && values[i] <= value; i++) {
      passed += seconds[i];
    }
    return passed / total();
  }

  /**
   * Shares of the time by equal bins from low to high; what lies beyond counts in the outermost.
   */
  public double[] shares(double low, double high, int bins) {
    double[] shares = new double[bins];
    double total = total();
    for (int i = 0; i < values.length; i++) {
      int bin = (int) Math.floor((values[i] - low) / (high - low) * bins);
      shares[Math.clamp(bin, 0, bins - 1)] += seconds[i] / total;
    }
    return shares;
  }
}
