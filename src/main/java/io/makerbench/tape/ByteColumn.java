package io.makerbench.tape;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A column of {@code byte} values, mapped from a tape. Safe for several threads. */
public final class ByteColumn {
  private final MemorySegment values;

  ByteColumn(MemorySegment values) {
    this.values = values;
  }

  /** Value of a row, from 0. */
  public byte get(long row) {
    return values.get(ValueLayout.JAVA_BYTE, row);
  }
}
