package io.makerbench.tape;

import java.lang.foreign.MemorySegment;

/** A column of {@code long} values, mapped from a tape. Safe for several threads. */
public final class LongColumn {
  private final MemorySegment values;

  LongColumn(MemorySegment values) {
    this.values = values;
  }

  /** Value of a row, from 0. */
  public long get(long row) {
    return values.getAtIndex(ColumnType.LONG_LAYOUT, row);
  }

  /** The first of some ascending values that is not below one; {@code rows} when there is none. */
  long firstNotBelow(long value, long rows) {
    long low = 0;
    long high = rows;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (get(middle) < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
