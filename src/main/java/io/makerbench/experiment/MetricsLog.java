package io.makerbench.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * Appends rows to a CSV file whose columns are fixed when it begins. A value that is absent is an
 * empty cell. What is appended can be cut back to a length noted before.
 */
final class MetricsLog implements AutoCloseable {
  private final FileChannel channel;
  private final List<String> columns;

  /** Begins the file, or goes on with the first {@code keptBytes} of it. */
  MetricsLog(Path file, List<String> columns, long keptBytes) {
    this.columns = columns;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.truncate(keptBytes);
      channel.position(keptBytes);
      if (keptBytes == 0) {
        write("step," + String.join(",", columns) + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be written.", e);
    }
  }

  void append(long step, Map<String, Double> values) {
    StringBuilder row = new StringBuilder().append(step);
    for (String column : columns) {
      Double value = values.get(column);
      row.append(',').append(value == null ? "" : number(value));
    }
    write(row.append('\n').toString());
  }

  /** Whole numbers without a fraction; others so that they read back exactly. */
  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private void write(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The metrics cannot be written.", e);
    }
  }

  /** Forces all to disk and says how long the file is. */
  long settle() {
    try {
      channel.force(true);
      return channel.position();
    } catch (IOException e) {
      throw new UncheckedIOException("The metrics cannot be written.", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The metrics cannot be closed.", e);
    }
  }
}
