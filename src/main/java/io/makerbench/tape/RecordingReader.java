package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Recognises recorded files and reads their rows. */
final class RecordingReader implements AutoCloseable {
  private static final byte[] PARQUET_MAGIC = {'P', 'A', 'R', '1'};

  private @Nullable ParquetReader parquet;

  /**
   * Recognises a file.
   *
   * @throws InputException when it is missing, empty, foreign or lacks columns
   */
  RecordingFile recognise(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(PARQUET_MAGIC.length);
      if (start.length == 0) {
        throw new InputException(path + " is empty.");
      }
      return Arrays.equals(start, PARQUET_MAGIC)
          ? parquet().recognise(path)
          : CsvHeader.recognise(path);
    } catch (IOException e) {
      throw new InputException(path + " cannot be read: it is missing or no file.", e);
    }
  }

  /**
   * Reads all rows of a file in order.
   *
   * @throws InputException when one cannot be read, or is of another instrument than the first
   */
  void read(RecordingFile file, RecordingSpooler rows) {
    switch (file.format()) {
      case CSV -> new CsvReader(file, rows).read();
      case PARQUET -> parquet().read(file, rows);
    }
  }

  /** The database takes some time to start; recordings in CSV do without. */
  private ParquetReader parquet() {
    if (parquet == null) {
      parquet = new ParquetReader();
    }
    return parquet;
  }

  @Override
  public void close() {
    if (parquet != null) {
      parquet.close();
    }
  }
}
