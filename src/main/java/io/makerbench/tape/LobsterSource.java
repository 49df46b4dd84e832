package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A file of messages or of books, by itself or in a zip archive.
 *
 * @param name what its name says
 * @param file where it lies: itself, or the archive
 * @param entry its name in the archive; null for a file by itself
 */
record LobsterSource(LobsterName name, Path file, @Nullable String entry) {
  private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};
  private static final int MOST_NAMES_TOLD = 5;

  /** True for a zip archive, by its first bytes. */
  static boolean isZip(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(ZIP_MAGIC, in.readNBytes(ZIP_MAGIC.length));
    } catch (IOException e) {
      throw new InputException(file + " cannot be read: it is missing or no file.", e);
    }
  }

  /** True for an archive, or a file that is named as LOBSTER names them. */
  static boolean is(Path file) {
    return isZip(file) || LobsterName.of(file.getFileName().toString()).isPresent();
  }

  /**
   * The sources in a file.
   *
   * @throws InputException when it is an archive that is damaged or holds none
   */
  static List<LobsterSource> in(Path file) {
    if (!isZip(file)) {
      return LobsterName.of(file.getFileName().toString()).stream()
          .map(name -> new LobsterSource(name, file, null))
          .toList();
    }
    try (ZipFile zip = open(file)) {
      List<String> entries = zip.stream().map(ZipEntry::getName).toList();
      List<LobsterSource> found =
          entries.stream()
              .flatMap(entry ->
                  LobsterName.of(entry).map(name -> new LobsterSource(name, file, entry)).stream())
              .toList();
      if (found.isEmpty()) {
        throw new InputException(
            file
                + ": a LOBSTER archive holds files named like AMZN_2012-06-21_34200000_57600000_"
                + "message_5.csv and …_orderbook_5.csv; this one holds none, but "
                + entries.subList(0, Math.min(entries.size(), MOST_NAMES_TOLD))
                + ".");
      }
      return found;
    } catch (IOException e) {
      throw new InputException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static ZipFile open(Path path) {
    try {
      return new ZipFile(path.toFile());
    } catch (IOException | IllegalArgumentException e) {
      throw new InputException(
          path
              + ": the zip file is cut off or damaged; its table of contents, at its end, cannot be"
              + " read ("
              + e.getMessage()
              + "). Fetch it again.",
          e);
    }
  }

  /** True for the messages of these books, or the books of these messages, in the same archive. */
  boolean belongsTo(LobsterSource other) {
    boolean together =
        entry == null ? other.entry == null : other.entry != null && file.equals(other.file);
    return together && name.belongsTo(other.name) && !name.kind().equals(other.name.kind());
  }

  /** The source in words, for an error. */
  String words() {
    return file + (entry == null ? "" : ", " + entry);
  }

  /** Opens it for reading line by line. */
  Reading read() {
    List<String> columns =
        name.kind().equals(LobsterName.MESSAGES)
            ? LobsterMessage.COLUMNS
            : LobsterRow.columns(name.levels());
    try {
      if (entry == null) {
        return new Reading(null, Files.newInputStream(file), -1, columns);
      }
      ZipFile zip = open(file);
      ZipEntry found = zip.getEntry(entry);
      return new Reading(zip, zip.getInputStream(found), found.getCrc(), columns);
    } catch (IOException e) {
      throw new InputException(words() + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** A source that is being read. */
  final class Reading implements AutoCloseable {
    private final @Nullable ZipFile zip;
    private final CheckedInputStream in;
    private final long checksum;
    final CsvLines lines;

    private Reading(@Nullable ZipFile zip, InputStream in, long checksum, List<String> columns) {
      this.zip = zip;
      this.in = new CheckedInputStream(in, new CRC32());
      this.checksum = checksum;
      lines = new CsvLines(this.in, words(), columns);
    }

    /** Compares what was read, which must be all, with the checksum of the archive. */
    void check() {
      if (zip != null && in.getChecksum().getValue() != checksum) {
        throw new InputException(
            lines.place()
                + " or before: the file is damaged (its checksum is another). Fetch it again.");
      }
    }

    @Override
    public void close() {
      try {
        lines.close();
        if (zip != null) {
          zip.close();
        }
      } catch (IOException e) {
        throw new InputException(words() + " cannot be read: " + e.getMessage(), e);
      }
    }
  }
}
