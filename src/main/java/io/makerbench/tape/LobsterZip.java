package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A LOBSTER recording (NASDAQ, order by order): a zip archive that holds a file of messages and a
 * file with the best levels of the book after each. Both are read side by side as they are
 * unpacked, so heap use does not grow with their length.
 *
 * @param path where it lies
 * @param name what the names of its files say
 * @param messages name of the file of messages in the archive
 * @param books name of the file of books in the archive
 */
record LobsterZip(Path path, LobsterName name, String messages, String books) {
  /** Venue of every LOBSTER recording. */
  static final String EXCHANGE = "nasdaq";

  private static final byte[] MAGIC = {'P', 'K', 3, 4};

  /** Takes a message and the book after it; both are reused for the next. */
  interface Rows {
    void take(LobsterMessage message, LobsterRow row, CsvLines place);
  }

  /** True for a zip archive, by its first bytes. */
  static boolean isZip(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(MAGIC, in.readNBytes(MAGIC.length));
    } catch (IOException e) {
      throw new InputException(file + " cannot be read: it is missing or no file.", e);
    }
  }

  /**
   * Recognises an archive by the names of its files.
   *
   * @throws InputException when it is damaged or none of LOBSTER's
   */
  static LobsterZip recognise(Path path) {
    try (ZipFile zip = open(path)) {
      List<String> names = zip.stream().map(ZipEntry::getName).toList();
      String messages = only(path, names, LobsterName.MESSAGES);
      String books = only(path, names, LobsterName.BOOKS);
      LobsterName name = LobsterName.of(messages).orElseThrow();
      if (!name.belongsTo(LobsterName.of(books).orElseThrow())) {
        throw new InputException(
            path + ": " + messages + " and " + books + " are not of one recording.");
      }
      return new LobsterZip(path, name, messages, books);
    } catch (IOException e) {
      throw new InputException(path + " cannot be read: " + e.getMessage(), e);
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

  private static String only(Path path, List<String> names, String kind) {
    List<String> found = new ArrayList<>();
    for (String name : names) {
      LobsterName.of(name).filter(n -> n.kind().equals(kind)).ifPresent(n -> found.add(name));
    }
    if (found.size() != 1) {
      throw new InputException(
          path
              + ": a LOBSTER archive holds one file named like AMZN_2012-06-21_34200000_57600000_"
              + kind
              + "_5.csv; this one holds "
              + (found.isEmpty() ? "none, but " + names : found)
              + ".");
    }
    return found.getFirst();
  }

  /** What it holds, for an error. */
  String words() {
    return name.symbol() + ", " + name.day() + ", " + name.levels() + " levels";
  }

  /** Shows every price to a grid, which then knows the coarsest step that holds them all. */
  void see(Grid prices) {
    try (ZipFile zip = open(path)) {
      LobsterMessage message = new LobsterMessage();
      read(
          zip,
          messages,
          LobsterMessage.COLUMNS,
          lines -> {
            message.read(lines);
            if (message.ofOrder() && message.price > 0) {
              prices.see(LobsterSteps.dollars(message.price));
            }
          });
      read(
          zip,
          books,
          LobsterRow.columns(name.levels()),
          lines -> {
            for (int column = 0; column < 4 * name.levels(); column += 2) {
              long price = lines.whole(column);
              if (!LobsterRow.empty(price)) {
                prices.see(LobsterSteps.dollars(price));
              }
            }
          });
    } catch (IOException e) {
      throw new InputException(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private interface Line {
    void take(CsvLines lines);
  }

  private void read(ZipFile zip, String entry, List<String> columns, Line line) throws IOException {
    try (Unpacked unpacked = new Unpacked(zip, entry, columns)) {
      while (unpacked.lines.next()) {
        line.take(unpacked.lines);
      }
      unpacked.check();
    }
  }

  /**
   * Reads messages and books side by side.
   *
   * @throws InputException naming file and line when either is damaged, or one ends before the
   *     other
   */
  void read(LobsterSteps steps, Rows rows) {
    LobsterMessage message = new LobsterMessage();
    LobsterRow row = new LobsterRow(name.levels());
    try (ZipFile zip = open(path);
        Unpacked of = new Unpacked(zip, messages, LobsterMessage.COLUMNS);
        Unpacked after = new Unpacked(zip, books, LobsterRow.columns(name.levels()))) {
      long taken = 0;
      while (bothHaveMore(of.lines, after.lines)) {
        message.read(of.lines);
        row.read(after.lines, steps);
        rows.take(message, row, of.lines);
        taken++;
      }
      if (taken == 0) {
        throw new InputException(of.lines.place() + ": there are no messages.");
      }
      of.check();
      after.check();
    } catch (IOException e) {
      throw new InputException(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean bothHaveMore(CsvLines of, CsvLines after) {
    boolean message = of.next();
    if (message != after.next()) {
      CsvLines shorter = message ? after : of;
      throw new InputException(
          shorter.place()
              + ": the file ends here, before the other one of the archive; each message has its"
              + " row of the book.");
    }
    return message;
  }

  /** A file of the archive as it is unpacked, and its checksum. */
  private final class Unpacked implements AutoCloseable {
    private final long expected;
    private final CheckedInputStream in;
    final CsvLines lines;

    Unpacked(ZipFile zip, String entry, List<String> columns) throws IOException {
      ZipEntry found = zip.getEntry(entry);
      InputStream unpacked = zip.getInputStream(found);
      expected = found.getCrc();
      in = new CheckedInputStream(unpacked, new CRC32());
      lines = new CsvLines(in, path + ", " + entry, columns);
    }

    /** Compares the checksum of what was read, which must be all. */
    void check() {
      if (in.getChecksum().getValue() != expected) {
        throw new InputException(
            lines.place()
                + " or before: the file is damaged (its checksum is another). Fetch it again.");
      }
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
