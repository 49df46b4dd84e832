package io.makerbench.tape;

import io.makerbench.book.Ladder;

/**
 * Writes the table of book states. A state is prepared in {@link #bidPrices} and its siblings, or
 * taken from a ladder; a ladder's state is written only where a stored level changed.
 */
final class BookStatesWriter {
  final int[] bidPrices;
  final long[] bidSizes;
  final int[] askPrices;
  final long[] askSizes;

  private final int depth;
  private final int[] lastBidPrices;
  private final long[] lastBidSizes;
  private final int[] lastAskPrices;
  private final long[] lastAskSizes;
  private final TapeWriter.ColumnWriter exchangeTime;
  private final TapeWriter.ColumnWriter localTime;
  private final TapeWriter.ColumnWriter firstChanged;
  private final TapeWriter.ColumnWriter[] columns;
  private long rows;

  BookStatesWriter(TapeWriter tape, int depth) {
    this.depth = depth;
    bidPrices = new int[depth];
    bidSizes = new long[depth];
    askPrices = new int[depth];
    askSizes = new long[depth];
    lastBidPrices = new int[depth];
    lastBidSizes = new long[depth];
    lastAskPrices = new int[depth];
    lastAskSizes = new long[depth];
    TapeWriter.TableWriter table = tape.table(BookStates.TABLE);
    exchangeTime = table.longs("exchange_time");
    localTime = table.longs("local_time");
    firstChanged = table.bytes("first_changed");
    columns = new TapeWriter.ColumnWriter[4 * depth];
    for (int level = 0; level < depth; level++) {
      columns[4 * level] = table.ints("bid_price_" + level);
      columns[4 * level + 1] = table.longs("bid_size_" + level);
      columns[4 * level + 2] = table.ints("ask_price_" + level);
      columns[4 * level + 3] = table.longs("ask_size_" + level);
    }
  }

  long rows() {
    return rows;
  }

  /** Writes the ladder's best levels unless they are those of the state before. */
  void write(long exchange, long local, Ladder ladder) {
    take(ladder, Ladder.BID, bidPrices, bidSizes);
    take(ladder, Ladder.ASK, askPrices, askSizes);
    writeIfChanged(exchange, local);
  }

  /** Writes the prepared state unless it is that of the state before. */
  void writeIfChanged(long exchange, long local) {
    int changed = rows == 0 ? 0 : changedLevel();
    if (changed < depth) {
      write(exchange, local, changed);
    }
  }

  private void take(Ladder ladder, int side, int[] prices, long[] sizes) {
    for (int level = ladder.copyTop(side, depth, prices, sizes); level < depth; level++) {
      prices[level] = 0;
      sizes[level] = 0;
    }
  }

  /** True when the prepared state is the one before. */
  boolean unchanged() {
    return rows > 0 && changedLevel() == depth;
  }

  private int changedLevel() {
    int level = 0;
    while (level < depth
        && bidPrices[level] == lastBidPrices[level]
        && bidSizes[level] == lastBidSizes[level]
        && askPrices[level] == lastAskPrices[level]
        && askSizes[level] == lastAskSizes[level]) {
      level++;
    }
    return level;
  }

  /** Writes the prepared state. */
  void write(long exchange, long local, int changed) {
    exchangeTime.put(exchange);
    localTime.put(local);
    firstChanged.put((byte) changed);
    for (int level = 0; level < depth; level++) {
      columns[4 * level].put(bidPrices[level]);
      columns[4 * level + 1].put(bidSizes[level]);
      columns[4 * level + 2].put(askPrices[level]);
      columns[4 * level + 3].put(askSizes[level]);
    }
    System.arraycopy(bidPrices, 0, lastBidPrices, 0, depth);
    System.arraycopy(bidSizes, 0, lastBidSizes, 0, depth);
    System.arraycopy(askPrices, 0, lastAskPrices, 0, depth);
    System.arraycopy(askSizes, 0, lastAskSizes, 0, depth);
    rows++;
  }
}
