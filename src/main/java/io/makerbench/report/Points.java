package io.makerbench.report;

import java.util.Arrays;

/** Points of a line in ascending x; NaN in y breaks the line. */
record Points(double[] x, double[] y) {
  /**
   * At most two points a pixel column, its lowest and highest in their order: the picture stays,
   * peaks included, and the size does not grow with the recording.
   */
  Points thinned(Scale scale, int pixels) {
    double[] keptX = new double[x.length];
    double[] keptY = new double[x.length];
    int kept = 0;
    int from = 0;
    while (from < x.length) {
      int column = column(scale, pixels, x[from]);
      int lowest = from;
      int highest = from;
      int to = from;
      for (; to < x.length && column(scale, pixels, x[to]) == column; to++) {
        lowest = y[to] < y[lowest] || Double.isNaN(y[lowest]) ? to : lowest;
        highest = y[to] > y[highest] || Double.isNaN(y[highest]) ? to : highest;
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

  private static int column(Scale scale, int pixels, double x) {
    return (int) (scale.fraction(x) * pixels);
  }
}
