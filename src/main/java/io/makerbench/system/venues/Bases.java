package io.makerbench.system.venues;

import java.util.Arrays;

/**
 * How far each market's mid is from the first one's, beyond what is usual: the difference in bps
 * less its average, in which an observation of age t counts e^(−t/30 s).
 */
final class Bases {
  private static final double TAU = 30;
  private static final double BPS = 1e-4;

  private final Venue[] venues;
  private final double[] now;
  private final double[] mean;

  Bases(Venue[] venues) {
    this.venues = venues;
    now = new double[venues.length];
    mean = new double[venues.length];
  }

  void begin() {
    Arrays.fill(mean, Double.NaN);
  }

  void refresh(double seconds) {
    double weight = 1 - Math.exp(-seconds / TAU);
    for (int m = 1; m < venues.length; m++) {
      now[m] = (venues[m].view.mid() / venues[0].view.mid() - 1) / BPS;
      mean[m] = Double.isNaN(mean[m]) ? now[m] : mean[m] + weight * (now[m] - mean[m]);
    }
  }

  /** Deviation of a market's basis from its average, bps; NaN while a book has no mid. */
  double deviation(int market) {
    return now[market] - mean[market];
  }
}
