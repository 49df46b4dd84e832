package io.makerbench.evaluate;

import io.makerbench.env.Episode;
import java.util.Arrays;
import java.util.List;

/**
 * How long a position lasts: the time after which half of a deviation from its mean is left, if it
 * decays as an Ornstein–Uhlenbeck process does. Its step-to-step correlation φ is regressed over an
 * even grid of time, and the half-life is −ln 2 · step / ln φ.
 */
public final class HalfLife {
  private static final double NS_PER_SECOND = 1e9;
  private static final int MOST_POINTS = 100_000;

  private HalfLife() {}

  /**
   * Half-life of the inventory, s; NaN where it does not vary or does not return to its mean.
   *
   * @param episodes passages through windows; nothing is carried over from one to the next
   */
  public static double ofInventory(List<Episode> episodes) {
    double span = episodes.stream().mapToDouble(HalfLife::seconds).sum();
    double step = Math.max(1, span / MOST_POINTS);
    List<double[]> grids = episodes.stream().map(episode -> grid(episode, step)).toList();
    double mean = grids.stream().flatMapToDouble(Arrays::stream).average().orElse(0);
    double squares = 0;
    double products = 0;
    for (double[] grid : grids) {
      for (int i = 0; i + 1 < grid.length; i++) {
        squares += (grid[i] - mean) * (grid[i] - mean);
        products += (grid[i] - mean) * (grid[i + 1] - mean);
      }
    }
    double phi = products / squares;
    return phi > 0 && phi < 1 ? -Math.log(2) * step / Math.log(phi) : Double.NaN;
  }

  private static double seconds(Episode e) {
    return e.ticks() == 0 ? 0 : (e.timeNs()[e.ticks() - 1] - e.timeNs()[0]) / NS_PER_SECOND;
  }

  /** The inventory every step seconds: that of the last tick until then. */
  private static double[] grid(Episode episode, double step) {
    double[] grid = new double[episode.ticks() == 0 ? 0 : (int) (seconds(episode) / step) + 1];
    int tick = 0;
    for (int i = 0; i < grid.length; i++) {
      double until = episode.timeNs()[0] + i * step * NS_PER_SECOND;
      while (tick + 1 < episode.ticks() && episode.timeNs()[tick + 1] <= until) {
        tick++;
      }
      grid[i] = episode.inventory()[tick];
    }
    return grid;
  }
}
