package io.makerbench.report;

import io.makerbench.evaluate.Drawdown;
import io.makerbench.evaluate.ProfitCalendar;
import io.makerbench.evaluate.ProfitCalendar.Unit;
import io.makerbench.evaluate.Table;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/** The deepest falls of the agent's equity, rolling risk, and its profit by the calendar. */
final class RiskSection {
  private static final int MOST = 10;
  private static final int WIDTH = 1080;
  private static final int ROW_HEIGHT = 26;
  private static final int PLOT_FRAME = 36;
  private static final int MOST_ROWS = 40;
  private static final double STRONGEST = 0.6;
  private static final double FAINTEST = 0.04;
  private static final double LETTER_PIXELS = 6.4;
  private static final long NS_PER_SECOND = 1_000_000_000L;
  private static final double NS_PER_MINUTE = 6e10;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Evaluated evaluated;

  RiskSection(Evaluated evaluated) {
    this.evaluated = evaluated;
  }

  void write(Page page) {
    String agent = evaluated.input().agent();
    List<Drawdown> falls = falls(evaluated, agent);
    ProfitCalendar calendar = ProfitCalendar.of(evaluated.episodes(agent));
    if (calendar.rows().isEmpty()) {
      return;
    }
    page.section(
        "risk",
        "Drawdowns and calendar",
        "Falls and profit of %s. Times are UTC; every window begins anew.".formatted(agent));
    if (!falls.isEmpty()) {
      page.markup().element("h3", "Worst drawdowns");
      page.table(
          List.of("No.", "Depth (quote)", "Began", "Deepest", "Recovered", "Length", "Window"),
          shown(falls));
    }
    new RollingFigures(evaluated).write(page);
    page.figure(
        "Profit by " + columns(calendar.unit()),
        "Realised PnL in quote currency; blue earned, orange lost, the stronger the more. %sThe cells add up to %s."
            .formatted(
                calendar.rows().size() > MOST_ROWS ? "The last %d rows. ".formatted(MOST_ROWS) : "",
                Figures.signed(calendar.total())),
        new Legend().add("gain", "earned").add("loss", "lost"),
        plot(calendar));
    page.end();
  }

  private static List<Drawdown> falls(Evaluated evaluated, String policy) {
    return Drawdown.worst(evaluated.episodes(policy), MOST);
  }

  private static Table shown(List<Drawdown> falls) {
    List<List<String>> rows = new ArrayList<>();
    for (Drawdown fall : falls) {
      rows.add(
          List.of(
              Integer.toString(rows.size() + 1),
              Figures.number(fall.depth()),
              time(fall.beganNs()),
              time(fall.deepestNs()),
              fall.recovered() ? time(fall.endedNs()) : "not in its window",
              Figures.minutes(fall.lengthNs() / NS_PER_MINUTE),
              fall.window()));
    }
    return new Table(
        List.of("no", "depth", "began", "deepest", "recovered", "length", "window"), rows);
  }

  private static String time(long ns) {
    return TIME.format(Instant.ofEpochSecond(Math.floorDiv(ns, NS_PER_SECOND)));
  }

  private static String columns(Unit unit) {
    return switch (unit) {
      case MONTH -> "month";
      case HOUR -> "day and hour";
      case MINUTE -> "minute";
    };
  }

  private static String name(Unit unit, int column) {
    return unit == Unit.MONTH
        ? Month.of(column).getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
        : "%02d".formatted(column);
  }

  /** Columns without any profit at either end are left out. */
  private static Plot plot(ProfitCalendar calendar) {
    List<String> rows = List.copyOf(calendar.rows().sequencedKeySet());
    List<String> shown = rows.subList(Math.max(0, rows.size() - MOST_ROWS), rows.size());
    int first = calendar.unit().last();
    int last = calendar.unit().first();
    double largest = 0;
    for (String row : shown) {
      SequencedMap<Integer, Double> cells = calendar.rows().get(row);
      first = Math.min(first, cells.firstEntry().getKey());
      last = Math.max(last, cells.lastEntry().getKey());
      largest = cells.values().stream().mapToDouble(Math::abs).reduce(largest, Math::max);
    }
    Plot plot = frame(calendar.unit(), shown, first, last);
    double room = Plot.innerPixels(WIDTH) / (last - first + 1.0);
    for (int i = 0; i < shown.size(); i++) {
      double from = shown.size() - i - 1;
      for (var cell : calendar.rows().get(shown.get(i)).entrySet()) {
        double profit = cell.getValue();
        double strength = largest == 0 ? 0 : STRONGEST * Math.abs(profit) / largest;
        String words = Figures.signed(profit);
        int x = cell.getKey() - first;
        plot.cell(
            profit < 0 ? "loss" : "gain",
            x,
            x + 1,
            from,
            from + 1,
            Math.max(FAINTEST, strength),
            words.length() * LETTER_PIXELS < room ? words : "");
      }
    }
    return plot;
  }

  private static Plot frame(Unit unit, List<String> rows, int first, int last) {
    List<Axis.Tick> across = new ArrayList<>();
    for (int column = first; column <= last; column++) {
      across.add(new Axis.Tick(column - first + 0.5, name(unit, column)));
    }
    List<Axis.Tick> down = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String row = rows.get(i);
      down.add(new Axis.Tick(rows.size() - i - 0.5, row.substring(row.indexOf(' ') + 1)));
    }
    return new Plot(
        WIDTH,
        rows.size() * ROW_HEIGHT + PLOT_FRAME,
        new Axis(Scale.linear(0, last - first + 1), across, ""),
        new Axis(Scale.linear(0, rows.size()), down, ""));
  }

  /** The deepest falls of every policy with all digits. */
  static Table drawdowns(Evaluated evaluated) {
    List<List<String>> rows = new ArrayList<>();
    for (String policy : evaluated.policies()) {
      for (Drawdown fall : falls(evaluated, policy)) {
        rows.add(
            List.of(
                policy,
                fall.window(),
                Double.toString(fall.depth()),
                Long.toString(fall.beganNs()),
                Long.toString(fall.deepestNs()),
                Long.toString(fall.endedNs()),
                Boolean.toString(fall.recovered())));
      }
    }
    return new Table(
        List.of("policy", "window", "depth", "began_ns", "deepest_ns", "ended_ns", "recovered"),
        rows);
  }

  /** Profit of every policy by the calendar with all digits. */
  static Table calendar(Evaluated evaluated) {
    List<List<String>> rows = new ArrayList<>();
    for (String policy : evaluated.policies()) {
      ProfitCalendar calendar = ProfitCalendar.of(evaluated.episodes(policy));
      calendar
          .rows()
          .forEach((row, cells) ->
              cells.forEach((column, profit) ->
                  rows.add(
                      List.of(policy, row, Integer.toString(column), Double.toString(profit)))));
    }
    return new Table(List.of("policy", "row", "column", "pnl"), rows);
  }
}
