package io.makerbench.tape;

import java.util.ArrayDeque;

/**
 * Joins depth updates to depth snapshots as Binance prescribes for its futures, and passes on what
 * builds a right book.
 *
 * <p>Updates wait until a snapshot comes. Those that end before its {@code lastUpdateId} are part
 * of it; the first of the others must reach back to that id, and each update must follow the one
 * before it. One that does not breaks the chain: from there on nothing is passed on until the next
 * snapshot that can be joined. A snapshot amid a whole chain rebuilds the book too, and the updates
 * it does not hold are passed on again after it.
 */
final class BinanceBook {
  /** Takes the rows of a book. */
  interface Rows {
    /** Takes all levels of a message as received at this time. */
    void take(BookDiff diff, int snapshotFlag, long localNs);
  }

  /** Levels of past updates kept for a snapshot that comes late: some minutes' of them. */
  static final int MOST_LEVELS_KEPT = 1 << 18;

  private final Rows rows;
  private final Findings findings;
  private final RowPlaces places;
  private final ArrayDeque<BookDiff> recent = new ArrayDeque<>();
  private long levelsKept;
  private boolean joined;

  /** Last update that the book holds. */
  private long bookUpdate;

  /** Last update that was passed on or was part of a snapshot. */
  private long settled;

  BinanceBook(Rows rows, Findings findings, RowPlaces places) {
    this.rows = rows;
    this.findings = findings;
    this.places = places;
  }

  void update(BookDiff diff) {
    if (!recent.isEmpty() && recent.getLast().last() != diff.previous()) {
      breakChain(diff, recent.getLast().last());
      while (!recent.isEmpty()) {
        forgetFirst();
      }
    }
    recent.add(diff);
    levelsKept += diff.levels();
    if (joined) {
      apply(diff, diff.localNs());
    }
    while (levelsKept > MOST_LEVELS_KEPT && recent.size() > 1) {
      forgetFirst();
    }
  }

  void snapshot(BookDiff snapshot) {
    for (BookDiff diff : recent) {
      if (diff.last() >= snapshot.last()) {
        if (diff.previous() > snapshot.last()) {
          find(Defect.STALE_SNAPSHOT, snapshot);
          return;
        }
        break;
      }
    }
    rows.take(snapshot, 1, snapshot.localNs());
    joined = true;
    bookUpdate = snapshot.last();
    recent.forEach(diff -> apply(diff, snapshot.localNs()));
  }

  /** Passes on what continues the book; a snapshot may show that updates before it are missing. */
  private void apply(BookDiff diff, long localNs) {
    if (diff.last() < bookUpdate) {
      countUnused(diff, Defect.BEFORE_SNAPSHOT);
    } else if (diff.previous() > bookUpdate) {
      breakChain(diff, bookUpdate);
    } else {
      rows.take(diff, 0, localNs);
      bookUpdate = diff.last();
      settled = bookUpdate;
    }
  }

  private void breakChain(BookDiff diff, long before) {
    findings.add(
        Defect.SEQUENCE_GAP,
        Levels.TABLE,
        () ->
            places.shortPlace(diff.place())
                + ": it follows update "
                + diff.previous()
                + ", but the last one known is "
                + before);
    joined = false;
  }

  private void forgetFirst() {
    BookDiff diff = recent.removeFirst();
    levelsKept -= diff.levels();
    countUnused(diff, Defect.WITHOUT_SNAPSHOT);
  }

  private void countUnused(BookDiff diff, Defect why) {
    if (diff.last() > settled) {
      find(why, diff);
      settled = diff.last();
    }
  }

  /** Counts the updates that still wait for a snapshot when the recording ends. */
  void end() {
    recent.forEach(diff -> countUnused(diff, Defect.WITHOUT_SNAPSHOT));
  }

  private void find(Defect defect, BookDiff diff) {
    findings.add(defect, Levels.TABLE, () -> places.shortPlace(diff.place()));
  }
}
