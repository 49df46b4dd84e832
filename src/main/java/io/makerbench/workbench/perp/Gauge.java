package io.makerbench.workbench.perp;

import io.makerbench.system.perp.DeskHistory;
import io.makerbench.system.perp.DeskSeries;
import io.makerbench.system.perp.VenueSeries;
import io.makerbench.system.perp.engine.Risk;
import java.util.List;

/**
 * Something of the desk that has a limit.
 *
 * @param name what it is
 * @param value how much, in words
 * @param limit the limit, in words
 * @param share the value as a share of its limit; negative on the other side
 * @param warning share from which the desk is wary
 * @param sides whether it has a limit on one side or on both
 * @param level where it stands
 */
record Gauge(
    String name,
    String value,
    String limit,
    double share,
    double warning,
    Sides sides,
    Level level) {
  /** Sides a limit is on. */
  enum Sides {
    ONE,
    BOTH
  }

  private static Gauge of(
      String name, String value, String limit, double share, double warning, Sides sides) {
    double size = Math.abs(share);
    Level level = size >= 1 ? Level.DANGER : size >= warning ? Level.WARNING : Level.GOOD;
    return new Gauge(name, value, limit, share, warning, sides, level);
  }

  /** The gauges of a desk at a tick: net delta, basis, loss, and distance to liquidation. */
  static List<Gauge> all(DeskHistory history, int tick) {
    return List.of(
        delta(history, tick), basis(history, tick), loss(history, tick), distance(history, tick));
  }

  private static Gauge delta(DeskHistory history, int tick) {
    double delta = history.at(DeskSeries.NET_DELTA, tick);
    double limit = history.at(DeskSeries.DELTA_LIMIT, tick);
    return of(
        "Net delta",
        Figures.dollars(delta),
        "±$" + Figures.money(limit),
        limit > 0 ? delta / limit : 0,
        Risk.DELTA_WARNING_SHARE,
        Sides.BOTH);
  }

  private static Gauge basis(DeskHistory history, int tick) {
    double basis = history.at(DeskSeries.BASIS, tick);
    return of(
        "Basis",
        Figures.dollars(basis),
        "±$" + Figures.money(Risk.BASIS_LIMIT),
        basis / Risk.BASIS_LIMIT,
        Risk.BASIS_WARNING / Risk.BASIS_LIMIT,
        Sides.BOTH);
  }

  /** A profit is no loss. */
  private static Gauge loss(DeskHistory history, int tick) {
    double profit = history.profit(tick);
    return of(
        "Loss",
        profit < 0 ? "$" + Figures.money(-profit) : "none",
        "$" + Figures.money(history.lossLimit()),
        Math.max(0, -profit / history.lossLimit()),
        Risk.LOSS_WARNING_SHARE,
        Sides.ONE);
  }

  /** The nearest venue that holds a position; the bar grows as liquidation comes nearer. */
  private static Gauge distance(DeskHistory history, int tick) {
    double nearest = VenueLine.FAR;
    String where = "none near";
    for (int venue = 0; venue < history.venues().size(); venue++) {
      boolean held = history.at(VenueSeries.POSITION, tick, venue) != 0;
      double distance = history.at(VenueSeries.LIQUIDATION_DISTANCE, tick, venue);
      if (held && distance < nearest) {
        nearest = distance;
        where = history.venues().get(venue).name();
      }
    }
    double room = VenueLine.FAR - Risk.LIQUIDATION_CRITICAL;
    return of(
        "Liquidation",
        nearest < VenueLine.FAR ? Figures.fixed(nearest, 1) + " σ · " + where : where,
        Figures.fixed(Risk.LIQUIDATION_CRITICAL, 0) + " σ",
        (VenueLine.FAR - nearest) / room,
        (VenueLine.FAR - Risk.LIQUIDATION_NEAR) / room,
        Sides.ONE);
  }

  /** All of it, as it is read aloud. */
  String words() {
    String where =
        switch (level) {
          case GOOD -> "within its limits";
          case WARNING -> "near its limit";
          case DANGER -> "beyond its limit";
        };
    return "%s %s, limit %s, %s".formatted(name, value, limit, where);
  }
}
