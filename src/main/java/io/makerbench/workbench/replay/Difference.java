package io.makerbench.workbench.replay;

import io.makerbench.env.Episode;
import java.util.Arrays;
import java.util.List;

/** What one policy held and earned more than another one in the same window. */
final class Difference {
  private Difference() {}

  /**
   * An episode whose inventory and equity are those of the first less those of the second, tick by
   * tick of the first; of the second the values in force then. It quotes and trades nothing.
   */
  static ReplayData of(ReplayData first, Episode second) {
    Episode one = first.episode();
    int ticks = one.ticks();
    double[] inventory = new double[ticks];
    double[] profit = new double[ticks];
    int other = 0;
    for (int tick = 0; tick < ticks; tick++) {
      while (other + 1 < second.ticks() && second.timeNs()[other + 1] <= one.timeNs()[tick]) {
        other++;
      }
      inventory[tick] = one.inventory()[tick] - second.inventory()[other];
      profit[tick] =
          one.equity()[tick] - one.initialCash() - (second.equity()[other] - second.initialCash());
    }
    return first.with(episode(one, second.policy(), inventory, profit));
  }

  private static Episode episode(Episode one, String other, double[] inventory, double[] profit) {
    double[] nothing = new double[one.ticks()];
    Arrays.fill(nothing, Double.NaN);
    return new Episode(
        one.policy() + " − " + other,
        one.window(),
        one.fillRule(),
        0,
        one.timeNs(),
        one.mid(),
        one.bestBid(),
        one.bestAsk(),
        nothing,
        nothing,
        nothing,
        nothing,
        inventory,
        profit,
        profit,
        nothing,
        nothing,
        one.action(),
        one.decided(),
        List.of());
  }
}
