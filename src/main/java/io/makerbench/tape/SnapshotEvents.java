package io.makerbench.tape;

import io.makerbench.book.Ladder;

/**
 * Book snapshots as level updates: what differs from the levels known before. A level beyond those
 * a snapshot shows is not known to be gone and stays as it was last seen.
 */
final class SnapshotEvents {
  private final EventsWriter events;
  private final int depth;
  private final Ladder ladder = new Ladder();

  SnapshotEvents(EventsWriter events, int depth) {
    this.events = events;
    this.depth = depth;
  }

  /** Takes a snapshot. Levels go before others come, so that the book is not crossed in between. */
  void write(long exchange, long local, BookStatesWriter shown) {
    removeMissing(exchange, local, Ladder.BID, shown.bidPrices, shown.bidSizes);
    removeMissing(exchange, local, Ladder.ASK, shown.askPrices, shown.askSizes);
    update(exchange, local, Ladder.BID, shown.bidPrices, shown.bidSizes);
    update(exchange, local, Ladder.ASK, shown.askPrices, shown.askSizes);
  }

  private void removeMissing(long exchange, long local, int side, int[] prices, long[] sizes) {
    int level = 0;
    int known = ladder.best(side);
    while (Ladder.isPrice(known)) {
      while (level < depth && sizes[level] > 0 && better(side, prices[level], known)) {
        level++;
      }
      if (level == depth) {
        return;
      }
      int after = ladder.next(side, known);
      if (sizes[level] == 0 || prices[level] != known) {
        set(exchange, local, side, known, 0);
      }
      known = after;
    }
  }

  private static boolean better(int side, int price, int other) {
    return side == Ladder.BID ? price > other : price < other;
  }

  private void update(long exchange, long local, int side, int[] prices, long[] sizes) {
    for (int level = 0; level < depth && sizes[level] > 0; level++) {
      if (ladder.size(side, prices[level]) != sizes[level]) {
        set(exchange, local, side, prices[level], sizes[level]);
      }
    }
  }

  private void set(long exchange, long local, int side, int price, long size) {
    ladder.set(side, price, size);
    events.level(exchange, local, side, price, size);
  }
}
