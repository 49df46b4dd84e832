package io.makerbench.tape;

/** Books at some instants, best levels first. A level that is absent has size 0. Immutable. */
public final class BookGlimpses {
  private static final int MOST_LEVELS = 10;

  private final int depth;
  private final int[] bidPrice;
  private final int[] askPrice;
  private final long[] bidSize;
  private final long[] askSize;

  private BookGlimpses(int books, int depth) {
    this.depth = depth;
    bidPrice = new int[books * depth];
    askPrice = new int[books * depth];
    bidSize = new long[books * depth];
    askSize = new long[books * depth];
  }

  /** Levels a side: at most ten; 0 without any book. */
  public int depth() {
    return depth;
  }

  /** Ticks. */
  public int bidPrice(int book, int level) {
    return bidPrice[book * depth + level];
  }

  /** Ticks. */
  public int askPrice(int book, int level) {
    return askPrice[book * depth + level];
  }

  /** Lots. */
  public long bidSize(int book, int level) {
    return bidSize[book * depth + level];
  }

  /** Lots. */
  public long askSize(int book, int level) {
    return askSize[book * depth + level];
  }

  /** Takes books from the states of a tape. */
  static final class Recorder {
    private final BookStates states;
    private final BookGlimpses taken;

    Recorder(int books, BookStates states) {
      this.states = states;
      int depth = states.rows() == 0 ? 0 : Math.min(MOST_LEVELS, states.depth());
      taken = new BookGlimpses(books, depth);
    }

    /** Takes the book of a row; the book stays empty for rows below 0. */
    void take(int book, long row) {
      for (int level = 0; row >= 0 && level < taken.depth; level++) {
        int at = book * taken.depth + level;
        taken.bidPrice[at] = states.bidPrice(row, level);
        taken.bidSize[at] = states.bidSize(row, level);
        taken.askPrice[at] = states.askPrice(row, level);
        taken.askSize[at] = states.askSize(row, level);
      }
    }

    BookGlimpses finish() {
      return taken;
    }
  }
}
