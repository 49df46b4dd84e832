package io.makerbench.learn.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Mean, deviation and range of each number of an observation, and the rows seen last. */
final class Columns {
  /** Rows kept, to run a network on. */
  static final int RECENT_ROWS = 64;

  /** What each number is called. */
  final List<String> names;

  final int width;
  private final double[] mean;
  private final double[] squares;
  private final float[] least;
  private final float[] most;
  private final float[] recent;
  private long rows;

  Columns(List<String> names) {
    this.names = List.copyOf(names);
    width = names.size();
    mean = new double[width];
    squares = new double[width];
    least = new float[width];
    most = new float[width];
    Arrays.fill(least, Float.POSITIVE_INFINITY);
    Arrays.fill(most, Float.NEGATIVE_INFINITY);
    recent = new float[RECENT_ROWS * width];
  }

  /** Takes in the row that begins at a place (Welford, 1962). */
  void add(float[] observations, int at) {
    System.arraycopy(observations, at, recent, (int) (rows % RECENT_ROWS) * width, width);
    rows++;
    for (int i = 0; i < width; i++) {
      float value = observations[at + i];
      double away = value - mean[i];
      mean[i] += away / rows;
      squares[i] += away * (value - mean[i]);
      least[i] = Math.min(least[i], value);
      most[i] = Math.max(most[i], value);
    }
  }

  /** Rows taken in since the start of training. */
  long rows() {
    return rows;
  }

  boolean isConstant(int column) {
    return least[column] == most[column];
  }

  /** From the least to the most ever seen. */
  double range(int column) {
    return (double) most[column] - least[column];
  }

  /** The only value of a constant column. */
  double value(int column) {
    return least[column];
  }

  double mean(int column) {
    return mean[column];
  }

  double deviation(int column) {
    return Math.sqrt(squares[column] / Math.max(1, rows));
  }

  /** The rows seen last, in no order; at most {@link #RECENT_ROWS}. */
  float[] recent() {
    return Arrays.copyOf(recent, (int) Math.min(rows, RECENT_ROWS) * width);
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(rows);
    for (int i = 0; i < width; i++) {
      out.writeDouble(mean[i]);
      out.writeDouble(squares[i]);
      out.writeFloat(least[i]);
      out.writeFloat(most[i]);
    }
    for (float value : recent) {
      out.writeFloat(value);
    }
  }

  void restore(DataInput in) throws IOException {
    rows = in.readLong();
    for (int i = 0; i < width; i++) {
      mean[i] = in.readDouble();
      squares[i] = in.readDouble();
      least[i] = in.readFloat();
      most[i] = in.readFloat();
    }
    for (int i = 0; i < recent.length; i++) {
      recent[i] = in.readFloat();
    }
  }
}
