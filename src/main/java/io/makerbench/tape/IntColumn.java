package io.makerbench.tape;

import java.lang.foreign.MemorySegment;

/** A column of {@code int} values, mapped from a tape. Safe for several threads. */
public final class IntColumn {
  private final MemorySegment values;

  IntColumn(MemorySegment values) {
    this.values = values;
  }

  /** Value of a row, from 0. */
  public int get(long row) {
    return values.getAtIndex(ColumnType.INT_LAYOUT, row);
  }
}
