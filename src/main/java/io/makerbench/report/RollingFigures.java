package io.makerbench.report;

import io.makerbench.evaluate.RollingRisk;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Sharpe ratio and volatility over a span that moves through all windows laid end to end: whether
 * the profit was earned all along, and when it was risky.
 */
final class RollingFigures {
  private static final int WIDTH = 530;
  private static final int HEIGHT = 210;

  /** Spans to choose from, seconds: 10 s to a week. */
  private static final int[] SPANS = {10, 30, 60, 300, 900, 3_600, 14_400, 86_400, 604_800};

  /** The record is at least so many spans long. */
  private static final int LEAST_SPANS = 10;

  private static final double SECONDS_PER_MINUTE = 60;

  private final Evaluated evaluated;
  private final Timeline timeline;
  private final Axis hours;

  RollingFigures(Evaluated evaluated) {
    this.evaluated = evaluated;
    timeline = new Timeline(evaluated);
    hours = timeline.axis(Plot.innerPixels(WIDTH));
  }

  /** Both figures; nothing where the record is too short for them. */
  void write(Page page) {
    Map<String, Points> changes = new LinkedHashMap<>();
    for (String policy : evaluated.policies().reversed()) { // the agent is drawn last
      changes.put(policy, timeline.secondly(policy));
    }
    int seconds = changes.values().stream().mapToInt(points -> points.x().length).max().orElse(0);
    int span = span(seconds);
    if (span == 0) {
      return;
    }
    String over = "the last %s".formatted(Figures.minutes(span / SECONDS_PER_MINUTE));
    page.markup().open("div", "class", "pair");
    page.figure(
        "Rolling Sharpe ratio",
        "Of the change of equity each second over %s of market, a year's ratio.".formatted(over),
        Legend.of(evaluated),
        plot(changes, span, RollingRisk::sharpe, "Sharpe (annual)"));
    page.figure(
        "Rolling volatility",
        "Standard deviation of the same changes, scaled to an hour.",
        Legend.of(evaluated),
        plot(changes, span, RollingRisk::volatility, "PnL of an hour, ± (quote)"));
    page.markup().close();
  }

  /** The longest span that the record holds often enough, seconds; 0 where none is. */
  static int span(int seconds) {
    return Arrays.stream(SPANS).filter(span -> span * LEAST_SPANS <= seconds).max().orElse(0);
  }

  private Plot plot(
      Map<String, Points> changes,
      int span,
      Function<RollingRisk, double[]> reading,
      String title) {
    Map<String, Points> lines = new LinkedHashMap<>();
    changes.forEach((policy, points) -> {
      RollingRisk rolled = RollingRisk.of(points.y(), span, Plot.innerPixels(WIDTH));
      double[] at = Arrays.stream(rolled.second()).mapToDouble(i -> points.x()[i]).toArray();
      lines.put(policy, new Points(at, reading.apply(rolled)));
    });
    Scale scale = Timeline.around(List.copyOf(lines.values()));
    Plot plot = new Plot(WIDTH, HEIGHT, hours, Axis.numbers(scale, 5, title)).level("zero", 0);
    timeline.separate(plot);
    lines.forEach((policy, points) -> plot.line("fine " + evaluated.style(policy), points));
    return plot;
  }
}
