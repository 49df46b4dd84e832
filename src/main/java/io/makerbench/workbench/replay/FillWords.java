package io.makerbench.workbench.replay;

import io.makerbench.env.Fill;
import io.makerbench.env.Side;
import io.makerbench.workbench.plot.Numbers;

/** A fill in words, as far as it is known at the cursor. */
final class FillWords {
  private static final long NS_PER_MS = 1_000_000;

  private final ReplayData data;
  private final long cursorNs;

  FillWords(ReplayData data, long cursorNs) {
    this.data = data;
    this.cursorNs = cursorNs;
  }

  /** Side and size, for example {@code Bought 0.01}. */
  static String deed(Fill fill) {
    return (fill.side() == Side.BUY ? "Bought " : "Sold ") + Numbers.precise(fill.quantity());
  }

  /** What was traded, for example {@code Bought 0.01 at 61,700.0}. */
  String trade(Fill fill) {
    return "%s at %s%s"
        .formatted(
            deed(fill),
            AxisTicks.price(fill.price(), data.instrument().priceStep()),
            fill.squareOff() ? " to close the position" : fill.maker() ? "" : " as taker");
  }

  /** When, and what was captured against the mid at the fill. */
  String terms(Fill fill) {
    double captured = fill.side().sign() * (fill.mid() - fill.price());
    return "%s  ·  captured %s  ·  fee %s"
        .formatted(
            AxisTicks.time(data.episode().timeNs()[fill.tick()], NS_PER_MS),
            signed(captured),
            Numbers.precise(fill.cost()));
  }

  /** The markout after one horizon, or why there is none. */
  String markout(Fill fill, Horizon horizon) {
    Markout markout = new Markout(data.episode(), cursorNs);
    if (markout.beyondEnd(fill, horizon)) {
      return "after the end";
    }
    double known = markout.after(fill, horizon);
    return Double.isNaN(known)
        ? "in " + Numbers.brief(markout.dueIn(fill, horizon) / NS_PER_MS / 1000.0) + " s"
        : signed(known);
  }

  /** All of it in lines. */
  String card(Fill fill) {
    StringBuilder card = new StringBuilder(trade(fill)).append('\n').append(terms(fill));
    for (Horizon horizon : Horizon.values()) {
      card.append("\nmarkout ").append(horizon).append(":  ").append(markout(fill, horizon));
    }
    return card.toString();
  }

  static String signed(double value) {
    return value > 0 ? "+" + Numbers.precise(value) : Numbers.precise(value);
  }
}
