package io.makerbench.report;

import io.makerbench.env.Episode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Profit, drawdown and inventory of all policies over all windows, laid end to end. */
final class TimelineSection {
  private static final int WIDTH = 1080;
  private static final int TALL = 330;
  private static final int LOW = 170;

  /** Positions flip too often to be drawn tick by tick. */
  private static final int STRETCH_PIXELS = 5;

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
        "The windows laid end to end: %s of market time in all. Where a name has no room, its number in the list of windows stands for it."
            .formatted(Figures.minutes(60 * timeline.hours())));
    equity(page);
    drawdown(page);
    inventory(page);
    page.end();
  }

  private void equity(Page page) {
    Map<String, Points> after = new LinkedHashMap<>();
    Map<String, Points> before = new LinkedHashMap<>();
    for (String policy : evaluated.policies()) {
      after.put(policy, thinned(timeline.accumulated(policy, Timeline::profit)));
      before.put(policy, thinned(timeline.accumulated(policy, Timeline::profitBeforeFees)));
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
        Legend.of(evaluated).add("dash", "without fees, dashed"),
        plot);
  }

  private void drawdown(Page page) {
    Map<String, Points> lines = new LinkedHashMap<>();
    for (String policy : evaluated.policies().reversed()) {
      lines.put(policy, thinned(timeline.joined(policy, Timeline::underwater)));
    }
    page.figure(
        "Drawdown",
        "Equity below its running peak, each window from its own start.",
        Legend.of(evaluated),
        strip(lines, "Drawdown (quote)"));
  }

  private void inventory(Page page) {
    Map<String, Points> lines = new LinkedHashMap<>();
    int stretches = Plot.innerPixels(WIDTH) / STRETCH_PIXELS;
    for (String policy : evaluated.policies().reversed()) {
      Points ticks = timeline.joined(policy, Episode::inventory);
      lines.put(policy, ticks.averaged(hours.scale(), stretches));
    }
    page.figure(
        "Inventory",
        "Mean position over stretches of about %s."
            .formatted(Figures.minutes(60 * timeline.hours() / stretches)),
        Legend.of(evaluated),
        strip(lines, "Inventory (base)"));
  }

  private Points thinned(Points points) {
    return points.thinned(hours.scale(), Plot.innerPixels(WIDTH));
  }

  private Plot strip(Map<String, Points> lines, String title) {
    Scale scale = Timeline.around(List.copyOf(lines.values()));
    Plot plot = new Plot(WIDTH, LOW, hours, Axis.numbers(scale, 4, title)).level("zero", 0);
    timeline.separate(plot);
    lines.forEach((policy, points) -> plot.line("fine " + evaluated.style(policy), points));
    return plot;
  }
}
