package io.makerbench.system.perp;

import io.makerbench.tape.MinuteMids;
import java.util.Arrays;

/**
 * How far the mid of each venue is from the venues' median, as a share of it, by recorded minutes;
 * pauses between recordings are passed over, and a venue without a mid keeps its last distance.
 */
final class BasisCourse {
  /** Minute × venue. */
  private final double[][] distance;

  BasisCourse(MinuteMids mids) {
    double[] last = new double[mids.mid()[0].length];
    distance = new double[mids.mid().length][];
    for (int minute = 0; minute < distance.length; minute++) {
      double[] known = Arrays.stream(mids.mid()[minute]).filter(m -> m > 0).sorted().toArray();
      double median = (known[(known.length - 1) / 2] + known[known.length / 2]) / 2;
      for (int v = 0; v < last.length; v++) {
        double mid = mids.mid()[minute][v];
        last[v] = mid > 0 ? mid / median - 1 : last[v];
      }
      distance[minute] = last.clone();
    }
  }

  /** Number of minutes. */
  int minutes() {
    return distance.length;
  }

  /**
   * A venue's distance.
   *
   * @param minute from 0; after the last one the first follows
   */
  double at(int minute, int venue) {
    return distance[minute % distance.length][venue];
  }
}
