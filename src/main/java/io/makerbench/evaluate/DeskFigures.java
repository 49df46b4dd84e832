package io.makerbench.evaluate;

import io.makerbench.env.Episode;

/**
 * What an episode records of a desk on several venues; NaN where it does not.
 *
 * @param killed 1 where a kill switch ended the episode, 0 where none did
 * @param funding funding received less funding paid, quote currency
 * @param hedges what hedges gained against fair value, quote currency
 * @param exits what exits gained against fair value, quote currency
 */
record DeskFigures(double killed, double funding, double hedges, double exits) {
  private static final String OF_DESK = "";
  private static final String KILL_REASON = "kill_reason";

  static DeskFigures of(Episode episode) {
    double killed =
        episode
            .series(OF_DESK, KILL_REASON)
            .map(reasons -> reasons[reasons.length - 1] == 0 ? 0.0 : 1.0)
            .orElse(Double.NaN);
    return new DeskFigures(
        killed,
        sumOfLast(episode, "pnl_funding"),
        sumOfLast(episode, "pnl_hedge"),
        sumOfLast(episode, "pnl_exit"));
  }

  /** The last values of a series of every venue, added up. */
  private static double sumOfLast(Episode episode, String name) {
    return episode.series().stream()
        .filter(series -> series.name().equals(name))
        .mapToDouble(series -> series.values()[series.values().length - 1])
        .reduce(Double::sum)
        .orElse(Double.NaN);
  }
}
