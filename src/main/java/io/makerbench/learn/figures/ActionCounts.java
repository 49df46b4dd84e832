package io.makerbench.learn.figures;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/** How often each of a few actions was taken since the last row of metrics. */
final class ActionCounts {
  private final long[] counts;

  /**
   * @param actions how many there are; 0 where they are not counted
   */
  ActionCounts(int actions) {
    counts = new long[actions];
  }

  /** An action was taken. */
  void took(int action) {
    counts[action]++;
  }

  /** Actions taken. */
  long total() {
    return Arrays.stream(counts).sum();
  }

  /** The action taken most often. */
  int top() {
    int top = 0;
    for (int a = 1; a < counts.length; a++) {
      if (counts[a] > counts[top]) {
        top = a;
      }
    }
    return top;
  }

  /** Share of all that fell on the action taken most often; 0 where none was. */
  double topShare() {
    long total = total();
    return total == 0 ? 0 : (double) counts[top()] / total;
  }

  /** As columns of metrics. */
  void put(Map<String, Double> row) {
    if (total() > 0) {
      row.put("top_action_share", topShare());
    }
  }

  /** Begins the next row. */
  void clear() {
    Arrays.fill(counts, 0);
  }

  void save(DataOutput out) throws IOException {
    for (long count : counts) {
      out.writeLong(count);
    }
  }

  void restore(DataInput in) throws IOException {
    for (int a = 0; a < counts.length; a++) {
      counts[a] = in.readLong();
    }
  }
}
