package io.makerbench.workbench.data;

import io.makerbench.tape.Quality;
import io.makerbench.tape.RecordedSet;
import io.makerbench.tape.TapeSummary;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A line of the catalogue.
 *
 * @param path the tape, or the first of the recordings
 * @param startNs begin, ns since 1970 UTC; of recordings, of their first day; 0 where unknown
 * @param endNs end, likewise
 * @param rows rows on the tape; 0 where unknown
 * @param summary what the tape says of itself; null for what is no readable tape
 * @param recordings files that no tape was made of yet; null for tapes
 * @param note name of the file, or why it cannot be read
 */
record TapeRow(
    Path path,
    Kind kind,
    String venue,
    String symbol,
    long startNs,
    long endNs,
    long rows,
    long bytes,
    @Nullable TapeSummary summary,
    @Nullable RecordedSet recordings,
    String note) {

  /** What the line stands for. */
  enum Kind {
    TAPE("Tape", "done"),
    RECORDING("Not imported", "paused"),
    UNREADABLE("Unreadable", "failed");

    private final String words;
    private final String style;

    Kind(String words, String style) {
      this.words = words;
      this.style = style;
    }

    String words() {
      return words;
    }

    /** Style class of its badge. */
    String style() {
      return style;
    }
  }

  static TapeRow of(TapeSummary tape) {
    return new TapeRow(
        tape.path(),
        Kind.TAPE,
        tape.instrument().exchange(),
        tape.instrument().symbol(),
        tape.startNs(),
        tape.endNs(),
        tape.rows(),
        tape.bytes(),
        tape,
        null,
        tape.path().getFileName().toString());
  }

  static TapeRow of(RecordedSet set) {
    int more = set.files().size() - 1;
    return new TapeRow(
        set.files().getFirst(),
        Kind.RECORDING,
        set.market(),
        set.symbol(),
        midnightNs(set.firstDay()),
        midnightNs(set.lastDay().plusDays(1)),
        0,
        set.bytes(),
        null,
        set,
        set.files().getFirst().getFileName() + (more == 0 ? "" : " and " + more + " more"));
  }

  static TapeRow unreadable(Path path, long bytes, String reason) {
    String brief = reason.replace(path.toString(), path.getFileName().toString());
    return new TapeRow(path, Kind.UNREADABLE, "", "", 0, 0, 0, bytes, null, null, brief);
  }

  private static long midnightNs(LocalDate day) {
    return TimeUnit.SECONDS.toNanos(day.atStartOfDay().toEpochSecond(ZoneOffset.UTC));
  }

  /** Instrument, or the file where that is unknown. */
  String name() {
    return symbol.isEmpty() ? path.getFileName().toString() : symbol;
  }

  /** Whether it is a tape that a run can use. */
  boolean usable() {
    return kind == Kind.TAPE && rows > 0;
  }

  /** What its import found amiss; null where nothing was imported. */
  @Nullable Quality quality() {
    return summary == null ? null : summary.quality();
  }

  /** Whether a filter's words all occur in it. */
  boolean matches(String words) {
    String all =
        String.join(" ", venue, symbol, path.toString(), note, kind.words, Moments.minute(startNs))
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(words.toLowerCase(Locale.ROOT).strip().split("\\s+"))
        .allMatch(all::contains);
  }
}
