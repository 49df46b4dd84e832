package io.makerbench.evaluate;

import io.makerbench.random.RandomStream;
import java.util.Arrays;

/** Percentile bootstrap intervals at 95 % from resamples of whole observations. */
public final class Bootstrap {
  private static final double TAIL = 0.025;

  private Bootstrap() {}

  /** Interval of the mean of paired differences; pairs are resampled together. */
  public static Interval meanOfPairs(double[] differences, int resamples, RandomStream random) {
    double[][] rows =
        Arrays.stream(differences).mapToObj(d -> new double[] {d}).toArray(double[][]::new);
    return meanOfCrossed(rows, resamples, random);
  }

  /**
   * Interval of the mean of differences of windows crossed with seeds: windows and seeds are
   * resampled apart from each other, whole rows and whole columns (Owen, 2007).
   *
   * @param differences windows × seeds
   */
  public static Interval meanOfCrossed(double[][] differences, int resamples, RandomStream random) {
    int windows = differences.length;
    int seeds = windows == 0 ? 0 : differences[0].length;
    double[] means = new double[resamples];
    int[] columns = new int[seeds];
    for (int r = 0; r < resamples; r++) {
      for (int i = 0; i < seeds; i++) {
        columns[i] = seeds == 1 ? 0 : random.nextInt(seeds);
      }
      double sum = 0;
      for (int i = 0; i < windows; i++) {
        double[] row = differences[random.nextInt(windows)];
        for (int column : columns) {
          sum += row[column];
        }
      }
      means[r] = sum / ((double) windows * seeds);
    }
    return percentiles(means);
  }

  /**
   * Interval of the interquartile mean over all scores; runs are resampled within their task
   * (Agarwal et al., 2021).
   *
   * @param scores tasks × runs
   */
  public static Interval stratified(double[][] scores, int resamples, RandomStream random) {
    double[] drawn = new double[Arrays.stream(scores).mapToInt(task -> task.length).sum()];
    double[] means = new double[resamples];
    for (int r = 0; r < resamples; r++) {
      int offset = 0;
      for (double[] task : scores) {
        draw(task, drawn, offset, random);
        offset += task.length;
      }
      means[r] = Scores.interquartileMean(drawn);
    }
    return percentiles(means);
  }

  private static void draw(double[] from, double[] to, int offset, RandomStream random) {
    for (int i = 0; i < from.length; i++) {
      to[offset + i] = from[random.nextInt(from.length)];
    }
  }

  private static Interval percentiles(double[] estimates) {
    Arrays.sort(estimates);
    int last = estimates.length - 1;
    if (last < 0 || Double.isNaN(estimates[last])) {
      return Interval.UNKNOWN;
    }
    return new Interval(
        estimates[(int) Math.round(TAIL * last)], estimates[(int) Math.round((1 - TAIL) * last)]);
  }
}
