package io.makerbench.workbench.monitor;

import io.makerbench.workbench.plot.Series;

/**
 * Where the steps of a run lie on another axis, as seconds of its work or episodes it has begun:
 * from rows of a file, linear between them and beyond the last.
 */
final class StepScale {
  private final Series places;

  /**
   * @param places on the other axis, by step; never falling
   */
  StepScale(Series places) {
    this.places = places;
  }

  /** False before two places are known. */
  boolean isKnown() {
    return places.size() > 1 && last() > places.y(0);
  }

  private double last() {
    return places.y(places.size() - 1);
  }

  /** The place of a step; NaN where the scale is not known. */
  double placeOf(double step) {
    if (!isKnown()) {
      return Double.NaN;
    }
    int after = Math.clamp(places.firstAtOrAfter(step), 1, places.size() - 1);
    double length = places.x(after) - places.x(after - 1);
    double share = length > 0 ? (step - places.x(after - 1)) / length : 0;
    return Math.max(0, places.y(after - 1) + share * (places.y(after) - places.y(after - 1)));
  }

  /** The step at a place; NaN where the scale is not known. */
  double stepAt(double place) {
    if (!isKnown()) {
      return Double.NaN;
    }
    int after = Math.clamp(firstAtOrAfter(place), 1, places.size() - 1);
    double length = places.y(after) - places.y(after - 1);
    double share = length > 0 ? (place - places.y(after - 1)) / length : 0;
    return places.x(after - 1) + share * (places.x(after) - places.x(after - 1));
  }

  private int firstAtOrAfter(double place) {
    int low = 0;
    int high = places.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places.y(middle) < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
