package io.makerbench.report;

import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import io.makerbench.env.Side;
import io.makerbench.evaluate.Metric;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** A panel per window: price with the agent's fills, and the profit of all policies. */
final class WindowSection {
  private static final int WIDTH = 530;
  private static final int PRICE_HEIGHT = 220;
  private static final int PROFIT_HEIGHT = 170;
  private static final int MOST_PANELS = 24;
  private static final int MARK_PIXELS = 4;
  private static final int TIME_TICKS = 6;
  private static final double NS_PER_SECOND = 1e9;

  private final Evaluated evaluated;

  WindowSection(Evaluated evaluated) {
    this.evaluated = evaluated;
  }

  void write(Page page) {
    List<String> shown =
        evaluated.windows().stream()
            .filter(window -> evaluated.episode(agent(), window).isPresent())
            .limit(MOST_PANELS)
            .toList();
    if (shown.isEmpty()) {
      return;
    }
    int left = evaluated.windows().size() - shown.size();
    page.section(
        "windows",
        "Window by window",
        "Times are UTC." + (left > 0 ? " " + left + " further windows are left out here." : ""));
    page.markup().open("div", "class", "pair");
    shown.forEach(window -> panel(page, window));
    page.markup().close();
    page.end();
  }

  private String agent() {
    return evaluated.input().agent();
  }

  private void panel(Page page, String window) {
    Episode episode = evaluated.episode(agent(), window).orElseThrow();
    page.markup().open("div", "class", "panel");
    page.figure(
        window,
        "Mid price with the fills of %s: %d buys (pointing up) and %d sells (pointing down); at most one a side in %d pixels is drawn."
            .formatted(agent(), count(episode, Side.BUY), count(episode, Side.SELL), MARK_PIXELS),
        new Legend().add("mid", "mid").add("buy", "buy").add("sell", "sell"),
        price(episode));
    page.figure(
        "PnL",
        evaluated.policies().stream()
                .map(policy -> policy + " " + Figures.signed(pnl(policy, window)))
                .collect(Collectors.joining(", "))
            + " quote after the square-off.",
        Legend.of(evaluated),
        profit(window, episode));
    page.markup().close();
  }

  private double pnl(String policy, String window) {
    return evaluated.value(policy, window, Metric.REALISED_PNL);
  }

  private static long count(Episode episode, Side side) {
    return episode.fills().stream().filter(fill -> fill.side() == side).count();
  }

  private static double[] seconds(Episode episode) {
    return Arrays.stream(episode.timeNs()).mapToDouble(ns -> ns / NS_PER_SECOND).toArray();
  }

  private static Axis clock(Episode episode) {
    double[] seconds = seconds(episode);
    return Axis.timeOfDay(seconds[0], seconds[seconds.length - 1], TIME_TICKS);
  }

  private static Plot price(Episode episode) {
    double low = Arrays.stream(episode.mid()).min().orElse(0);
    double high = Arrays.stream(episode.mid()).max().orElse(0);
    Axis x = clock(episode);
    Plot plot = new Plot(WIDTH, PRICE_HEIGHT, x, Axis.numbers(Scale.roomy(low, high), 5, "Price"));
    return plot.line("mid", new Points(seconds(episode), episode.mid()))
        .triangles("buy", fills(episode, Side.BUY, x.scale()), Plot.Pointing.UP)
        .triangles("sell", fills(episode, Side.SELL, x.scale()), Plot.Pointing.DOWN);
  }

  /** The first fill of a side in each few pixel columns, where its tick is drawn. */
  private static Points fills(Episode episode, Side side, Scale scale) {
    Map<Integer, Fill> byPixel = new LinkedHashMap<>();
    for (Fill fill : episode.fills()) {
      if (fill.side() == side) {
        double share = scale.fraction(episode.timeNs()[fill.tick()] / NS_PER_SECOND);
        byPixel.putIfAbsent((int) (share * Plot.innerPixels(WIDTH) / MARK_PIXELS), fill);
      }
    }
    List<Fill> kept = List.copyOf(byPixel.values());
    DoubleStream x =
        kept.stream().mapToDouble(fill -> episode.timeNs()[fill.tick()] / NS_PER_SECOND);
    return new Points(x.toArray(), kept.stream().mapToDouble(Fill::price).toArray());
  }

  private Plot profit(String window, Episode episode) {
    Map<String, Points> lines = new LinkedHashMap<>();
    for (String policy : evaluated.policies().reversed()) {
      evaluated
          .episode(policy, window)
          .ifPresent(e -> lines.put(policy, new Points(seconds(e), Timeline.profit(e))));
    }
    Scale scale = Timeline.around(List.copyOf(lines.values()));
    Plot plot =
        new Plot(WIDTH, PROFIT_HEIGHT, clock(episode), Axis.numbers(scale, 4, "PnL (quote)"));
    plot.level("zero", 0);
    lines.forEach((policy, points) -> plot.line("fine " + evaluated.style(policy), points));
    return plot;
  }
}
