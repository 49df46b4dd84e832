package io.makerbench.report;

import java.util.ArrayList;
import java.util.List;

/** The keys of a figure. */
final class Legend {
  private static final int KEY_WIDTH = 14;
  private static final int KEY_RISE = 6;
  private static final int KEY_GAP = 6;
  private static final double LETTER_WIDTH = 6.6;

  private record Entry(String style, String label) {}

  private final List<Entry> entries = new ArrayList<>();

  /** One key per policy. */
  static Legend of(Evaluated evaluated) {
    Legend legend = new Legend();
    evaluated.policies().forEach(policy -> legend.add(evaluated.style(policy), policy));
    return legend;
  }

  Legend add(String style, String label) {
    entries.add(new Entry(style, label));
    return this;
  }

  /** Draws the keys in a row of an SVG. */
  void draw(Markup svg, int left, int baseline) {
    double x = left;
    for (Entry entry : entries) {
      svg.empty(
          "rect",
          "class",
          "bar " + entry.style(),
          "x",
          Long.toString(Math.round(x)),
          "y",
          Integer.toString(baseline - KEY_RISE),
          "width",
          Integer.toString(KEY_WIDTH),
          "height",
          "4");
      x += KEY_WIDTH + KEY_GAP;
      svg.element(
          "text",
          entry.label(),
          "class",
          "tick",
          "x",
          Long.toString(Math.round(x)),
          "y",
          Integer.toString(baseline));
      x += entry.label().length() * LETTER_WIDTH + 2 * KEY_GAP;
    }
  }

  void write(Markup page) {
    if (entries.isEmpty()) {
      return;
    }
    page.open("ul", "class", "legend");
    for (Entry entry : entries) {
      page.open("li").open("i", "class", "key " + entry.style()).close();
      page.text(entry.label()).close();
    }
    page.close();
  }
}
