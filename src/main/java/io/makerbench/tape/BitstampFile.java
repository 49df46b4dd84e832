package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * A file of Bitstamp's order events in the columns of ob-analytics, plain, gzipped or packed by xz.
 *
 * @param path where it lies
 */
record BitstampFile(Path path) {
  private static final byte[] GZIP_MAGIC = {(byte) 0x1F, (byte) 0x8B};
  private static final byte[] XZ_MAGIC = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0};
  private static final int BUFFER_BYTES = 1 << 16;

  /** More than any xz preset needs; a header that asks for more is damaged. */
  private static final int MOST_XZ_KIB = 128 << 10;

  /** Takes an event, reused for the next. */
  interface Events {
    void take(BitstampEvent event, CsvLines place);
  }

  private static String header() {
    return String.join(",", BitstampEvent.COLUMNS);
  }

  /** True when the file's first line names the columns of order events. */
  static boolean is(Path path) {
    byte[] expected = header().getBytes(StandardCharsets.UTF_8);
    try (InputStream in = open(path)) {
      return Arrays.equals(expected, in.readNBytes(expected.length));
    } catch (IOException e) {
      if (packedByXz(path)) {
        throw new InputException(
            path + ": the xz file is cut off or damaged (" + e.getMessage() + "). Fetch it again.",
            e);
      }
      return false; // Whatever reads it as another kind says why it cannot be read.
    }
  }

  private static boolean packedByXz(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return Arrays.equals(XZ_MAGIC, in.readNBytes(XZ_MAGIC.length));
    } catch (IOException e) {
      throw new InputException(path + " cannot be read: it is missing or no file.", e);
    }
  }

  private static InputStream open(Path path) throws IOException {
    PushbackInputStream in = new PushbackInputStream(Files.newInputStream(path), XZ_MAGIC.length);
    try {
      byte[] start = in.readNBytes(XZ_MAGIC.length);
      in.unread(start);
      if (Arrays.equals(XZ_MAGIC, start)) {
        return new XZInputStream(in, MOST_XZ_KIB);
      }
      boolean gzip = Arrays.equals(GZIP_MAGIC, Arrays.copyOf(start, GZIP_MAGIC.length));
      return gzip ? new GZIPInputStream(in, BUFFER_BYTES) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /**
   * Reads all events in order and returns their number.
   *
   * @throws InputException naming file and line when it is damaged
   */
  long read(Events events) {
    BitstampEvent event = new BitstampEvent();
    long read = 0;
    try (CsvLines lines = new CsvLines(open(path), path.toString(), BitstampEvent.COLUMNS)) {
      lines.next(); // The header, by which the file was recognised.
      while (lines.next()) {
        event.read(lines);
        events.take(event, lines);
        read++;
      }
      if (read == 0) {
        throw new InputException(lines.place() + ": there are no events below the header.");
      }
      return read;
    } catch (IOException e) {
      throw new InputException(path + " cannot be read: " + e.getMessage(), e);
    }
  }
}
