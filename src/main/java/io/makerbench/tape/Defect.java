package io.makerbench.tape;

/** Kinds of finding, with the rule by which each is repaired. */
enum Defect {
  UNSORTED("rows sorted by local time, equal times in the file's order"),
  DUPLICATE("all but the first dropped"),
  GAP("kept; the book is taken as unchanged in between"),
  CROSSED("left out of the book states or quotes; level updates are kept"),
  LOCKED("kept"),
  CLOCK_SKEW("kept; rows are replayed by local time"),
  EXCHANGE_ORDER("kept; rows are replayed by local time"),
  BAD_PRICE("dropped"),
  BAD_SIZE("dropped"),
  UNKNOWN_SIDE("kept, without a side"),
  OFF_GRID("rounded to the nearest step"),
  TIME_UNIT("read in that unit"),
  SNAPSHOTS_UNUSED("not read; book states come from incremental_book_L2");

  private final String action;

  Defect(String action) {
    this.action = action;
  }

  String action() {
    return action;
  }

  String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** False for what is only worth knowing. */
  boolean wrong() {
    return this != TIME_UNIT && this != SNAPSHOTS_UNUSED;
  }
}
