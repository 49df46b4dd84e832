package io.makerbench.experiment;

import io.makerbench.config.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The columns of a metrics.csv as series of (step, value); empty cells are left out. */
public final class MetricsTable {
  private final Map<String, Series> columns = new LinkedHashMap<>();

  private MetricsTable() {}

  /** A column: steps ascending, one value each. */
  public record Series(double[] steps, double[] values) {
    public int size() {
      return steps.length;
    }

    /** Its beginning, up to a step and with it. */
    Series upTo(long step) {
      int kept = 0;
      while (kept < steps.length && steps[kept] <= step) {
        kept++;
      }
      return new Series(Arrays.copyOf(steps, kept), Arrays.copyOf(values, kept));
    }
  }

  /** Reads a file; a missing one has no columns. A last line that is cut off is left out. */
  public static MetricsTable read(Path file) {
    MetricsTable table = new MetricsTable();
    if (!Files.exists(file)) {
      return table;
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String header = lines.readLine();
      if (header != null) {
        table.readRows(file, header.split(","), lines);
      }
    } catch (IOException e) {
      throw new InputException("The file " + file + " cannot be read: " + e.getMessage(), e);
    }
    return table;
  }

  private void readRows(Path file, String[] names, BufferedReader lines) throws IOException {
    Growing[] growing = new Growing[names.length];
    Arrays.setAll(growing, i -> new Growing());
    int lineNumber = 1;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      lineNumber++;
      String[] cells = line.split(",", -1);
      if (cells.length != names.length) {
        if (lines.readLine() == null) {
          break;
        }
        throw new InputException(
            file
                + ", line "
                + lineNumber
                + ": "
                + cells.length
                + " cells where there are "
                + names.length
                + " columns.");
      }
      double step = number(file, lineNumber, cells[0]);
      for (int c = 1; c < cells.length; c++) {
        if (!cells[c].isEmpty()) {
          growing[c].add(step, number(file, lineNumber, cells[c]));
        }
      }
    }
    for (int c = 1; c < names.length; c++) {
      columns.put(names[c], growing[c].series());
    }
  }

  private static double number(Path file, int lineNumber, String cell) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw new InputException(
          file + ", line " + lineNumber + ": " + cell + " is not a number.", e);
    }
  }

  /** Every column by name, in the order of the file. */
  public Map<String, Series> columns() {
    return columns;
  }

  /** A column by name; empty where there is none. */
  public Series column(String name) {
    return columns.getOrDefault(name, new Series(new double[0], new double[0]));
  }

  private static final class Growing {
    private double[] steps = new double[64];
    private double[] values = new double[64];
    private int size;

    void add(double step, double value) {
      if (size == steps.length) {
        steps = Arrays.copyOf(steps, size * 2);
        values = Arrays.copyOf(values, size * 2);
      }
      steps[size] = step;
      values[size++] = value;
    }

    Series series() {
      return new Series(Arrays.copyOf(steps, size), Arrays.copyOf(values, size));
    }
  }
}
