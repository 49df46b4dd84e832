package io.makerbench.tape;

import java.util.List;

/**
 * Writes the rows of book snapshots as book states and, as level updates, among the events. A level
 * without price and size is absent.
 */
final class SnapshotsImport {
  private static final int FIRST = 2;
  private static final int WORDS_PER_LEVEL = 4;

  private final RowStream stream;
  private final Rounding rounding;
  private final BookStatesWriter states;
  private final SnapshotEvents events;
  private final int depth;
  private final List<String> columns;

  SnapshotsImport(
      RowStream stream, Rounding rounding, TapeWriter tape, EventsWriter events, int depth) {
    this.stream = stream;
    this.rounding = rounding;
    this.depth = depth;
    states = new BookStatesWriter(tape, depth);
    this.events = new SnapshotEvents(events, depth);
    columns = RecordingColumns.namesOfSnapshot(depth);
  }

  void run() {
    while (stream.next()) {
      if (valid()) {
        take();
        write();
      }
    }
  }

  private boolean valid() {
    for (int i = FIRST; i < FIRST + WORDS_PER_LEVEL * depth; i += 2) {
      double price = stream.value(i);
      double size = stream.value(i + 1);
      if (Double.isNaN(price) && Double.isNaN(size)) {
        continue;
      }
      if (!Rounding.validPrice(price)) {
        stream.drop(Defect.BAD_PRICE);
        return false;
      }
      if (!Rounding.validSize(size)) {
        stream.drop(Defect.BAD_SIZE);
        return false;
      }
    }
    return true;
  }

  private void take() {
    for (int level = 0; level < depth; level++) {
      int word = FIRST + WORDS_PER_LEVEL * level;
      states.bidPrices[level] = ticks(word);
      states.bidSizes[level] = lots(word + 1);
      states.askPrices[level] = ticks(word + 2);
      states.askSizes[level] = lots(word + 3);
    }
  }

  private int ticks(int word) {
    double price = stream.value(word);
    return Double.isNaN(price) ? 0 : rounding.ticks(stream, columns.get(word), price);
  }

  private long lots(int word) {
    double size = stream.value(word);
    return Double.isNaN(size) ? 0 : rounding.lots(stream, columns.get(word), size);
  }

  private void write() {
    boolean both = states.bidSizes[0] > 0 && states.askSizes[0] > 0;
    if (both && states.bidPrices[0] > states.askPrices[0]) {
      stream.drop(Defect.CROSSED);
      return;
    }
    if (both && states.bidPrices[0] == states.askPrices[0]) {
      stream.find(Defect.LOCKED);
    }
    if (states.unchanged()) {
      stream.find(Defect.UNCHANGED_BOOK);
    }
    states.write(stream.exchange(), stream.local(), 0);
    events.write(stream.exchange(), stream.local(), states);
  }
}
