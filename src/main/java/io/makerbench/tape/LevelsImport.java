package io.makerbench.tape;

import io.makerbench.book.Ladder;

/**
 * Writes level updates, and the book states they build: one candidate for every local time, left
 * out while the book is crossed.
 */
final class LevelsImport {
  private static final int CODE = 2;
  private static final int PRICE = 3;
  private static final int SIZE = 4;

  private final RowStream stream;
  private final Rounding rounding;
  private final EventsWriter events;
  private final LevelsWriter levels;
  private final BookStatesWriter states;
  private final Ladder ladder = new Ladder();
  private boolean inSnapshot;
  private long snapshotLocal;
  private long groupExchange;
  private long groupLocal;
  private long groupRow;

  LevelsImport(
      RowStream stream, Rounding rounding, TapeWriter tape, EventsWriter events, int depth) {
    this.stream = stream;
    this.rounding = rounding;
    this.events = events;
    levels = new LevelsWriter(tape);
    states = new BookStatesWriter(tape, depth);
  }

  void run() {
    boolean begun = false;
    while (stream.next()) {
      if (begun && stream.local() != groupLocal) {
        endGroup();
      }
      begun = true;
      groupExchange = stream.exchange();
      groupLocal = stream.local();
      groupRow = stream.row();
      double price = stream.value(PRICE);
      double size = stream.value(SIZE);
      if (!Rounding.validPrice(price)) {
        stream.drop(Defect.BAD_PRICE);
      } else if (!Rounding.validSize(size)) {
        stream.drop(Defect.BAD_SIZE);
      } else {
        update(price, size);
      }
    }
    if (begun) {
      endGroup();
    }
  }

  private void update(double price, double size) {
    int code = (int) stream.word(CODE);
    int side = (code & RecordingColumns.CODE_ASK) != 0 ? Ladder.ASK : Ladder.BID;
    boolean snapshot = (code & RecordingColumns.CODE_SNAPSHOT) != 0;
    boolean begins = snapshot && !(inSnapshot && groupLocal == snapshotLocal);
    if (begins) {
      ladder.clear();
      snapshotLocal = groupLocal;
      events.clear(groupExchange, groupLocal);
    }
    inSnapshot = snapshot;
    int ticks = rounding.ticks(stream, "price", price);
    long lots = rounding.lots(stream, "amount", size);
    ladder.set(side, ticks, lots);
    levels.write(
        groupExchange,
        groupLocal,
        side == Ladder.ASK ? Levels.ASK : Levels.BID,
        begins ? Levels.SNAPSHOT_BEGINS : snapshot ? Levels.IN_SNAPSHOT : Levels.UPDATE,
        ticks,
        lots);
    events.level(groupExchange, groupLocal, side, ticks, lots);
  }

  private void endGroup() {
    if (ladder.bestBid() > ladder.bestAsk()) {
      stream.findAt(groupRow, Defect.CROSSED);
      return;
    }
    if (ladder.bestBid() == ladder.bestAsk()) {
      stream.findAt(groupRow, Defect.LOCKED);
    }
    states.write(groupExchange, groupLocal, ladder);
  }
}
