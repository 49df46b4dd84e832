package io.makerbench.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Appends rows to a CSV file whose columns are fixed when it begins. A value that is absent is an
 * empty cell.
 */
final class MetricsLog implements AutoCloseable {
  private final AppendedFile file;
  private final List<String> columns;

  /** Begins the file, or goes on with the first {@code keptBytes} of it. */
  MetricsLog(Path path, List<String> columns, long keptBytes) {
    this.columns = columns;
    file = new AppendedFile(path, keptBytes);
    if (keptBytes == 0) {
      file.append("step," + String.join(",", columns) + "\n");
    }
  }

  void append(long step, Map<String, Double> values) {
    StringBuilder row = new StringBuilder().append(step);
    for (String column : columns) {
      Double value = values.get(column);
      row.append(',').append(value == null ? "" : number(value));
    }
    file.append(row.append('\n').toString());
  }

  /** Whole numbers without a fraction; others so that they read back exactly. */
  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** Forces all to disk and says how long the file is. */
  long settle() {
    return file.settle();
  }

  @Override
  public void close() {
    file.close();
  }
}
