package io.makerbench.tape;

/** Writes the rows of book snapshots as book states. A level without price and size is absent. */
final class SnapshotsImport {
  private static final int FIRST = 2;
  private static final int WORDS_PER_LEVEL = 4;

  private final RowStream stream;
  private final Rounding rounding;
  private final BookStatesWriter states;
  private final int depth;

  SnapshotsImport(RowStream stream, Rounding rounding, TapeWriter tape, int depth) {
    this.stream = stream;
    this.rounding = rounding;
    this.depth = depth;
    states = new BookStatesWriter(tape, depth);
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
      states.bidPrices[level] = ticks("bids", level, word);
      states.bidSizes[level] = lots("bids", level, word + 1);
      states.askPrices[level] = ticks("asks", level, word + 2);
      states.askSizes[level] = lots("asks", level, word + 3);
    }
  }

  private int ticks(String side, int level, int word) {
    double price = stream.value(word);
    return Double.isNaN(price) ? 0 : rounding.ticks(stream, column(side, level, "price"), price);
  }

  private long lots(String side, int level, int word) {
    double size = stream.value(word);
    return Double.isNaN(size) ? 0 : rounding.lots(stream, column(side, level, "amount"), size);
  }

  private static String column(String side, int level, String what) {
    return side + "[" + level + "]." + what;
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
    states.write(stream.exchange(), stream.local(), 0);
  }
}
