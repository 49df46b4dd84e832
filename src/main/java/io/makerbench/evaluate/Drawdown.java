package io.makerbench.evaluate;

import io.makerbench.env.Episode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A fall of equity below its running peak, from the peak to the first tick that reaches it again.
 * Times are ns since 1970 UTC.
 *
 * @param window name of the window it happened in; every window begins anew
 * @param depth how far equity fell, quote currency, positive
 * @param beganNs when equity was last at its peak
 * @param deepestNs when it was lowest
 * @param endedNs when it reached the peak again; the end of the window where it did not
 * @param recovered false where the window ended before
 */
public record Drawdown(
    String window, double depth, long beganNs, long deepestNs, long endedNs, boolean recovered) {

  /** The deepest falls of all episodes, the deepest first; of equal ones the earlier first. */
  public static List<Drawdown> worst(List<Episode> episodes, int most) {
    return episodes.stream()
        .flatMap(episode -> of(episode).stream())
        .sorted(
            Comparator.comparingDouble(Drawdown::depth)
                .reversed()
                .thenComparingLong(Drawdown::beganNs))
        .limit(most)
        .toList();
  }

  /** Every fall of an episode in order of time. */
  public static List<Drawdown> of(Episode episode) {
    List<Drawdown> falls = new ArrayList<>();
    double peak = episode.initialCash();
    double depth = 0;
    int began = 0;
    int deepest = 0;
    for (int tick = 0; tick < episode.ticks(); tick++) {
      double below = peak - episode.equity()[tick];
      if (below <= 0) {
        if (depth > 0) {
          falls.add(between(episode, depth, began, deepest, tick, true));
        }
        peak = episode.equity()[tick];
        depth = 0;
        began = tick;
      } else if (below > depth) {
        depth = below;
        deepest = tick;
      }
    }
    if (depth > 0) {
      falls.add(between(episode, depth, began, deepest, episode.ticks() - 1, false));
    }
    return falls;
  }

  private static Drawdown between(
      Episode e, double depth, int began, int deepest, int ended, boolean recovered) {
    long[] time = e.timeNs();
    return new Drawdown(e.window(), depth, time[began], time[deepest], time[ended], recovered);
  }

  /** From peak to peak, ns; to the end of the window where it did not recover. */
  public long lengthNs() {
    return endedNs - beganNs;
  }
}
