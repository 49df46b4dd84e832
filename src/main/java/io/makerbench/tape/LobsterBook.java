package io.makerbench.tape;

import io.makerbench.book.Ladder;
import io.makerbench.book.OrderBook;
import org.jspecify.annotations.Nullable;

/**
 * The order book of a LOBSTER recording, rebuilt message by message and held to the published rows.
 *
 * <p>The recording shows the best levels only, and messages about others are not in it. So all that
 * lies between the touch and the deepest level of a row (the edge of view) is known, and what lies
 * beyond is not: a level there may have changed unseen. A level that comes into view from beyond
 * the edge is therefore taken from the row where the book holds it otherwise; see {@link
 * LobsterOrders} for what becomes of its orders. A difference at a price that was in view is a
 * mismatch; it is told before it is repaired in the same way.
 */
final class LobsterBook {
  /** Told of everything that changes, in order. Sizes are in lots, prices in ticks. */
  interface Listener {
    void order(OrderKind kind, OrdersWriter.Origin origin, int side, long id, int price, long size);

    /** A level's total after all that happened to it at once. */
    void level(int side, int price, long size);

    /** Something about the message that is being applied. */
    void found(Defect defect);

    /**
     * What came into view from beyond the edge: a level of the book ({@code ours}), of the row
     * ({@code published}), or of both; 0 where it is not there.
     */
    void entered(int side, int price, long ours, long published);

    /** A difference at a price that was in view; levels count from 0. */
    void mismatch(int side, int level, int price, long ours, long published);
  }

  private static final int PRICE_COLUMN = 4;

  /** Levels kept on each side beyond those of a row, in case they come back into view. */
  private static final int KEPT_LEVELS = 128;

  private static final int[] ALL_KNOWN = {Ladder.NO_BID, Ladder.NO_ASK};

  private final LobsterSteps steps;
  private final Listener listener;
  private final OrderBook book = new OrderBook();
  private final LobsterOrders orders;
  private final int[] edge = ALL_KNOWN.clone();
  private final int[] prices;
  private final long[] sizes;
  private boolean begun;

  LobsterBook(LobsterSteps steps, int depth, Listener listener) {
    this.steps = steps;
    this.listener = listener;
    orders = new LobsterOrders(book, listener);
    prices = new int[depth + KEPT_LEVELS + 2];
    sizes = new long[prices.length];
  }

  /** The book as it is. */
  OrderBook book() {
    return book;
  }

  /** What follows is of another day: its first row says what is in the book. */
  void beginDay() {
    begun = false;
  }

  /**
   * Follows a message and the row after it.
   *
   * @return false when the message was left out, for it is no message of an order
   */
  boolean follow(LobsterMessage message, LobsterRow row, CsvLines line) {
    boolean good = valid(message);
    boolean applied = good && message.ofVisibleOrder();
    int price = applied ? steps.visible(line, PRICE_COLUMN, message.price) : 0;
    if (!begun) {
      begin(row, applied ? message : null, price);
      begun = true;
    }
    if (applied) {
      orders.apply(message, price);
    }
    for (int side = Ladder.BID; side <= Ladder.ASK; side++) {
      hold(side, row);
    }
    return good;
  }

  private boolean valid(LobsterMessage message) {
    if (message.ofOrder() && message.price <= 0) {
      listener.found(Defect.BAD_PRICE);
      return false;
    }
    if (message.ofOrder() && (message.size < 1 || message.size > OrderBook.MAX_SIZE)) {
      listener.found(Defect.BAD_SIZE);
      return false;
    }
    return true;
  }

  /**
   * The first row is the book after the first message: the day begins with the one before it.
   *
   * @param undone the message, when it changes a level
   */
  private void begin(LobsterRow row, @Nullable LobsterMessage undone, int price) {
    for (int side = Ladder.BID; side <= Ladder.ASK; side++) {
      while (book.levels(side) > 0) {
        book.copyTop(side, 1, prices, sizes);
        orders.take(side, prices[0], 0);
      }
      boolean changed = undone != null && undone.side() == side;
      for (int level = 0; level < row.levels[side]; level++) {
        if (!changed || row.prices[side][level] != price) {
          start(side, row.prices[side][level], row.sizes[side][level]);
        }
      }
      if (changed) {
        start(side, price, row.size(side, price) + change(undone));
      }
      edge[side] = edgeOf(side, row);
    }
  }

  private static long change(LobsterMessage undone) {
    return undone.type == LobsterMessage.ADD ? -undone.size : undone.size;
  }

  private void start(int side, int price, long size) {
    if (size > 0) {
      listener.found(Defect.RESTING_AT_START);
      orders.take(side, price, size);
    }
  }

  private static int edgeOf(int side, LobsterRow row) {
    return row.full(side) ? row.edge(side) : ALL_KNOWN[side];
  }

  /** Compares a side with the row published after the message, and makes it the same. */
  private void hold(int side, LobsterRow row) {
    countEntered(side, row);
    if (!same(side, row)) {
      repair(side, row);
    }
    edge[side] = edgeOf(side, row);
    forgetFarLevels(side, row.depth);
  }

  private boolean beyondEdge(int side, int price) {
    return LobsterRow.better(side, edge[side], price);
  }

  private void countEntered(int side, LobsterRow row) {
    int[] published = row.prices[side];
    int level = row.levels[side] - 1;
    while (level >= 0 && beyondEdge(side, published[level])) {
      int price = published[level];
      listener.entered(side, price, book.size(side, price), row.sizes[side][level]);
      level--;
    }
  }

  private boolean same(int side, LobsterRow row) {
    int wanted = row.full(side) ? row.depth : row.depth + 1;
    int ours = book.copyTop(side, wanted, prices, sizes);
    boolean same = ours == row.levels[side];
    for (int level = 0; same && level < ours; level++) {
      same = prices[level] == row.prices[side][level] && sizes[level] == row.sizes[side][level];
    }
    return same;
  }

  private void repair(int side, LobsterRow row) {
    int ours = book.copyTop(side, prices.length, prices, sizes);
    for (int level = 0; level < ours; level++) {
      int price = prices[level];
      boolean inView = !row.full(side) || !LobsterRow.better(side, row.edge(side), price);
      if (inView && row.size(side, price) == 0) {
        correct(side, level, price, 0);
      }
    }
    for (int level = 0; level < row.levels[side]; level++) {
      correct(side, level, row.prices[side][level], row.sizes[side][level]);
    }
  }

  private void correct(int side, int level, int price, long published) {
    long ours = book.size(side, price);
    if (ours != published) {
      if (!beyondEdge(side, price)) {
        listener.mismatch(side, level, price, ours, published);
      } else if (published == 0) {
        listener.entered(side, price, ours, 0);
      }
      orders.take(side, price, published);
    }
  }

  /** Levels long out of view would pile up: what lies farthest is forgotten. */
  private void forgetFarLevels(int side, int depth) {
    int most = depth + KEPT_LEVELS;
    if (book.levels(side) > most) {
      int ours = book.copyTop(side, prices.length, prices, sizes);
      for (int level = ours - 1; level >= most; level--) {
        orders.take(side, prices[level], 0);
      }
    }
  }
}
