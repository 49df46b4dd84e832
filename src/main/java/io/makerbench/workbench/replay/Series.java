package io.makerbench.workbench.replay;

/** Look-ups in ascending arrays of time. */
final class Series {
  private Series() {}

  /** Index of the last entry not after an instant; −1 when all are after it. */
  static int lastAtOrBefore(long[] times, long instantNs) {
    return lastAtOrBefore(times, 0, times.length, instantNs);
  }

  /** The same among entries {@code from} (inclusive) to {@code to}; {@code from − 1} if none. */
  static int lastAtOrBefore(long[] times, int from, int to, long instantNs) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle] <= instantNs) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
