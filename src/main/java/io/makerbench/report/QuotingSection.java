package io.makerbench.report;

import io.makerbench.env.Episode;
import io.makerbench.evaluate.HalfLife;
import io.makerbench.evaluate.HeldValues;
import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.QueueAtFill;
import io.makerbench.evaluate.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What was held for how long, how wide the quotes were, and how they came to be filled. */
final class QuotingSection {
  private static final int HALF_WIDTH = 530;
  private static final int HEIGHT = 270;
  private static final int BINS = 45; // an odd number, so that one of them is no position
  private static final int PERCENT = 100;
  private static final double MEDIAN = 0.5;
  private static final double MOST = 0.9;
  private static final double NEARLY_ALL = 0.99;
  private static final double FINEST = 1e9;
  private static final double ROOM = 1.1;
  private static final double SECONDS_PER_MINUTE = 60;

  private final Evaluated evaluated;
  private final Map<String, HeldValues> inventories = new LinkedHashMap<>();
  private final Map<String, HeldValues> spreads = new LinkedHashMap<>();

  QuotingSection(Evaluated evaluated) {
    this.evaluated = evaluated;
    for (String policy : evaluated.policies()) {
      put(inventories, policy, HeldValues.of(evaluated.episodes(policy), Episode::inventory));
      put(
          spreads,
          policy,
          HeldValues.of(evaluated.ofSingleMarkets(policy), QuotingSection::quotedSpread));
    }
  }

  private static void put(Map<String, HeldValues> of, String policy, HeldValues held) {
    boolean idle = held.values().length == 1 && held.values()[0] == 0;
    if (!held.isEmpty() && !idle) {
      of.put(policy, held);
    }
  }

  private static double[] quotedSpread(Episode e) {
    return IntStream.range(0, e.ticks())
        .mapToDouble(i -> rounded(e.ownAsk()[i] - e.ownBid()[i]))
        .toArray();
  }

  /** Prices are decimal: what their difference is off by is not to make two values of one. */
  private static double rounded(double difference) {
    return Double.isNaN(difference) ? difference : Math.rint(difference * FINEST) / FINEST;
  }

  void write(Page page) {
    if (inventories.isEmpty()) {
      return;
    }
    page.section("quoting", "Inventory and quotes", "");
    page.markup().open("div", "class", "pair");
    page.figure(
        "Inventory distribution",
        "Share of time by position.",
        legend(inventories),
        plot(inventories, -reach(), reach(), "Inventory (base)"));
    if (!spreads.isEmpty()) {
      page.figure(
          "Quoted spread",
          "Share of the time with quotes on both sides by own ask − own bid; the widest hundredth counts in the last bar.",
          legend(spreads),
          plot(spreads, 0, widest(), "Own ask − own bid (quote)"));
    }
    page.markup().close();
    page.table(heads(), shown());
    page.markup()
        .element(
            "p",
            "Half-life: the time after which half of a deviation of the position from its mean is left, from its correlation a second later. Ahead at the fill: quantity that stood before the order at the tick before it was filled, where its place is known.",
            "class",
            "small");
    page.end();
  }

  private Legend legend(Map<String, HeldValues> of) {
    Legend legend = new Legend();
    of.keySet().forEach(policy -> legend.add(evaluated.style(policy), policy));
    return legend;
  }

  private Plot plot(Map<String, HeldValues> of, double low, double high, String title) {
    Map<String, double[]> shares = new LinkedHashMap<>();
    of.forEach((policy, held) -> shares.put(policy, held.shares(low, high, BINS)));
    double tallest = shares.values().stream().flatMapToDouble(Arrays::stream).max().orElse(1);
    Axis x = Axis.numbers(Scale.linear(low, high), 6, title);
    Axis y = Axis.numbers(Scale.linear(0, 1.05 * PERCENT * tallest), 5, "Share of time (%)");
    Plot plot = new Plot(HALF_WIDTH, HEIGHT, x, y);
    double width = (high - low) / BINS;
    shares.forEach((policy, share) -> {
      double[] edges = new double[2 * BINS];
      double[] heights = new double[2 * BINS];
      for (int bin = 0; bin < BINS; bin++) {
        edges[2 * bin] = low + bin * width;
        edges[2 * bin + 1] = low + (bin + 1) * width;
        heights[2 * bin] = PERCENT * share[bin];
        heights[2 * bin + 1] = PERCENT * share[bin];
      }
      Points steps = new Points(edges, heights);
      plot.area(evaluated.style(policy), steps, 0).line("fine " + evaluated.style(policy), steps);
    });
    return plot;
  }

