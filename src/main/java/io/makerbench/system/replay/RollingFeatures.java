package io.makerbench.system.replay;

import java.util.Arrays;

/**
 * Features over windows of time or rows. A window of time is open on the left and closed on the
 * right; which rows of the same time belong to it depends on the mode, see {@link MarketFeatures}.
 */
final class RollingFeatures {
  private static final double LEAST_DEVIATION = 1e-10;
  private static final double Z_LIMIT = 10;

  private RollingFeatures() {}

  /** price(t)/price(last row at or before t − delta) − 1; NaN where there is no such row. */
  static double[] returns(double[] price, long[] time, long delta) {
    double[] values = new double[price.length];
    int past = -1;
    for (int i = 0; i < price.length; i++) {
      while (time[past + 1] <= time[i] - delta) {
        past++;
      }
      values[i] = past < 0 ? Double.NaN : change(price[past], price[i]);
    }
    return values;
  }

  /**
   * price(last row at or before t + delta)/price(t) − 1; towards the end, what is left of the rows.
   */
  static double[] leakedReturns(double[] price, long[] time, long delta) {
    double[] values = new double[price.length];
    int ahead = 0;
    for (int i = 0; i < price.length; i++) {
      while (ahead + 1 < price.length && time[ahead + 1] <= time[i] + delta) {
        ahead++;
      }
      values[i] = change(price[i], price[ahead]);
    }
    return values;
  }

  private static double change(double from, double to) {
    return (to - from) / from;
  }

  /** Sample deviation of the row-to-row returns of a window; 0 for fewer than two. */
  static double[] volatility(double[] price, long[] time, long window, Mode mode) {
    double[] values = new double[price.length];
    SlidingMoments moments = new SlidingMoments();
    int oldest = 1; // the first row has no return
    for (int i = 0, end; i < price.length; i = end) {
      end = mode == Mode.PUBLISHED ? TimeOrder.endOfTime(time, i) : i + 1;
      for (int row = Math.max(1, i); row < end; row++) {
        moments.push(change(price[row - 1], price[row]));
      }
      while (oldest < end && time[oldest] <= time[i] - window) {
        moments.pop();
        oldest++;
      }
      Arrays.fill(values, i, end, moments.deviation());
    }
    return values;
  }

  /** Sample deviation of the last {@code length} row-to-row returns; NaN where there are fewer. */
  static double[] tickVolatility(double[] price, int length) {
    double[] values = new double[price.length];
    Arrays.fill(values, 0, Math.min(length, values.length), Double.NaN);
    SlidingMoments moments = new SlidingMoments();
    for (int i = 1; i < price.length; i++) {
      moments.push(change(price[i - 1], price[i]));
      if (moments.count() > length) {
        moments.pop();
      }
      if (i >= length) {
        values[i] = moments.deviation();
      }
    }
    return values;
  }

  /** (price − mean)/deviation over a window that includes the row; 0 for a deviation near 0. */
  static double[] zScore(double[] price, long[] time, long window, Mode mode) {
    double[] values = new double[price.length];
    SlidingMoments moments = new SlidingMoments();
    int oldest = 0;
    for (int i = 0, end; i < price.length; i = end) {
      end = mode == Mode.PUBLISHED ? TimeOrder.endOfTime(time, i) : i + 1;
      // Prices enter as distances from the first one, which keeps their small changes exact.
      for (int row = i; row < end; row++) {
        moments.push(price[row] - price[0]);
      }
      while (time[oldest] <= time[i] - window) {
        moments.pop();
        oldest++;
      }
      double mean = moments.mean();
      double deviation = moments.deviation();
      for (int row = i; row < end; row++) {
        double distance = price[row] - price[0] - mean;
        values[row] = deviation < LEAST_DEVIATION ? 0 : limited(distance / deviation, mode);
      }
    }
    return values;
  }

  /** The published code clips the score before it is scaled, and once more after. */
  private static double limited(double score, Mode mode) {
    return mode == Mode.PUBLISHED ? Math.clamp(score, -Z_LIMIT, Z_LIMIT) : score;
  }
}
