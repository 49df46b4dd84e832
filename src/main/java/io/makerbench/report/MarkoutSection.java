package io.makerbench.report;

import io.makerbench.evaluate.Markouts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** What resting orders kept of the spread some time after they were filled. */
final class MarkoutSection {
  private static final int WIDTH = 1080;
  private static final int HEIGHT = 320;
  private static final double MS_PER_SECOND = 1000;
  private static final List<Axis.Tick> HORIZONS =
      List.of(
          new Axis.Tick(0.01, "10 ms"),
          new Axis.Tick(0.1, "100 ms"),
          new Axis.Tick(1, "1 s"),
          new Axis.Tick(10, "10 s"),
          new Axis.Tick(60, "1 min"),
          new Axis.Tick(300, "5 min"));

  private final Evaluated evaluated;

  MarkoutSection(Evaluated evaluated) {
    this.evaluated = evaluated;
  }

  void write(Page page) {
    Map<String, List<Markouts.Point>> curves = new LinkedHashMap<>();
    for (String policy : evaluated.policies()) {
      List<Markouts.Point> points =
          evaluated.markouts(policy).points().stream().filter(p -> p.fills() > 0).toList();
      if (!points.isEmpty()) {
        curves.put(policy, points);
      }
    }
    if (curves.isEmpty()) {
      return;
    }
    page.section(
        "markouts",
        "After the fill",
        "A maker captures the effective half-spread at the fill and loses the price impact to those who knew better; what is left is the realised half-spread.");
    Legend legend = new Legend();
    curves.keySet().forEach(policy -> legend.add(evaluated.style(policy), policy));
    page.figure(
        "Markout curve",
        "Realised half-spread of resting orders by time after the fill (solid, with its 95 % interval) and the effective half-spread (dashed), volume weighted over all windows. Fills are taken as independent.",
        legend.add("dash", "effective, dashed"),
        plot(curves));
    page.end();
  }

  private Plot plot(Map<String, List<Markouts.Point>> curves) {
    double[] extremes =
        curves.values().stream()
            .flatMap(List::stream)
            .flatMapToDouble(p -> DoubleStream.of(p.effective(), p.realised(), low(p), high(p)))
            .filter(Double::isFinite)
            .toArray();
    Scale scale =
        Scale.roomy(
            DoubleStream.of(extremes).reduce(0, Math::min),
            DoubleStream.of(extremes).reduce(0, Math::max));
    Axis x = new Axis(Scale.log(0.008, 380), HORIZONS, "Time after the fill");
    Plot plot =
        new Plot(WIDTH, HEIGHT, x, Axis.numbers(scale, 6, "Half-spread (quote per base)"))
            .level("zero", 0);
    curves.forEach((policy, points) -> curve(plot, evaluated.style(policy), policy, points));
    return plot;
  }

  private static double low(Markouts.Point p) {
    return Double.isNaN(p.margin()) ? p.realised() : p.realised() - p.margin();
  }

  private static double high(Markouts.Point p) {
    return Double.isNaN(p.margin()) ? p.realised() : p.realised() + p.margin();
  }

  private static void curve(Plot plot, String style, String policy, List<Markouts.Point> points) {
    double[] x = points.stream().mapToDouble(p -> p.horizonMs() / MS_PER_SECOND).toArray();
    double[] realised = points.stream().mapToDouble(Markouts.Point::realised).toArray();
    plot.band(
        style,
        x,
        points.stream().mapToDouble(MarkoutSection::low).toArray(),
        points.stream().mapToDouble(MarkoutSection::high).toArray());
    plot.line(
        "thin " + style,
        new Points(x, points.stream().mapToDouble(Markouts.Point::effective).toArray()));
    plot.line(style, new Points(x, realised));
    for (int i = 0; i < x.length; i++) {
      String tooltip =
          "%s after %s s: %s from %d fills"
              .formatted(
                  policy, Figures.number(x[i]), Figures.signed(realised[i]), points.get(i).fills());
      plot.dot(style, x[i], realised[i], tooltip);
    }
  }
}