  private List<String> heads() {
    List<String> heads = new ArrayList<>(List.of(""));
    heads.addAll(inventories.keySet());
    return heads;
  }

  /** The figures with a column a policy. */
  private Table shown() {
    Table figures = figures();
    List<List<String>> rows = new ArrayList<>();
    for (int column = 1; column < figures.columns().size(); column++) {
      List<String> row = new ArrayList<>(List.of(label(figures.columns().get(column))));
      for (List<String> policy : figures.rows()) {
        if (inventories.containsKey(policy.getFirst())) {
          row.add(words(figures.columns().get(column), Double.parseDouble(policy.get(column))));
        }
      }
      rows.add(row);
    }
    return new Table(heads(), rows);
  }

  private static String words(String column, double value) {
    if (Double.isNaN(value)) {
      return Figures.UNDEFINED;
    }
    return switch (column) {
      case "inventory_half_life_s" -> Figures.minutes(value / SECONDS_PER_MINUTE);
      case "time_quoted", "time_two_sided", "fill_rate", "front_share" ->
          Figures.fixed(PERCENT * value, 1) + " %";
      default -> Figures.number(value);
    };
  }

  private static String label(String column) {
    return switch (column) {
      case "inventory_half_life_s" -> "Half-life of the inventory";
      case "time_quoted" -> "Time with a quote";
      case "time_two_sided" -> "Time with quotes on both sides";
      case "fill_rate" -> "Fills of resting orders per quote";
      case "spread_median" -> "Quoted spread, median (quote)";
      case "spread_90" -> "Quoted spread, nine tenths of the time below (quote)";
      case "ahead_median" -> "Ahead at the fill, median (base)";
      case "front_share" -> "Fills from the front of the queue";
      default -> column;
    };
  }

  /** A row a policy with all digits. */
  Table figures() {
    List<List<String>> rows = new ArrayList<>();
    for (String policy : evaluated.policies()) {
      HeldValues spread = spreads.getOrDefault(policy, HeldValues.ofEqual(new double[0]));
      HeldValues ahead = QueueAtFill.of(evaluated.ofSingleMarkets(policy));
      rows.add(
          List.of(
              policy,
              Double.toString(HalfLife.ofInventory(evaluated.episodes(policy))),
              Double.toString(evaluated.mean(policy, Metric.TIME_QUOTED)),
              Double.toString(evaluated.mean(policy, Metric.TIME_TWO_SIDED)),
              Double.toString(evaluated.mean(policy, Metric.FILL_RATE)),
              Double.toString(spread.quantile(MEDIAN)),
              Double.toString(spread.quantile(MOST)),
              Double.toString(ahead.quantile(MEDIAN)),
              Double.toString(ahead.shareUpTo(0))));
    }
    return new Table(
        List.of(
            "policy",
            "inventory_half_life_s",
            "time_quoted",
            "time_two_sided",
            "fill_rate",
            "spread_median",
            "spread_90",
            "ahead_median",
            "front_share"),
        rows);
  }

  /** Shares of the time by position and by quoted spread, as they are drawn. */
  Table distributions() {
    List<List<String>> rows = new ArrayList<>();
    append(rows, "inventory", inventories, -reach(), reach());
    append(rows, "quoted_spread", spreads, 0, widest());
    return new Table(List.of("policy", "quantity", "from", "to", "share_of_time"), rows);
  }

  private static void append(
      List<List<String>> rows,
      String quantity,
      Map<String, HeldValues> of,
      double low,
      double high) {
    double width = (high - low) / BINS;
    of.forEach((policy, held) -> {
      double[] shares = held.shares(low, high, BINS);
      for (int bin = 0; bin < BINS; bin++) {
        rows.add(
            List.of(
                policy,
                quantity,
                Double.toString(low + bin * width),
                Double.toString(low + (bin + 1) * width),
                Double.toString(shares[bin])));
      }
    });
  }

  /** Either end of the axis of positions. */
  private double reach() {
    return inventories.values().stream()
        .mapToDouble(h -> Math.max(Math.abs(h.values()[0]), h.values()[h.values().length - 1]))
        .map(position -> ROOM * position)
        .max()
        .orElse(1);
  }

  /** Upper end of the axis of spreads. */
  private double widest() {
    double widest =
        spreads.values().stream().mapToDouble(h -> h.quantile(NEARLY_ALL)).max().orElse(1);
    return widest > 0 ? ROOM * widest : 1;
  }
}
