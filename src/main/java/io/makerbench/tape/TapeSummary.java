package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a catalogue says of a tape, read from its header and a few of its rows.
 *
 * @param bytes size of the file
 * @param startNs first local time, ns since 1970 UTC; 0 for an empty tape
 * @param endNs last local time
 * @param twoClocks whether exchange and receipt have clocks of their own
 * @param quality what its import found amiss
 */
public record TapeSummary(
    Path path,
    long bytes,
    TapeHeader header,
    long startNs,
    long endNs,
    boolean twoClocks,
    Quality quality) {
  /** Rows looked at to tell one clock from two. */
  private static final int CLOCK_SAMPLES = 64;

  /** Made of the rows of other tables. */
  private static final String MERGED = "events";

  /**
   * Reads a tape's summary; the file is closed again.
   *
   * @throws InputException when it is missing, damaged or no tape
   */
  public static TapeSummary of(Path path) {
    try (Tape tape = Tape.open(path)) {
      Extent extent = Extent.of(tape);
      return new TapeSummary(
          path,
          Files.size(path),
          tape.header(),
          extent.startNs(),
          extent.endNs(),
          hasTwoClocks(tape),
          Quality.of(tape.header().findings()));
    } catch (IOException e) {
      throw new InputException("The tape " + path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean hasTwoClocks(Tape tape) {
    for (TapeHeader.Table table : tape.header().tables()) {
      LongColumn exchange = tape.longs(table.name(), "exchange_time");
      LongColumn local = tape.longs(table.name(), "local_time");
      long step = Math.max(1, table.rows() / CLOCK_SAMPLES);
      for (long row = 0; row < table.rows(); row += step) {
        if (exchange.get(row) != local.get(row)) {
          return true;
        }
      }
    }
    return false;
  }

  public Instrument instrument() {
    return header.instrument();
  }

  /** Rows of all tables that are not made of others. */
  public long rows() {
    return header.tables().stream()
        .filter(table -> !table.name().equals(MERGED))
        .mapToLong(TapeHeader.Table::rows)
        .sum();
  }

  /** Rows of a table; 0 when the tape has none of that name. */
  public long rows(String table) {
    return header.tables().stream()
        .filter(candidate -> candidate.name().equals(table))
        .mapToLong(TapeHeader.Table::rows)
        .sum();
  }
}
