package io.makerbench.tape;

import java.lang.foreign.MemorySegment;

/** A column of {@code double} values, mapped from a tape. Safe for several threads. */
public final class DoubleColumn {
  private final MemorySegment values;

  DoubleColumn(MemorySegment values) {
    this.values = values;
  }

  /** Value of a row, from 0. */
  public double get(long row) {
    return values.getAtIndex(ColumnType.DOUBLE_LAYOUT, row);
  }
}
