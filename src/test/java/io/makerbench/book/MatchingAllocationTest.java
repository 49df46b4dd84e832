package io.makerbench.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.makerbench.random.RandomStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class MatchingAllocationTest {
  private static final int ORDERS = 20_000;
  private static final int PRICES = 400;
  private static final int MIDDLE = 50_000;

  /** Asking for the bytes may take some itself. */
  private static final long LEAST_NOTICED = 1 << 10;

  private final MatchingEngine engine =
      new MatchingEngine(SelfTradePrevention.CANCEL_BOTH, MatchListener.NONE);

  @Test
  void aGrownEngineAllocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int warmUp = 0; warmUp < 2; warmUp++) {
      fillAndEmpty();
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    long trades = fillAndEmpty();
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(trades > ORDERS / 40, "Too few orders trade to show anything: " + trades);
    assertTrue(allocated < LEAST_NOTICED, "The engine allocated " + allocated + " bytes.");
    assertEquals(0, engine.book().orders());
  }

  /** The same messages each time: orders of every type, modified, then cancelled. */
  private long fillAndEmpty() {
    RandomStream random = RandomStream.named(1, "allocation", 0);
    OrderType[] types = OrderType.values();
    long gone = 0;
    for (int id = 0; id < ORDERS; id++) {
      int side = random.nextInt(2);
      int away = random.nextInt(PRICES) - PRICES / 20;
      int price = side == Ladder.BID ? MIDDLE - away : MIDDLE + away;
      OrderType type = types[random.nextInt(20) / 16 * random.nextInt(types.length)];
      MatchOutcome outcome =
          engine.place(id, random.nextInt(9), type, side, price, 1 + random.nextInt(9));
      gone += outcome == MatchOutcome.FILLED || outcome == MatchOutcome.PARTLY_FILLED ? 1 : 0;
      engine.modify(random.nextInt(ORDERS), price, 1 + random.nextInt(9));
    }
    for (int id = 0; id < ORDERS; id++) {
      engine.cancel(id);
    }
    return gone;
  }
}
