package io.makerbench.report;

/**
 * One chart as SVG: a frame with two axes, and layers drawn in the order they are added. Colours
 * come from the page's style sheet through class names, so the chart follows its light and dark
 * theme.
 */
final class Plot {
  private static final int LEFT = 72;
  private static final int RIGHT = 14;
  private static final int TOP = 10;
  private static final int BOTTOM = 26;
  private static final int TITLE_ROOM = 16;
  private static final int LABEL_GAP = 8;
  private static final double BASELINE_SHIFT = 3.5;

  /** For readers of SVG that know no radius in a style sheet. */
  private static final String DOT_RADIUS = "3.2";

  private final int width;
  private final int height;
  private final Axis x;
  private final Axis y;
  private final int bottom;
  private final Markup layers = new Markup();

  Plot(int width, int height, Axis x, Axis y) {
    this.width = width;
    this.height = height;
    this.x = x;
    this.y = y;
    bottom = height - BOTTOM - (x.title().isEmpty() ? 0 : TITLE_ROOM);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Pixel columns between the axes. */
  static int innerPixels(int width) {
    return width - LEFT - RIGHT;
  }

  private double px(double value) {
    return LEFT + x.scale().fraction(value) * innerPixels(width);
  }

  private double py(double value) {
    return bottom - y.scale().fraction(value) * (bottom - TOP);
  }

  /** A line through points, thinned to what the pixels can show. */
  Plot line(String style, Points points) {
    layers.empty("path", "class", "line " + style, "d", path(thinned(points)));
    return this;
  }

  private Points thinned(Points points) {
    return points.thinned(x.scale(), innerPixels(width));
  }

  private String path(Points points) {
    StringBuilder d = new StringBuilder();
    boolean gap = true;
    for (int i = 0; i < points.x().length; i++) {
      if (Double.isNaN(points.y()[i])) {
        gap = true;
        continue;
      }
      d.append(gap ? 'M' : 'L');
      point(d, points.x()[i], points.y()[i]);
      gap = false;
    }
    return d.toString();
  }

  private void point(StringBuilder d, double atX, double atY) {
    d.append(pixels(px(atX))).append(' ').append(pixels(py(atY)));
  }

  /** The area between a line and a level. */
  Plot area(String style, Points points, double level) {
    Points kept = thinned(points);
    int last = kept.x().length - 1;
    if (last >= 0) {
      StringBuilder d = new StringBuilder(path(kept)).append('L');
      point(d, kept.x()[last], level);
      d.append('L');
      point(d, kept.x()[0], level);
      layers.empty("path", "class", "area " + style, "d", d.append('Z').toString());
    }
    return this;
  }

  /** The area between two lines over the same x. */
  Plot band(String style, double[] at, double[] low, double[] high) {
    if (at.length > 0) {
      StringBuilder d = new StringBuilder(path(new Points(at, high)));
      for (int i = at.length - 1; i >= 0; i--) {
        d.append('L');
        point(d, at[i], low[i]);
      }
      layers.empty("path", "class", "area " + style, "d", d.append('Z').toString());
    }
    return this;
  }

  /** A bar from one level to another, with a tooltip. */
  Plot bar(String style, double fromX, double toX, double fromY, double toY, String tooltip) {
    double top = Math.min(py(fromY), py(toY));
    layers
        .open(
            "rect",
            "class",
            "bar " + style,
            "x",
            pixels(px(fromX)),
            "y",
            pixels(top),
            "width",
            pixels(px(toX) - px(fromX)),
            "height",
            pixels(Math.abs(py(fromY) - py(toY))))
        .element("title", tooltip)
        .close();
    return this;
  }

  /**
   * A coloured cell of a heat map, with its value in it.
   *
   * @param strength of the colour, 0 … 1
   */
  Plot cell(
      String style,
      double fromX,
      double toX,
      double fromY,
      double toY,
      double strength,
      String words) {
    String left = pixels(px(fromX));
    String top = pixels(py(toY));
    String wide = pixels(px(toX) - px(fromX));
    String tall = pixels(py(fromY) - py(toY));
    layers.empty("rect", "class", "sheet", "x", left, "y", top, "width", wide, "height", tall);
    layers.empty(
        "rect",
        "class",
        "cell " + style,
        "fill-opacity",
        Double.toString(Math.round(100 * strength) / 100.0),
        "x",
        left,
        "y",
        top,
        "width",
        wide,
        "height",
        tall);
    layers.element(
        "text",
        words,
        "class",
        "tick cell-value",
        "text-anchor",
        "middle",
        "x",
        pixels(px((fromX + toX) / 2)),
        "y",
        pixels(py((fromY + toY) / 2) + BASELINE_SHIFT));
    return this;
  }

  /** A disc with a tooltip. */
  Plot dot(String style, double atX, double atY, String tooltip) {
    layers
        .open(
            "circle",
            "class",
            "dot " + style,
            "r",
            DOT_RADIUS,
            "cx",
            pixels(px(atX)),
            "cy",
            pixels(py(atY)))
        .element("title", tooltip)
        .close();
    return this;
  }

  /** Triangles, all in one path: pointing up below their point, or down above it. */
  Plot triangles(String style, Points points, Pointing pointing) {
    StringBuilder d = new StringBuilder();
    int sign = pointing == Pointing.UP ? 1 : -1;
    for (int i = 0; i < points.x().length; i++) {
      d.append('M');
      point(d, points.x()[i], points.y()[i]);
      d.append("l3 ").append(sign * 6).append("h-6z");
    }
    if (!d.isEmpty()) {
      layers.empty("path", "class", "mark " + style, "d", d.toString());
    }
    return this;
  }

  /** Which way a triangle points. */
  enum Pointing {
    UP,
    DOWN
  }

  /** A level across the chart. */
  Plot level(String style, double at) {
    return segment(style, x.scale().low(), at, x.scale().high(), at);
  }

  /** A line from top to bottom. */
  Plot upright(String style, double at) {
    return segment(style, at, y.scale().low(), at, y.scale().high());
  }

  /** A straight line. */
  Plot segment(String style, double x1, double y1, double x2, double y2) {
    layers.empty(
        "path",
        "class",
        style,
        "d",
        "M" + pixels(px(x1)) + " " + pixels(py(y1)) + "L" + pixels(px(x2)) + " " + pixels(py(y2)));
    return this;
  }

  /** A text at the left end of a row. */
  Plot heading(double atY, String text) {
    layers.element("text", text, "class", "row", "x", Integer.toString(LEFT), "y", pixels(py(atY)));
    return this;
  }

  /** The finished chart; the description is what a screen reader says. */
  Markup svg(String description) {
    Markup svg =
        new Markup()
            .open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + width + " " + height,
                "width",
                Integer.toString(width),
                "height",
                Integer.toString(height),
                "role",
                "img",
                "aria-label",
                description);
    drawY(svg);
    drawX(svg);
    return svg.add(layers).close();
  }

