package io.makerbench.experiment.catalogue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The course of each column of a metrics.csv in few points, and its last value. Of a long file only
 * blocks at even distances are read, so that a row of a table costs the same whatever the length of
 * the run. Not for the JavaFX thread.
 *
 * @param lastStep step of the last row; NaN where there is none
 */
public record MetricSketch(Map<String, Column> columns, double lastStep) {
  /** No file, or no rows. */
  public static final MetricSketch EMPTY = new MetricSketch(Map.of(), Double.NaN);

  /** Points of a course. */
  public static final int POINTS = 48;

  private static final int BLOCK_BYTES = 2048;

  /**
   * One column.
   *
   * @param last its last value; NaN where there is none
   * @param course means over equal parts of the file, in order; NaN where a part has none
   */
  public record Column(double last, float[] course) {}

  /** Reads a file; a missing one is empty. Cells that are no numbers are left out. */
  public static MetricSketch read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return EMPTY;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      String first = text(channel, 0, BLOCK_BYTES);
      int headerEnd = first.indexOf('\n');
      if (headerEnd < 0) {
        return EMPTY;
      }
      String[] names = first.substring(0, headerEnd).strip().split(",");
      Sums sums = new Sums(names.length);
      read(channel, headerEnd + 1, sums);
      return sums.sketch(names);
    }
  }

  private static void read(FileChannel channel, long begin, Sums sums) throws IOException {
    long bytes = channel.size() - begin;
    if (bytes <= (long) POINTS * BLOCK_BYTES) {
      sums.addWhole(text(channel, begin, (int) bytes));
      return;
    }
    for (int point = 0; point < POINTS; point++) {
      long at = point == POINTS - 1 ? channel.size() - BLOCK_BYTES : begin + bytes * point / POINTS;
      String block = text(channel, at, BLOCK_BYTES);
      int start = at == begin ? 0 : block.indexOf('\n') + 1;
      sums.add(block.substring(start), point);
    }
  }

  private static String text(FileChannel channel, long at, int most) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(most, channel.size() - at));
    while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
      // until the block is full
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
  }

  /** Sums of each column over each part. */
  private static final class Sums {
    private final double[][] sum;
    private final int[][] count;
    private final double[] last;

    Sums(int columns) {
      sum = new double[columns][POINTS];
      count = new int[columns][POINTS];
      last = new double[columns];
      Arrays.fill(last, Double.NaN);
    }

    void addWhole(String text) {
      int lines = (int) text.chars().filter(c -> c == '\n').count();
      int line = 0;
      for (int start = 0, end; (end = text.indexOf('\n', start)) >= 0; start = end + 1) {
        int parts = Math.min(lines, POINTS);
        addLine(text.substring(start, end), line++ * parts / lines);
      }
    }

    /** A last line that is cut off is left out. */
    void add(String text, int part) {
      for (int start = 0, end; (end = text.indexOf('\n', start)) >= 0; start = end + 1) {
        addLine(text.substring(start, end), part);
      }
    }

    private void addLine(String line, int part) {
      String[] cells = line.split(",", -1);
      for (int c = 0; c < cells.length && c < last.length; c++) {
        double value = number(cells[c]);
        if (Double.isFinite(value)) {
          last[c] = value;
          sum[c][part] += value;
          count[c][part]++;
        }
      }
    }

    private static double number(String cell) {
      if (cell.isEmpty()) {
        return Double.NaN;
      }
      try {
        return Double.parseDouble(cell);
      } catch (NumberFormatException damaged) {
        return Double.NaN; // the run's own page tells of it; a list goes on
      }
    }

    MetricSketch sketch(String[] names) {
      Map<String, Column> columns = new LinkedHashMap<>();
      for (int c = 1; c < names.length; c++) {
        columns.put(names[c], new Column(last[c], course(c)));
      }
      return new MetricSketch(columns, last[0]);
    }

    private float[] course(int column) {
      int parts = POINTS;
      while (parts > 0 && count[0][parts - 1] == 0) {
        parts--;
      }
      float[] course = new float[parts];
      for (int i = 0; i < parts; i++) {
        course[i] = count[column][i] == 0 ? Float.NaN : (float) (sum[column][i] / count[column][i]);
      }
      return course;
    }
  }
}
