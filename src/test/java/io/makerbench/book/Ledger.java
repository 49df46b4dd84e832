package io.makerbench.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;

/** What every order has left by what an engine told, and a digest of all it told. */
final class Ledger implements MatchListener {
  private static final int PRIME = 31;

  private final Map<Long, Long> left = new HashMap<>();
  private final Map<Long, Integer> sides = new HashMap<>();
  private final long[] traded = new long[2];
  private long digest;
  private int executions;

  /** Changes with every event and with the order of the events. */
  long digest() {
    return digest;
  }

  int executions() {
    return executions;
  }

  /** What was bought was sold, and what an order has left is what rests of it. */
  void check(OrderBook book) {
    assertEquals(traded[Ladder.BID], traded[Ladder.ASK]);
    left.forEach((id, size) -> assertEquals(size, book.sizeOf(id)));
    assertEquals(left.size(), book.orders());
  }

  @Override
  public void accepted(long id, int side, int price, long size) {
    note(1, id, side, price, size);
    left.put(id, size);
    sides.put(id, side);
  }

  @Override
  public void rejected(long id, MatchOutcome reason) {
    note(2, id, reason.ordinal(), 0, 0);
  }

  @Override
  public void executed(long resting, long taking, int takingSide, int price, long size) {
    note(3, resting, taking, price * 2L + takingSide, size);
    executions++;
    assertEquals(takingSide, sides.get(taking));
    assertEquals(1 - takingSide, sides.get(resting));
    traded[sides.get(taking)] += size;
    traded[sides.get(resting)] += size;
    lose(taking, size);
    lose(resting, size);
  }

  @Override
  public void cancelled(long id, long size, CancelReason reason) {
    note(4, id, reason.ordinal(), 0, size);
    lose(id, size);
  }

  @Override
  public void modified(long id, int price, long size) {
    note(5, id, 0, price, size);
    left.put(id, size);
  }

  private void lose(long id, long size) {
    long rest = left.get(id) - size;
    assertTrue(size > 0 && rest >= 0, "An order lost more than its size.");
    if (rest == 0) {
      left.remove(id);
      sides.remove(id);
    } else {
      left.put(id, rest);
    }
  }

  private void note(int kind, long a, long b, long c, long d) {
    digest = PRIME * (PRIME * (PRIME * (PRIME * (PRIME * digest + kind) + a) + b) + c) + d;
  }
}
