package io.makerbench.system.replay;

import io.makerbench.tape.BookStates;
import java.util.Arrays;

/**
 * The book states of a stretch that are ticks: both sides present, and a change within the depth
 * looked at. In order of the mode's clock: local time when corrected, exchange time when published
 * (the order of receipt among equal times).
 *
 * @param row rows of the tape's book states
 * @param time time on the mode's clock, ns since 1970 UTC; ascending
 */
record TickRows(int[] row, long[] time) {
  static TickRows between(
      BookStates states, MarketClock clock, long startNs, long endNs, int depth) {
    boolean ascending = clock.mode() == Mode.CORRECTED;
    int first = ascending ? clock.firstSeen(startNs) : 0;
    int rows = Math.toIntExact(states.rows());
    int[] row = new int[Math.max(16, rows - first)];
    int count = 0;
    for (int r = first; r < rows; r++) {
      long time = clock.seen(r);
      if (time > endNs && ascending) {
        break;
      }
      if (time >= startNs && time <= endNs && isTick(states, r, depth)) {
        row[count++] = r;
      }
    }
    return ordered(clock, Arrays.copyOf(row, count));
  }

  private static boolean isTick(BookStates states, int row, int depth) {
    return states.firstChanged(row) < depth
        && states.bidSize(row, 0) > 0
        && states.askSize(row, 0) > 0;
  }

  private static TickRows ordered(MarketClock clock, int[] row) {
    long[] time = new long[row.length];
    for (int i = 0; i < row.length; i++) {
      time[i] = clock.seen(row[i]);
    }
    int[] order = TimeOrder.stable(time);
    return new TickRows(TimeOrder.take(row, order), TimeOrder.take(time, order));
  }

  int count() {
    return row.length;
  }

  /** These rows at the places given, in that order. */
  TickRows at(int[] places) {
    return new TickRows(TimeOrder.take(row, places), TimeOrder.take(time, places));
  }
}