  private void drawY(Markup svg) {
    String right = Integer.toString(width - RIGHT);
    for (Axis.Tick tick : y.ticks()) {
      String at = pixels(py(tick.at()));
      svg.empty("path", "class", "grid", "d", "M" + LEFT + " " + at + "H" + right);
      String textAt = pixels(py(tick.at()) + BASELINE_SHIFT);
      svg.element(
          "text",
          tick.label(),
          "class",
          "tick",
          "text-anchor",
          "end",
          "x",
          Integer.toString(LEFT - LABEL_GAP),
          "y",
          textAt);
    }
    String middle = pixels((TOP + bottom) / 2.0);
    svg.element(
        "text",
        y.title(),
        "class",
        "axis",
        "text-anchor",
        "middle",
        "transform",
        "translate(11 " + middle + ") rotate(-90)");
  }

  private void drawX(Markup svg) {
    svg.empty("path", "class", "frame", "d", "M" + LEFT + " " + bottom + "H" + (width - RIGHT));
    for (Axis.Tick tick : x.ticks()) {
      String at = pixels(px(tick.at()));
      String textAt = Integer.toString(bottom + 2 * LABEL_GAP);
      svg.element(
          "text", tick.label(), "class", "tick", "text-anchor", "middle", "x", at, "y", textAt);
    }
    if (!x.title().isEmpty()) {
      String at = pixels(LEFT + innerPixels(width) / 2.0);
      String textAt = Integer.toString(height - LABEL_GAP / 2);
      svg.element(
          "text", x.title(), "class", "axis", "text-anchor", "middle", "x", at, "y", textAt);
    }
  }

  /** One decimal is finer than a pixel; whole numbers are written without it. */
  private static String pixels(double value) {
    long tenths = Math.round(value * 10);
    String sign = tenths < 0 ? "-" : "";
    long size = Math.abs(tenths);
    return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
  }
}
