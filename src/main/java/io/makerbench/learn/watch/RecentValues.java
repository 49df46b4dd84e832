package io.makerbench.learn.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The last values of a figure, the oldest first. */
final class RecentValues {
  private final double[] values;
  private int count;

  RecentValues(int most) {
    values = new double[most];
  }

  void add(double value) {
    if (count == values.length) {
      System.arraycopy(values, 1, values, 0, count - 1);
      count--;
    }
    values[count] = value;
    count++;
  }

  double oldest() {
    return values[0];
  }

  boolean isFull() {
    return count == values.length;
  }

  int count() {
    return count;
  }

  double mean() {
    return sumOfLast(count) / count;
  }

  /** Sum of the newest {@code some} values, of which there must be as many. */
  double sumOfLast(int some) {
    double sum = 0;
    for (int i = count - some; i < count; i++) {
      sum += values[i];
    }
    return sum;
  }

  /** Sample variance. */
  double variance() {
    double mean = mean();
    double squares = 0;
    for (int i = 0; i < count; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    return squares / (count - 1);
  }

  /** Mean size of the change from one value to the next. */
  double roughness() {
    double sum = 0;
    for (int i = 1; i < count; i++) {
      sum += Math.abs(values[i] - values[i - 1]);
    }
    return sum / (count - 1);
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(count);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  void restore(DataInput in) throws IOException {
    count = in.readInt();
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
  }
}
