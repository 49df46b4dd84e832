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
}
