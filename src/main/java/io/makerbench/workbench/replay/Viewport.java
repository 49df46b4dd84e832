package io.makerbench.workbench.replay;

/**
 * The stretch of time and price a picture shows.
 *
 * @param startNs instant at the left edge, ns since 1970 UTC
 * @param endNs instant at the right edge
 * @param low price at the bottom edge, in ticks
 * @param high price at the top edge, in ticks
 */
record Viewport(long startNs, long endNs, double low, double high) {
  static final long SHORTEST_NS = 100_000_000;
  static final long LONGEST_NS = 48L * 3600 * 1_000_000_000;
  static final double FEWEST_TICKS = 8;
  static final double MOST_TICKS = 200_000;

  /** Share of the width left empty after the cursor while the picture follows it. */
  private static final double ROOM_AHEAD = 0.08;

  long spanNs() {
    return endNs - startNs;
  }

  double ticks() {
    return high - low;
  }

  /** Column, in pixels from the left, of an instant in a picture {@code width} pixels wide. */
  double x(long timeNs, double width) {
    return (timeNs - startNs) * (width / spanNs());
  }

  /** Row, in pixels from the top, of a price in a picture {@code height} pixels high. */
  double y(double tick, double height) {
    return (high - tick) * (height / ticks());
  }

  long timeAt(double x, double width) {
    return startNs + Math.round(x / width * spanNs());
  }

  double tickAt(double y, double height) {
    return high - y / height * ticks();
  }

  /** Shows {@code factor} times as much time; the instant {@code pivotNs} stays in its place. */
  Viewport zoomTime(double factor, long pivotNs) {
    long span = Math.clamp(Math.round(spanNs() * factor), SHORTEST_NS, LONGEST_NS);
    double left = (double) (pivotNs - startNs) / spanNs();
    long start = pivotNs - Math.round(left * span);
    return new Viewport(start, start + span, low, high);
  }

  /** Shows {@code factor} times as many prices; the price {@code pivot} stays in its place. */
  Viewport zoomPrice(double factor, double pivot) {
    double ticks = Math.clamp(ticks() * factor, FEWEST_TICKS, MOST_TICKS);
    double newHigh = pivot + (high - pivot) / ticks() * ticks;
    return new Viewport(startNs, endNs, newHigh - ticks, newHigh);
  }

  Viewport pan(long byNs, double byTicks) {
    return new Viewport(startNs + byNs, endNs + byNs, low + byTicks, high + byTicks);
  }

  /** Moves along in time so that {@code cursorNs} lies near the right edge. */
  Viewport following(long cursorNs) {
    long end = cursorNs + Math.round(ROOM_AHEAD * spanNs());
    return new Viewport(end - spanNs(), end, low, high);
  }

  Viewport centredOn(double tick) {
    double half = ticks() / 2;
    return new Viewport(startNs, endNs, tick - half, tick + half);
  }
}
