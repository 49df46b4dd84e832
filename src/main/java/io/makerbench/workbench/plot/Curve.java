package io.makerbench.workbench.plot;

/** A named series that can be drawn at any zoom, whatever its length. */
public interface Curve {
  /** Name in the legend. */
  String name();

  /** Number of its colour in the palette. */
  int colour();

  /** How it is drawn. */
  default Look look() {
    return Look.LINE;
  }

  /** Where it has points on the x axis. */
  Range domain();

  /**
   * Its picture within a range of x, with at most about {@code most} points (one bucket beyond each
   * edge, so that lines reach the border).
   */
  Points points(Range x, int most);

  /** A curve of ready points. x must ascend; NaN in y leaves a gap. */
  static Curve of(String name, int colour, double[] x, double[] y) {
    Series series = new Series();
    for (int i = 0; i < x.length; i++) {
      series.append(x[i], y[i]);
    }
    return new SeriesCurve(name, colour, series);
  }
}
