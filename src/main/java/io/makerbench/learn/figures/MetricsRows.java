package io.makerbench.learn.figures;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** When rows of metrics are due. */
final class MetricsRows {
  private static final long ROWS_OF_A_TRAINING = 1000;
  private static final long SHORTEST_ROW_TICKS = 100;
  private static final long LONGEST_ROW_TICKS = 10_000;

  private final long ticksOfRow;
  private long lastRow;

  MetricsRows(long totalTicks) {
    ticksOfRow = Math.clamp(totalTicks / ROWS_OF_A_TRAINING, SHORTEST_ROW_TICKS, LONGEST_ROW_TICKS);
  }

  /** True once for every stretch of ticks that was completed. */
  boolean due(long ticks) {
    long row = ticks / ticksOfRow;
    boolean due = row > lastRow;
    lastRow = row;
    return due;
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(lastRow);
  }

  void restore(DataInput in) throws IOException {
    lastRow = in.readLong();
  }
}
