package io.makerbench.workbench.replay;

import java.util.function.LongUnaryOperator;

/**
 * Rows of a table that may belong to a stretch of time, whichever clock counts: the stretch is
 * widened by more than the two clocks ever differ.
 *
 * @param first first row
 * @param end row after the last
 */
record RowRange(long first, long end) {
  private static final long CLOCKS_DIFFER_NS = 10_000_000_000L;

  static RowRange around(long rows, LongUnaryOperator localTime, long startNs, long endNs) {
    return new RowRange(
        firstAtOrAfter(rows, localTime, startNs - CLOCKS_DIFFER_NS),
        firstAtOrAfter(rows, localTime, endNs + CLOCKS_DIFFER_NS));
  }

  /** First row whose time, ascending by row, is not before an instant; {@code rows} if none. */
  static long firstAtOrAfter(long rows, LongUnaryOperator time, long instantNs) {
    long low = 0;
    long high = rows;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (time.applyAsLong(middle) < instantNs) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
