package io.makerbench.tape;

/** First and last local time of any table, ns since 1970 UTC; both 0 for an empty tape. */
record Extent(long startNs, long endNs) {
  static Extent of(Tape tape) {
    long start = Long.MAX_VALUE;
    long end = 0;
    for (TapeHeader.Table table : tape.header().tables()) {
      if (table.rows() > 0) {
        LongColumn local = tape.longs(table.name(), "local_time");
        start = Math.min(start, local.get(0));
        end = Math.max(end, local.get(table.rows() - 1));
      }
    }
    return new Extent(end == 0 ? 0 : start, end);
  }
}
