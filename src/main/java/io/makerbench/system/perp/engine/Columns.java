package io.makerbench.system.perp.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes the arrays of a state and remembers them, so that the whole state can be saved. */
public final class Columns {
  private final List<double[]> doubles = new ArrayList<>();
  private final List<long[]> longs = new ArrayList<>();
  private final List<int[]> integers = new ArrayList<>();

  /** A further column of numbers, all 0. */
  public double[] doubles(int length) {
    double[] column = new double[length];
    doubles.add(column);
    return column;
  }

  /** A further column of 64-bit numbers, all 0. */
  public long[] longs(int length) {
    long[] column = new long[length];
    longs.add(column);
    return column;
  }

  /** A further column of whole numbers, all 0. */
  public int[] integers(int length) {
    int[] column = new int[length];
    integers.add(column);
    return column;
  }

  /** Writes every column. */
  public void save(DataOutput out) throws IOException {
    for (double[] column : doubles) {
      for (double value : column) {
        out.writeDouble(value);
      }
    }
    for (long[] column : longs) {
      for (long value : column) {
        out.writeLong(value);
      }
    }
    for (int[] column : integers) {
      for (int value : column) {
        out.writeInt(value);
      }
    }
  }

  /** Reads what {@link #save} of the same columns wrote. */
  public void restore(DataInput in) throws IOException {
    for (double[] column : doubles) {
      for (int i = 0; i < column.length; i++) {
        column[i] = in.readDouble();
      }
    }
    for (long[] column : longs) {
      for (int i = 0; i < column.length; i++) {
        column[i] = in.readLong();
      }
    }
    for (int[] column : integers) {
      for (int i = 0; i < column.length; i++) {
        column[i] = in.readInt();
      }
    }
  }
}
