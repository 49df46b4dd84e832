package io.makerbench.workbench.plot;

/** A curve drawn straight off a series: the line is the mean of each bucket. */
record SeriesCurve(String name, int colour, Series series) implements Curve {
  @Override
  public Range domain() {
    return series.domain();
  }

  @Override
  public Points points(Range x, int most) {
    Buckets buckets = Buckets.of(series, x, most);
    Points points = buckets.points();
    for (int i = 0; i < points.size(); i++) {
      points.y()[i] = series.mean(buckets.level(), buckets.first() + i);
    }
    return points;
  }
}
