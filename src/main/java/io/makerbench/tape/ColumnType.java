package io.makerbench.tape;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Types of a tape's columns; all are little-endian and start at multiples of 64 bytes. */
enum ColumnType {
  BYTE(1),
  INT(4),
  LONG(8),
  DOUBLE(8);

  static final ValueLayout.OfInt INT_LAYOUT =
      ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfLong LONG_LAYOUT =
      ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfDouble DOUBLE_LAYOUT =
      ValueLayout.JAVA_DOUBLE.withOrder(ByteOrder.LITTLE_ENDIAN);

  final int bytes;

  ColumnType(int bytes) {
    this.bytes = bytes;
  }
}
