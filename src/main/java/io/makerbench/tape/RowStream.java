package io.makerbench.tape;

import java.util.Locale;
import java.util.concurrent.CancellationException;

/**
 * The rows of a spool by local time, without duplicates, with what is amiss in their times counted.
 */
final class RowStream {
  /** Times further apart than this are a pause, ns. */
  private static final long PAUSE = 5_000_000_000L;

  /** Times further apart than this are a gap, ns. */
  private static final long GAP = 30_000_000_000L;

  private static final double NS_PER_SECOND = 1e9;
  private static final double NS_PER_MILLI = 1e6;
  private static final int ROWS_PER_REPORT = 1 << 14;

  private final Spool spool;
  private final RecordingType type;
  private final Findings findings;
  private final ImportProgress progress;
  private final RowOrder order;
  private final DuplicateFilter duplicates;
  private final boolean continuous;
  private long row = -1;
  private long exchange;
  private long local;
  private long visited;
  private long dropped;

  RowStream(Spool spool, RecordingType type, Findings findings, ImportProgress progress) {
    this.spool = spool;
    this.type = type;
    this.findings = findings;
    this.progress = progress;
    order = new RowOrder(spool);
    duplicates = new DuplicateFilter(spool, type);
    continuous = type == RecordingType.INCREMENTAL_BOOK_L2 || type == RecordingType.BOOK_SNAPSHOT;
  }

  /** Goes to the next row; false when there is none. */
  boolean next() {
    row = order.next();
    while (row >= 0 && duplicates.repeats(row)) {
      drop(Defect.DUPLICATE);
      row = order.next();
    }
    if (row < 0) {
      return false;
    }
    if (visited++ % ROWS_PER_REPORT == 0 && !progress.goOn("writing " + type.table(), visited)) {
      throw new CancellationException("The import was cancelled.");
    }
    checkTimes(spool.word(row, Spool.EXCHANGE_TIME), spool.word(row, Spool.LOCAL_TIME));
    return true;
  }

  private void checkTimes(long nextExchange, long nextLocal) {
    if (nextLocal < nextExchange) {
      double early = (nextExchange - nextLocal) / NS_PER_MILLI;
      find(Defect.CLOCK_SKEW, "received %.3f ms before the exchange sent it", early);
    }
    if (visited > 1) {
      if (nextExchange < exchange) {
        double back = (exchange - nextExchange) / NS_PER_MILLI;
        find(Defect.EXCHANGE_ORDER, "exchange time is %.3f ms before the row's before", back);
      }
      if (continuous && nextLocal - local > PAUSE) {
        double seconds = (nextLocal - local) / NS_PER_SECOND;
        boolean gap = nextLocal - local > GAP;
        find(gap ? Defect.GAP : Defect.PAUSE, "%.3f s without a row", seconds);
      }
    }
    exchange = nextExchange;
    local = nextLocal;
  }

  private void find(Defect defect, String format, double value) {
    findings.add(
        defect,
        type.table(),
        value,
        () -> spool.shortPlace(row) + ": " + String.format(Locale.ROOT, format, value));
  }

  /** Counts a finding at this row. */
  void find(Defect defect) {
    findAt(row, defect);
  }

  /** Counts a finding at a row visited before. */
  void findAt(long visitedRow, Defect defect) {
    findings.add(defect, type.table(), () -> spool.shortPlace(visitedRow));
  }

  /** Number of this row in the spool, for {@link #findAt}. */
  long row() {
    return row;
  }

  /** Counts a finding at this row, which the caller leaves out. */
  void drop(Defect defect) {
    find(defect);
    dropped++;
  }

  /** Where this row stood, for an error. */
  String place() {
    return spool.place(row);
  }

  long exchange() {
    return exchange;
  }

  long local() {
    return local;
  }

  long word(int index) {
    return spool.word(row, index);
  }

  double value(int index) {
    return spool.value(row, index);
  }

  /** What became of the rows, once all were visited. */
  ImportReport.Rows rows() {
    return new ImportReport.Rows(type.table(), spool.rows(), spool.rows() - dropped, dropped);
  }
}
