package io.makerbench.report;

import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.Pairing;
import io.makerbench.evaluate.WindowDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Profit window by window, what it is made of, and the paired differences. */
final class ProfitSection {
  private static final int WIDTH = 1080;
  private static final int HALF_WIDTH = 530;
  private static final int HEIGHT = 270;
  private static final int ROW_HEIGHT = 74;
  private static final int PLOT_FRAME = 56;
  private static final double GROUP_MARGIN = 0.12;
  private static final List<Metric> PARTS =
      List.of(Metric.SPREAD_PNL, Metric.INVENTORY_PNL, Metric.FEES, Metric.REALISED_PNL);

  private final Evaluated evaluated;

  ProfitSection(Evaluated evaluated) {
    this.evaluated = evaluated;
  }

  void write(Page page) {
    page.section("profit", "Where the profit comes from", "");
    page.figure(
        "Realised PnL per window",
        "Cash after the square-off minus initial cash, all policies on the same windows.",
        Legend.of(evaluated),
        windows());
    page.markup().open("div", "class", "pair");
    page.figure(
        "Parts of the PnL",
        "Mean per window. Spread: fills against the mid at their instant. Inventory: the held position against the moving mid. The parts add up to the total.",
        partsLegend(),
        parts());
    if (!evaluated.pairings().isEmpty()) {
      page.figure(
          "Difference per window",
          "%s minus each baseline: a dot a window, the mean with its 95 %% interval below."
              .formatted(evaluated.input().agent()),
          new Legend(),
          differences());
    }
    page.markup().close();
    page.end();
  }

  private Plot windows() {
    int count = evaluated.windows().size();
    List<Axis.Tick> ticks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = evaluated.windows().get(i);
      int room = Plot.innerPixels(WIDTH) / count;
      ticks.add(new Axis.Tick(i + 0.5, Timeline.shortName(name, i, room)));
    }
    DoubleStream values =
        evaluated.policies().stream()
            .flatMapToDouble(p -> evaluated.windows().stream().mapToDouble(w -> pnl(p, w)));
    Plot plot = bars(WIDTH, new Axis(Scale.linear(0, count), ticks, ""), values);
    for (int w = 0; w < count; w++) {
      for (int p = 0; p < evaluated.policies().size(); p++) {
        String policy = evaluated.policies().get(p);
        String window = evaluated.windows().get(w);
        bar(
            plot,
            w,
            p,
            evaluated.policies().size(),
            evaluated.style(policy),
            pnl(policy, window),
            policy + ", " + window);
      }
    }
    return plot.level("zero", 0);
  }

  private double pnl(String policy, String window) {
    return evaluated.value(policy, window, Metric.REALISED_PNL);
  }

  private Legend partsLegend() {
    Legend legend = new Legend();
    for (int i = 0; i < PARTS.size(); i++) {
      legend.add("p" + i, partName(PARTS.get(i)));
    }
    return legend;
  }

  private static String partName(Metric part) {
    return switch (part) {
      case SPREAD_PNL -> "spread";
      case INVENTORY_PNL -> "inventory";
      case FEES -> "fees";
      default -> "total";
    };
  }

  private Plot parts() {
    List<String> policies = evaluated.policies();
    List<Axis.Tick> ticks = new ArrayList<>();
    for (int p = 0; p < policies.size(); p++) {
      ticks.add(new Axis.Tick(p + 0.5, policies.get(p)));
    }
    DoubleStream values =
        policies.stream().flatMapToDouble(p -> PARTS.stream().mapToDouble(part -> part(p, part)));
    Plot plot = bars(HALF_WIDTH, new Axis(Scale.linear(0, policies.size()), ticks, ""), values);
    for (int p = 0; p < policies.size(); p++) {
      for (int i = 0; i < PARTS.size(); i++) {
        String tooltip = policies.get(p) + ", " + partName(PARTS.get(i));
        bar(plot, p, i, PARTS.size(), "p" + i, part(policies.get(p), PARTS.get(i)), tooltip);
      }
    }
    return plot.level("zero", 0);
  }

  /** Fees are paid, so they count against the profit. */
  private double part(String policy, Metric part) {
    double mean = evaluated.mean(policy, part);
    return part == Metric.FEES ? 0 - mean : mean;
  }

  private static Plot bars(int width, Axis x, DoubleStream values) {
    double[] finite = values.filter(Double::isFinite).toArray();
    double low = DoubleStream.of(finite).reduce(0, Math::min);
    double high = DoubleStream.of(finite).reduce(0, Math::max);
    return new Plot(width, HEIGHT, x, Axis.numbers(Scale.roomy(low, high), 5, "PnL (quote)"));
  }

  private static void bar(
      Plot plot, int group, int index, int count, String style, double value, String tooltip) {
    if (Double.isFinite(value)) {
      double breadth = (1 - 2 * GROUP_MARGIN) / count;
      double from = group + GROUP_MARGIN + index * breadth;
      double to = from + 0.92 * breadth;
      plot.bar(style, from, to, 0, value, tooltip + ": " + Figures.signed(value));
    }
  }

  private Plot differences() {
    List<Pairing> pairings = evaluated.pairings();
    double[] all =
        pairings.stream()
            .flatMapToDouble(p ->
                DoubleStream.concat(
                    p.windows().stream().mapToDouble(WindowDifference::difference),
                    DoubleStream.of(p.test().low(), p.test().high())))
            .filter(Double::isFinite)
            .toArray();
    Scale scale =
        Scale.roomy(
            DoubleStream.of(all).reduce(0, Math::min), DoubleStream.of(all).reduce(0, Math::max));
    int rows = pairings.size();
    int height = Math.max(HEIGHT, rows * ROW_HEIGHT + PLOT_FRAME);
    Axis x = Axis.numbers(scale, 6, "Difference of PnL in a window (quote)");
    Plot plot = new Plot(HALF_WIDTH, height, x, new Axis(Scale.linear(0, rows), List.of(), ""));
    plot.upright("zero", 0);
    for (int row = 0; row < rows; row++) {
      differences(plot, pairings.get(row), rows - row - 0.5);
    }
    return plot;
  }

  private void differences(Plot plot, Pairing pairing, double at) {
    String style = evaluated.style(pairing.baseline());
    plot.heading(at + 0.3, "against " + pairing.baseline());
    for (WindowDifference window : pairing.windows()) {
      String tooltip = window.window() + ": " + Figures.signed(window.difference());
      plot.dot(style, window.difference(), at, tooltip);
    }
    double mean = pairing.test().mean();
    double below = at - 0.22;
    if (Double.isFinite(pairing.test().low())) {
      plot.segment("interval", pairing.test().low(), below, pairing.test().high(), below);
    }
    plot.dot("mean", mean, below, "mean " + Figures.signed(mean));
  }
}
