package io.makerbench.tape;

import java.util.List;
import java.util.concurrent.CancellationException;

/** Moves the rows of one file into a spool: times to ns, numbers shown to the grids. */
final class RecordingSpooler {
  private final RecordingFile file;
  private final List<RecordingColumns.Column> columns;
  private final RecordingColumns.Kind[] kinds;
  private final Spool spool;
  private final Grid prices;
  private final Grid sizes;
  private final long clockOffsetNs;
  private final Findings findings;
  private final ImportProgress progress;
  private RecordedTimeUnit unit = RecordedTimeUnit.MICROSECONDS;

  RecordingSpooler(
      RecordingFile file,
      Spool spool,
      Spools spools,
      long clockOffsetNs,
      Findings findings,
      ImportProgress progress) {
    this.file = file;
    this.spool = spool;
    prices = spools.prices(file.type());
    sizes = spools.sizes();
    this.clockOffsetNs = clockOffsetNs;
    this.findings = findings;
    this.progress = progress;
    columns = RecordingColumns.of(file);
    kinds =
        columns.stream().map(RecordingColumns.Column::kind).toArray(RecordingColumns.Kind[]::new);
    spool.begin(file);
  }

  /**
   * Takes a row.
   *
   * @param words its values in the order of {@link RecordingColumns}: times in the file's unit,
   *     codes, and bits of doubles
   * @param row its number in the file, from 0
   */
  void take(long[] words, long row) {
    if (row == 0) {
      findUnit(words[Spool.EXCHANGE_TIME]);
    }
    long exchange = time(words, Spool.EXCHANGE_TIME, row);
    long local = time(words, Spool.LOCAL_TIME, row) + clockOffsetNs;
    if (!spool.row(exchange, local)) {
      findings.add(Defect.UNSORTED, file.type().table(), () -> file.shortPlace(row));
    }
    for (int i = 2; i < kinds.length; i++) {
      long word = words[i];
      switch (kinds[i]) {
        case PRICE -> prices.see(Double.longBitsToDouble(word));
        case SIZE -> sizes.see(Double.longBitsToDouble(word));
        case OPTIONAL_TIME -> word = word == 0 ? 0 : time(words, i, row);
        case TIME, CODE, NUMBER -> {}
      }
      spool.put(word);
    }
  }

  /** Tells how far the reading is, rows and bytes of the file. */
  void report(long rows, long bytes) {
    progress.read(file.path(), bytes);
    report(rows);
  }

  /** Tells how far the reading is. */
  void report(long rows) {
    if (!progress.goOn("reading " + file.path().getFileName(), rows)) {
      throw new CancellationException("The import was cancelled.");
    }
  }

  private void findUnit(long time) {
    unit = RecordedTimeUnit.of(time, file.place(0), file.exchangeTimeColumn());
    if (unit != RecordedTimeUnit.MICROSECONDS) {
      String place = file.shortPlace(0) + ": times are " + unit + ", not microseconds";
      findings.add(Defect.TIME_UNIT, file.type().table(), () -> place);
    }
  }

  private long time(long[] words, int column, long row) {
    if (!unit.plausible(words[column])) {
      throw unit.implausible(file.place(row), columns.get(column).name(), words[column]);
    }
    return unit.toNanoseconds(words[column]);
  }
}
