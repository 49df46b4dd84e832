package io.makerbench.tape;

import io.makerbench.book.Ladder;

/** The book of a tape's level updates, built message by message. */
final class RecordedBook {
  private final Levels levels;
  private final Ladder ladder = new Ladder();
  private long next;

  RecordedBook(Tape tape) {
    levels = tape.levels();
  }

  Ladder ladder() {
    return ladder;
  }

  boolean atEnd() {
    return next == levels.rows();
  }

  /** Exchange time of the message that comes next, ns. */
  long nextTime() {
    return levels.exchangeTime(next);
  }

  /** True when the message that comes next rebuilds the book. */
  boolean nextIsSnapshot() {
    return levels.snapshot(next);
  }

  /** Applies the rows of one message: those of one exchange time, snapshot or not. */
  void advance() {
    long time = nextTime();
    boolean snapshot = nextIsSnapshot();
    while (!atEnd() && nextTime() == time && nextIsSnapshot() == snapshot) {
      if (levels.snapshotBegins(next)) {
        ladder.clear();
      }
      ladder.set(
          levels.side(next) == Levels.ASK ? Ladder.ASK : Ladder.BID,
          levels.price(next),
          levels.size(next));
      next++;
    }
  }
}
