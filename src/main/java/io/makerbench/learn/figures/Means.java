package io.makerbench.learn.figures;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Means of what updates found, from one row of metrics to the next. */
final class Means {
  private final List<String> columns;
  private final double[] sums;
  private final long[] counts;

  Means(List<String> columns) {
    this.columns = List.copyOf(columns);
    sums = new double[columns.size()];
    counts = new long[columns.size()];
  }

  /** Takes in a number of each column; one that is NaN is left out. */
  void add(double... values) {
    for (int i = 0; i < sums.length; i++) {
      if (!Double.isNaN(values[i])) {
        sums[i] += values[i];
        counts[i]++;
      }
    }
  }

  /** As columns of metrics; one without a number has none. */
  void put(Map<String, Double> row) {
    for (int i = 0; i < sums.length; i++) {
      if (counts[i] > 0) {
        row.put(columns.get(i), sums[i] / counts[i]);
      }
    }
  }

  /** Begins the next row. */
  void clear() {
    Arrays.fill(sums, 0);
    Arrays.fill(counts, 0);
  }

  void save(DataOutput out) throws IOException {
    for (int i = 0; i < sums.length; i++) {
      out.writeDouble(sums[i]);
      out.writeLong(counts[i]);
    }
  }

  void restore(DataInput in) throws IOException {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = in.readDouble();
      counts[i] = in.readLong();
    }
  }
}
