package io.makerbench.tape;

import java.util.Locale;

/** Kinds of finding, with the rule by which each is repaired. */
enum Defect {
  UNSORTED("rows sorted by local time, equal times in the file's order"),
  DUPLICATE("all but the first dropped"),
  PAUSE("kept; the book is taken as unchanged in between"),
  GAP("kept; the book is taken as unchanged in between"),
  CROSSED("left out of the book states or quotes; level updates are kept"),
  LOCKED("kept; the spread is zero there"),
  UNCHANGED_BOOK("kept: a sign that the connection was there"),
  CLOCK_SKEW("kept; an offset that makes up for it is added only on request"),
  EXCHANGE_ORDER("kept; rows are replayed by local time"),
  BAD_PRICE("dropped"),
  BAD_SIZE("dropped"),
  UNKNOWN_SIDE("kept, without a side"),
  TRADE_WITHOUT_ID("kept; repeats cannot be told from equal trades"),
  FINER_THAN_BOOK("kept; the tape's price step is fine enough for them"),
  OFF_GRID("rounded to the nearest step"),
  TIME_UNIT("read in that unit"),
  SEQUENCE_GAP("the book is left as it was, and updates are dropped, until the next snapshot"),
  BEFORE_SNAPSHOT("updates dropped, for the snapshot holds them"),
  WITHOUT_SNAPSHOT("updates dropped, for no snapshot joins them"),
  STALE_SNAPSHOT("not used: updates after it are missing"),
  NOT_OF_THE_BOOK("dropped: a trade with the insurance fund or by deleveraging"),
  OTHER_MESSAGE("not read: tapes do not hold this kind of message"),
  CLOCK_OFFSET("added to every local time, as asked"),
  SNAPSHOTS_UNUSED("not read; book states come from incremental_book_L2"),
  TIME_WENT_BACK("raised to the time of the row before; the order of the file is kept"),
  BOOK_DIFFERS("taken from the published row, as one order of negative id"),
  ORDER_CONTRADICTED("dropped (LOBSTER), or the order removed whole (Bitstamp)"),
  ORDER_ID_REUSED("the older order removed first"),
  RESTING_AT_START("one order of negative id stands for those of each level"),
  LEVEL_CAME_INTO_VIEW("taken from the published row, as one order of negative id"),
  UNKNOWN_ORDER("taken from the level's order of negative id"),
  QUEUE_FORGOTTEN(
      "the level's orders became one of negative id, for it is not known which are left"),
  OUT_OF_TURN("kept as recorded"),
  HIDDEN_TRADE("kept among the trades; no order of the book is reduced"),
  AUCTION_TRADE("kept among the trades, without a side"),
  PLACED_BEFORE("added at the beginning, as far as later events tell of them"),
  ORDER_GONE("dropped: the order was deleted already"),
  ORDER_REPRICED("taken as a deletion and a new order, behind those of its new price"),
  ONE_SIDED_TRADE("kept among the trades, with the size and price of the one order that tells it"),
  TRADE_OF_UNKNOWN_SIZE("left out"),
  RECEIPT_TIME_ONLY("taken for the exchange's time, too"),
  INSTRUMENT_UNNAMED("taken for Bitstamp's BTCUSD, for neither columns nor name of the file say");

  private final String action;

  Defect(String action) {
    this.action = action;
  }

  String action() {
    return action;
  }

  /** Unit of the extent, for defects that have one. */
  String unit() {
    return this == GAP || this == PAUSE ? "s" : "ms";
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** False for what is only worth knowing. */
  boolean wrong() {
    return switch (this) {
      case TIME_UNIT,
          UNCHANGED_BOOK,
          TRADE_WITHOUT_ID,
          FINER_THAN_BOOK,
          SNAPSHOTS_UNUSED,
          OTHER_MESSAGE,
          CLOCK_OFFSET,
          NOT_OF_THE_BOOK,
          BEFORE_SNAPSHOT,
          RESTING_AT_START,
          LEVEL_CAME_INTO_VIEW,
          UNKNOWN_ORDER,
          QUEUE_FORGOTTEN,
          OUT_OF_TURN,
          HIDDEN_TRADE,
          AUCTION_TRADE,
          PLACED_BEFORE,
          ORDER_REPRICED,
          RECEIPT_TIME_ONLY,
          TRADE_OF_UNKNOWN_SIZE,
          ONE_SIDED_TRADE,
          INSTRUMENT_UNNAMED ->
          false;
      default -> true;
    };
  }
}
