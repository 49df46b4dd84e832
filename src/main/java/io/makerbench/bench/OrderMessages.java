package io.makerbench.bench;

import io.makerbench.book.Ladder;
import io.makerbench.book.MatchListener;
import io.makerbench.book.MatchingEngine;
import io.makerbench.book.OrderType;
import io.makerbench.book.SelfTradePrevention;

/** Messages to a matching engine, kept in arrays so that only the engine is timed. */
public final class OrderMessages {
  static final byte CANCEL = 0;
  static final byte BUY = 1;
  static final byte SELL = 2;
  static final byte TAKE_BUY = 3;
  static final byte TAKE_SELL = 4;

  /** Numbers in the engine's record of an order. */
  private static final int RECORD = 4;

  private static final int OWNERS = 1 << 10;
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final byte[] kinds;
  private final long[] ids;
  private final int[] prices;
  private final int[] sizes;
  private int count;

  /** Where the parts to be timed begin, and where they end. */
  private final int[] from;

  private final int[] to;
  private int parts;

  OrderMessages(int most, int mostParts) {
    kinds = new byte[most];
    ids = new long[most];
    prices = new int[most];
    sizes = new int[most];
    from = new int[mostParts];
    to = new int[mostParts];
  }

  void add(byte kind, long id, int price, int size) {
    kinds[count] = kind;
    ids[count] = id;
    prices[count] = price;
    sizes[count++] = size;
  }

  /** The messages from here on are to be timed. */
  void beginPart() {
    from[parts] = count;
  }

  /** The messages from here on are not to be timed. */
  void endPart() {
    to[parts++] = count;
  }

  int count() {
    return count;
  }

  /** Messages to be timed. */
  public int timed() {
    int messages = 0;
    for (int part = 0; part < parts; part++) {
      messages += to[part] - from[part];
    }
    return messages;
  }

  /** Messages of a kind among those to be timed. */
  int timed(byte kind) {
    int messages = 0;
    for (int part = 0; part < parts; part++) {
      for (int i = from[part]; i < to[part]; i++) {
        messages += kinds[i] == kind ? 1 : 0;
      }
    }
    return messages;
  }

  /** An empty engine of the kind that the messages are for. */
  public static MatchingEngine engine(MatchListener listener) {
    return new MatchingEngine(SelfTradePrevention.CANCEL_OLDEST, listener);
  }

  /**
   * Sends every message to an empty engine.
   *
   * @return ns that the timed ones took
   */
  public long send(MatchingEngine engine) {
    return time((first, end) -> send(engine, first, end));
  }

  /**
   * What the hardware permits: reads every message and changes one record, as large as the engine's
   * record of an order, where a hash of the message's id falls; nothing else.
   *
   * @param orders records, a power of two
   * @return ns that the timed messages took
   */
  public long touch(int orders) {
    long[] records = new long[orders * RECORD];
    return time((first, end) -> touch(records, first, end));
  }

  private interface Stretch {
    void work(int first, int end);
  }

  private long time(Stretch stretch) {
    long timed = 0;
    int next = 0;
    for (int part = 0; part < parts; part++) {
      stretch.work(next, from[part]);
      long start = System.nanoTime();
      stretch.work(from[part], to[part]);
      timed += System.nanoTime() - start;
      next = to[part];
    }
    return timed;
  }

  void send(MatchingEngine engine, int first, int end) {
    for (int i = first; i < end; i++) {
      switch (kinds[i]) {
        case CANCEL -> engine.cancel(ids[i]);
        case BUY -> place(engine, OrderType.LIMIT, Ladder.BID, i);
        case SELL -> place(engine, OrderType.LIMIT, Ladder.ASK, i);
        case TAKE_BUY -> place(engine, OrderType.IMMEDIATE_OR_CANCEL, Ladder.BID, i);
        default -> place(engine, OrderType.IMMEDIATE_OR_CANCEL, Ladder.ASK, i);
      }
    }
  }

  private void place(MatchingEngine engine, OrderType type, int side, int i) {
    int owner = 1 + (int) (ids[i] & (OWNERS - 1));
    engine.place(ids[i], owner, type, side, prices[i], sizes[i]);
  }

  private void touch(long[] records, int first, int end) {
    int shift = Long.numberOfLeadingZeros(records.length - 1L);
    for (int i = first; i < end; i++) {
      int at = (int) (ids[i] * GOLDEN_GAMMA >>> shift) & -RECORD;
      records[at] = ids[i];
      records[at + 1] += sizes[i];
      records[at + 2] ^= prices[i];
      records[at + 3] += kinds[i];
    }
  }
}
