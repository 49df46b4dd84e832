package io.makerbench.report;

import io.makerbench.env.Episode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Profit, drawdown and inventory of all policies over all windows, laid end to end. */
final class TimelineSection {
  private static final int WIDTH = 1080;
  private static final int TALL = 330;
  private static final int LOW = 170;

  private final Evaluated evaluated;
  private final Timeline timeline;
  private final Axis hours;

  TimelineSection(Evaluated evaluated) {
    this.evaluated = evaluated;
    timeline = new Timeline(evaluated);
    hours = timeline.axis(Plot.innerPixels(WIDTH));
  }

  void write(Page page) {
    if (timeline.isEmpty()) {
      return;
    }
    page.section(
        "time",
        "Over time",
        "The windows laid end to end: %s of market time in all."
            .formatted(Figures.number(timeline.hours()) + " h"));
    equity(page);
    page.figure(
        "Drawdown",
        "Equity below its running peak, each window from its own start.",
        Legend.of(evaluated),
        strip(Timeline::underwater, "Drawdown (quote)", "Drawdown over time"));
    page.figure(
        "Inventory",
        "Position after each tick; thinned to its lowest and highest in a pixel.",
        Legend.of(evaluated),
        strip(Episode::inventory, "Inventory (base)", "Inventory over time"));
    page.end();
  }

  private void equity(Page page) {
    Map<String, Points> after = new LinkedHashMap<>();
    Map<String, Points> before = new LinkedHashMap<>();
    int pixels = Plot.innerPixels(WIDTH);
    for (String policy : evaluated.policies()) {
      after.put(policy, timeline.accumulated(policy, Timeline::profit, pixels));
      before.put(policy, timeline.accumulated(policy, Timeline::profitBeforeFees, pixels));
    }
    List<Points> all = new ArrayList<>(after.values());
    all.addAll(before.values());
    Axis y = Axis.numbers(Timeline.around(all), 6, "Cumulative PnL (quote)");
    Plot plot = new Plot(WIDTH, TALL, hours, y).level("zero", 0);
    timeline.separate(plot);
    before.forEach((policy, points) -> plot.line("thin " + evaluated.style(policy), points));
    after.forEach((policy, points) -> plot.line(evaluated.style(policy), points));
    page.figure(
        "Equity",
        "Profit marked at mid, added up over the windows: with fees (solid) and without (thin, dashed).",
        Legend.of(evaluated).add("dash", "without fees"),
        plot.svg("Cumulative profit of each policy over all windows"));
  }

  private Markup strip(Function<Episode, double[]> reading, String title, String description) {
    Map<String, Points> lines = new LinkedHashMap<>();
    for (String policy : evaluated.policies().reversed()) {
      lines.put(policy, timeline.joined(policy, reading, Plot.innerPixels(WIDTH)));
    }
    Scale scale = Timeline.around(List.copyOf(lines.values()));
    Plot plot = new Plot(WIDTH, LOW, hours, Axis.numbers(scale, 4, title)).level("zero", 0);
    timeline.separate(plot);
    lines.forEach((policy, points) -> plot.line("fine " + evaluated.style(policy), points));
    return plot.svg(description);
  }
}
