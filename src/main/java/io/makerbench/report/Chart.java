package io.makerbench.report;

import java.util.Locale;

/**
 * A chart that can stand alone.
 *
 * @param number place among the charts of its report, from 1
 * @param title what it shows
 * @param fillRule fill rule its figures rest on; empty where none matters
 * @param legend keys of its colours
 * @param plot the plot
 */
record Chart(int number, String title, String fillRule, Legend legend, Plot plot) {
  private static final int TITLE_BASELINE = 20;
  private static final int LEGEND_BASELINE = 38;
  private static final int HEAD = 48;
  private static final int MARGIN = 12;

  /** A file name from number and title. */
  String fileName() {
    String slug =
        title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return "%02d-%s.svg".formatted(number, slug);
  }

  /** The chart as an SVG file with title, legend and styles in it. */
  String standalone(String css) {
    int height = plot.height() + HEAD;
    Markup svg =
        new Markup()
            .open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "alone",
                "width",
                Integer.toString(plot.width()),
                "height",
                Integer.toString(height),
                "viewBox",
                "0 0 " + plot.width() + " " + height);
    svg.style(css).empty("rect", "class", "sheet", "width", "100%", "height", "100%");
    String rule = fillRule.isEmpty() ? "" : " (fill rule: " + fillRule + ")";
    text(svg, "headline", TITLE_BASELINE, title + rule);
    legend.draw(svg, MARGIN, LEGEND_BASELINE);
    svg.open("g", "transform", "translate(0 " + HEAD + ")").add(plot.svg(title)).close();
    return svg.close() + "\n";
  }

  private static void text(Markup svg, String style, int y, String text) {
    svg.element(
        "text", text, "class", style, "x", Integer.toString(MARGIN), "y", Integer.toString(y));
  }
}
