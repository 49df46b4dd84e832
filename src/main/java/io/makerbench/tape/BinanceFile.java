package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A file of raw WebSocket messages of Binance's futures, plain or gzipped: lines of a local receive
 * time and a JSON message. Rows are numbered by line, from 1.
 *
 * @param path where it lies
 * @param gzip true when it is gzipped
 */
record BinanceFile(Path path, boolean gzip) implements RowPlaces {
  /** What a tape's header calls this kind of file. */
  static final String TYPE = "binance_websocket";

  private static final int GZIP_BUFFER_BYTES = 1 << 16;
  private static final int GZIP_MAGIC = 0x1F;
  private static final int LONGEST_TIME = 19;
  private static final int SHORTEST_TIME = 10;

  /** True when a file begins as lines of such messages do: digits, a space, an opening brace. */
  static boolean is(Path path) {
    try (InputStream in = new BinanceFile(path, gzipped(path)).open()) {
      byte[] start = in.readNBytes(LONGEST_TIME + 2);
      int digits = 0;
      while (digits < start.length && start[digits] >= '0' && start[digits] <= '9') {
        digits++;
      }
      return digits >= SHORTEST_TIME
          && start.length >= digits + 2
          && start[digits] == ' '
          && start[digits + 1] == '{';
    } catch (IOException e) {
      return false; // Whatever reads it as another kind says why it cannot be read.
    }
  }

  static BinanceFile of(Path path) {
    try {
      return new BinanceFile(path, gzipped(path));
    } catch (IOException e) {
      throw new InputException(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean gzipped(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.read() == GZIP_MAGIC;
    }
  }

  /** Opens the unpacked file. */
  InputStream open() throws IOException {
    InputStream file = Files.newInputStream(path);
    try {
      return gzip ? new GZIPInputStream(file, GZIP_BUFFER_BYTES) : new BufferedInputStream(file);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public String place(long line) {
    return path + ", line " + line;
  }

  @Override
  public String shortPlace(long line) {
    return path.getFileName() + ", line " + line;
  }
}
