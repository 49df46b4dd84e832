package io.makerbench.workbench.plot;

/**
 * What is drawn of a curve: a line through (x, y) and a band from low to high. Only the first
 * {@code size} entries count. NaN leaves a gap.
 *
 * @param x ascending
 * @param y line
 * @param low lower edge of the band
 * @param high upper edge of the band
 */
public record Points(int size, double[] x, double[] y, double[] low, double[] high) {
  /** Nothing to draw. */
  public static final Points NONE =
      new Points(0, new double[0], new double[0], new double[0], new double[0]);

  /** Whether each point stands for one value, so that its band has no height. */
  boolean flat() {
    for (int i = 0; i < size; i++) {
      if (low[i] != high[i] && !Double.isNaN(high[i])) {
        return false;
      }
    }
    return true;
  }

  /** The line's value at the last point at or before {@code atX}; NaN when there is none. */
  double at(double atX) {
    int place = last(atX);
    return place < 0 ? Double.NaN : y[place];
  }

  /** How far the band reaches above the line there; NaN when there is no point. */
  double marginAt(double atX) {
    int place = last(atX);
    return place < 0 ? Double.NaN : high[place] - y[place];
  }

  /** The last point at or before a place; −1 when there is none. */
  private int last(double atX) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (x[middle] <= atX) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
