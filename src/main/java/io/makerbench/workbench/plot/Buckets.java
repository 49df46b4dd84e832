package io.makerbench.workbench.plot;

/** The buckets of a series that make the picture of a range. */
record Buckets(Series series, int level, int first, int end) {
  /** At most {@code most} buckets within a range, and one beyond each edge. */
  static Buckets of(Series series, Range x, int most) {
    int from = series.firstAtOrAfter(x.min());
    int to = series.firstAtOrAfter(x.max());
    int level = Series.levelFor(to - from, most);
    int size = Series.pointsPerBucket(level);
    int first = Math.max(0, from / size - 1);
    return new Buckets(series, level, first, Math.min(series.buckets(level), to / size + 2));
  }

  /** Positions and bands of the buckets; the line is left to be filled in. */
  Points points() {
    int size = Math.max(0, end - first);
    Points points =
        new Points(size, new double[size], new double[size], new double[size], new double[size]);
    for (int i = 0; i < size; i++) {
      points.x()[i] = series.x(level, first + i);
      points.low()[i] = series.min(level, first + i);
      points.high()[i] = series.max(level, first + i);
    }
    return points;
  }
}
