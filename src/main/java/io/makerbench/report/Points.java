package io.makerbench.report;

import java.util.Arrays;

/** Points of a line in ascending x; NaN in y breaks the line. */
record Points(double[] x, double[] y) {
  /**
   * At most two points a pixel column, its lowest and highest in their order: the picture stays,
   * peaks included, and the size does not grow with the recording. Gaps stay gaps.
   */
  Points thinned(Scale scale, int pixels) {
    double[] keptX = new double[x.length];
    double[] keptY = new double[x.length];
    int kept = 0;
    int from = 0;
    while (from < x.length) {
      int to = endOfColumn(scale, pixels, from);
      int lowest = from;
      int highest = from;
      for (int i = from; i < to; i++) {
        lowest = y[i] < y[lowest] ? i : lowest;
        highest = y[i] > y[highest] ? i : highest;
      }
      for (int i = Math.min(lowest, highest); i <= Math.max(lowest, highest); i++) {
        if (i == lowest || i == highest) {
          keptX[kept] = x[i];
          keptY[kept++] = y[i];
        }
      }
      from = to;
    }
    return new Points(Arrays.copyOf(keptX, kept), Arrays.copyOf(keptY, kept));
  }

  /** First point after a run that lies in one pixel column without a gap; a gap is its own run. */
  private int endOfColumn(Scale scale, int pixels, int from) {
    int column = column(scale, pixels, x[from]);
    int to = from + 1;
    while (to < x.length
        && !Double.isNaN(y[from])
        && !Double.isNaN(y[to])
        && column(scale, pixels, x[to]) == column) {
      to++;
    }
    return to;
  }

  private static int column(Scale scale, int pixels, double x) {
    return (int) (scale.fraction(x) * pixels);
  }

  /** The mean of the points in each of a number of equal stretches of the scale. */
  Points averaged(Scale scale, int stretches) {
    double[] meanX = new double[x.length];
    double[] meanY = new double[x.length];
    int kept = 0;
    int from = 0;
    while (from < x.length) {
      int to = endOfColumn(scale, stretches, from);
      meanX[kept] = Arrays.stream(x, from, to).average().orElse(Double.NaN);
      meanY[kept++] = Arrays.stream(y, from, to).average().orElse(Double.NaN);
      from = to;
    }
    return new Points(Arrays.copyOf(meanX, kept), Arrays.copyOf(meanY, kept));
  }
}
