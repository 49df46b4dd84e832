package io.makerbench.workbench.compare;

import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import io.makerbench.workbench.plot.Curve;
import io.makerbench.workbench.plot.MeanCurve;
import java.util.Arrays;
import java.util.List;

/**
 * The account of one contestant with one seed over its windows, one after the other: profit goes on
 * where the window before ended, and x is the market time that passed, in s. Over a single window x
 * is the time itself, in s since 1970 UTC.
 */
final class AccountCurves {
  private static final double NS_PER_SECOND = 1e9;

  /** More points than a picture has columns on any screen; others are passed over. */
  private static final int MOST_POINTS = 40_000;

  private final double[] seconds;
  private final double[] pnl;
  private final double[] pnlBeforeFees;
  private final double[] inventory;
  private final double[] drawdown;
  private final double[] executions;
  private int points;

  AccountCurves(List<Episode> episodes) {
    int ticks = episodes.stream().mapToInt(Episode::ticks).sum();
    int stride = Math.max(1, Math.ceilDiv(ticks, MOST_POINTS));
    int room = Math.ceilDiv(ticks, stride) + 2 * episodes.size();
    seconds = new double[room];
    pnl = new double[room];
    pnlBeforeFees = new double[room];
    inventory = new double[room];
    drawdown = new double[room];
    executions = new double[room];
    double elapsed = episodes.size() == 1 ? episodes.getFirst().timeNs()[0] / NS_PER_SECOND : 0;
    double earned = 0;
    double paid = 0;
    int executed = 0;
    for (Episode episode : episodes) {
      append(episode, stride, elapsed, earned, paid, executed);
      int last = episode.ticks() - 1;
      elapsed += (episode.timeNs()[last] - episode.timeNs()[0]) / NS_PER_SECOND;
      earned += episode.realisedPnl();
      executed += episode.fills().size();
      paid += episode.fills().isEmpty() ? 0 : episode.fills().getLast().totalCost();
    }
  }

  private void append(
      Episode episode, int stride, double elapsed, double earned, double paid, int executed) {
    int last = episode.ticks() - 1;
    int fill = 0;
    double cost = 0;
    for (int tick = 0;
        tick <= last;
        tick = tick == last ? last + 1 : Math.min(last, tick + stride)) {
      List<Fill> fills = episode.fills();
      while (fill < fills.size() && fills.get(fill).tick() <= tick) {
        cost = fills.get(fill++).totalCost();
      }
      seconds[points] = elapsed + (episode.timeNs()[tick] - episode.timeNs()[0]) / NS_PER_SECOND;
      pnl[points] = earned + episode.equity()[tick] - episode.initialCash();
      pnlBeforeFees[points] = pnl[points] + paid + cost;
      inventory[points] = episode.inventory()[tick];
      executions[points] = executed + fill;
      drawdown[points++] = -episode.drawdown()[tick];
    }
  }

  /** What can be drawn. */
  enum Value {
    PNL,
    PNL_BEFORE_FEES,
    INVENTORY,
    /** Below zero, as water under a surface. */
    DRAWDOWN,
    /** Executions so far. */
    FILLS
  }

  /** The curve of a contestant: of several seeds their mean, with its 95 % interval. */
  static Curve mean(Contestant contestant, List<AccountCurves> seeds, Value value) {
    List<Curve> curves = seeds.stream().map(seed -> seed.curve(contestant, value)).toList();
    return curves.size() == 1
        ? curves.getFirst()
        : new MeanCurve(contestant.name(), contestant.colour(), curves);
  }

  private Curve curve(Contestant contestant, Value value) {
    return Curve.of(
        contestant.name(),
        contestant.colour(),
        Arrays.copyOf(seconds, points),
        Arrays.copyOf(values(value), points));
  }

  private double[] values(Value value) {
    return switch (value) {
      case PNL -> pnl;
      case PNL_BEFORE_FEES -> pnlBeforeFees;
      case INVENTORY -> inventory;
      case DRAWDOWN -> drawdown;
      case FILLS -> executions;
    };
  }
}
