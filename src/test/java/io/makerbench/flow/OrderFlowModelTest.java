package io.makerbench.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.book.Ladder;
import io.makerbench.random.RandomStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderFlowModelTest {
  private static final double MID = 10_000.5;
  private static final FlowObserver NOBODY = new FlowObserver() {};

  static List<OrderFlowModel> models() {
    return Models.all();
  }

  private static SimulatedFlow start(OrderFlowModel model, int copy) {
    return model.start(MID, RandomStream.named(11, "flow", copy));
  }

  /** Keeps an own order of 4 lots on each side, half a tick behind the best prices and moving. */
  private static void quoteAndAdvance(SimulatedFlow flow, double until, FlowObserver observer) {
    for (double t = flow.seconds() + 0.25; t <= until; t += 0.25) {
      flow.quote(Ladder.BID, flow.bestBid(), 4);
      flow.quote(Ladder.ASK, flow.bestAsk(), 4);
      flow.advance(t, observer);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void theSameStreamGivesTheSameEvents(OrderFlowModel model) {
    EventLog first = new EventLog();
    EventLog second = new EventLog();
    EventLog other = new EventLog();
    quoteAndAdvance(start(model, 0), 20, first);
    quoteAndAdvance(start(model, 0), 20, second);
    quoteAndAdvance(start(model, 1), 20, other);
    assertEquals(first.lines.toString(), second.lines.toString());
    assertTrue(first.lines.toString().contains("fill"), "some own order was filled");
    assertTrue(!first.lines.toString().equals(other.lines.toString()));
  }

  @ParameterizedTest
  @MethodSource("models")
  void aRestoredMarketGoesOnAsTheSavedOne(OrderFlowModel model) throws IOException {
    SimulatedFlow saved = start(model, 0);
    quoteAndAdvance(saved, 10, NOBODY);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    saved.save(new DataOutputStream(bytes));
    SimulatedFlow restored = start(model, 5);
    quoteAndAdvance(restored, 7, NOBODY);
    restored.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    EventLog expected = new EventLog();
    EventLog actual = new EventLog();
    saved.advance(15, expected);
    restored.advance(15, actual);
    quoteAndAdvance(saved, 30, expected);
    quoteAndAdvance(restored, 30, actual);
    assertEquals(expected.lines.toString(), actual.lines.toString());
    assertEquals(saved.mid(), restored.mid());
  }

  @ParameterizedTest
  @MethodSource("models")
  void noOwnOrderIsFilledForMoreThanItsSize(OrderFlowModel model) {
    SimulatedFlow flow = start(model, 2);
    long[] filled = new long[2];
    FlowObserver fills =
        new FlowObserver() {
          @Override
          public void fill(double seconds, int side, double price, long lots) {
            assertTrue(lots > 0);
            filled[side] += lots;
          }
        };
    for (int step = 1; step <= 200; step++) {
      flow.quote(Ladder.BID, flow.bestBid(), 4);
      flow.quote(Ladder.ASK, flow.bestAsk(), 4);
      long[] open = {flow.open(Ladder.BID), flow.open(Ladder.ASK)};
      filled[Ladder.BID] = 0;
      filled[Ladder.ASK] = 0;
      flow.advance(0.2 * step, fills);
      for (int side = 0; side < 2; side++) {
        assertEquals(open[side] - filled[side], flow.open(side));
      }
    }
  }

  @Test
  void marketOrdersReachAnOwnOrderAtTheExponentialRate() {
    double seconds = 4000;
    double depth = 3;
    SimulatedFlow flow = start(Models.poisson(), 0);
    long[] fills = new long[2];
    FlowObserver counter =
        new FlowObserver() {
          @Override
          public void fill(double at, int side, double price, long lots) {
            fills[side]++;
          }
        };
    for (double t = 0.01; t < seconds; t += 0.01) {
      flow.quote(Ladder.BID, flow.mid() - depth, 1);
      flow.quote(Ladder.ASK, flow.mid() + depth, 1);
      flow.advance(t, counter);
    }
    double reached = Math.exp(-0.4 * (depth - 0.5));
    assertEquals(3 * reached, fills[Ladder.ASK] / seconds, 4 * Math.sqrt(3 * reached / seconds));
    assertEquals(2 * reached, fills[Ladder.BID] / seconds, 4 * Math.sqrt(2 * reached / seconds));
  }

  @Test
  void everyLotOfTheZeroIntelligenceBookIsAccountedFor() {
    SimulatedFlow flow = start(Models.zeroIntelligence(), 3);
    BookKeeping keeping = new BookKeeping(flow);
    flow.advance(200, keeping);
    assertTrue(keeping.states > 5000, keeping.states + " states");
    keeping.compare(flow);
  }

  /** Books every event by itself; the ladder refuses sizes below zero. */
  private static final class BookKeeping implements FlowObserver {
    private static final int RANGE = 300;
    private final Ladder ladder = new Ladder();
    private int states;

    BookKeeping(SimulatedFlow flow) {
      for (int side = 0; side < 2; side++) {
        for (int price = (int) MID - RANGE; price < MID + RANGE; price++) {
          ladder.set(side, price, flow.size(side, price));
        }
      }
    }

    @Override
    public void limit(double seconds, int side, int price, long lots, BookView before) {
      ladder.set(side, price, ladder.size(side, price) + lots);
    }

    @Override
    public void cancel(double seconds, int side, int price, long lots, BookView before) {
      ladder.set(side, price, ladder.size(side, price) - lots);
    }

    @Override
    public void trade(double seconds, int sign, double farthest, long lots, BookView before) {
      int side = sign > 0 ? Ladder.ASK : Ladder.BID;
      long left = lots;
      int last = 0;
      while (left > 0) {
        last = side == Ladder.ASK ? ladder.bestAsk() : ladder.bestBid();
        long taken = Math.min(left, ladder.size(side, last));
        ladder.set(side, last, ladder.size(side, last) - taken);
        left -= taken;
      }
      assertEquals(farthest, last);
    }

    @Override
    public void state(double seconds, BookView now) {
      states++;
      assertEquals(ladder.bestBid(), now.bestBid());
      assertEquals(ladder.bestAsk(), now.bestAsk());
    }

    void compare(SimulatedFlow flow) {
      for (int side = 0; side < 2; side++) {
        for (int price = (int) MID - RANGE; price < MID + RANGE; price++) {
          assertEquals(ladder.size(side, price), flow.size(side, price));
        }
      }
    }
  }

  @Test
  void anOwnOrderWaitsForTheQueueAheadOfIt() {
    SimulatedFlow flow = start(Models.zeroIntelligence(), 4);
    int price = (int) flow.bestAsk();
    long[] ahead = {flow.size(Ladder.ASK, price)};
    flow.quote(Ladder.ASK, price, 1);
    boolean[] filled = {false};
    FlowObserver watch =
        new FlowObserver() {
          @Override
          public void cancel(double s, int side, int at, long lots, BookView before) {
            ahead[0] -= side == Ladder.ASK && at == price ? lots : 0;
          }

          @Override
          public void trade(double s, int sign, double farthest, long lots, BookView before) {
            ahead[0] -= sign > 0 && farthest >= price ? lots : 0;
          }

          @Override
          public void fill(double s, int side, double at, long lots) {
            filled[0] = true;
            assertTrue(ahead[0] < 0, "the queue ahead must be gone, not " + ahead[0]);
            assertEquals(price, at);
          }
        };
    for (int step = 1; step < 5000 && !filled[0]; step++) {
      flow.advance(step * 0.1, watch);
    }
    assertTrue(filled[0]);
  }

  @Test
  void sizesKeepTheirMean() {
    OrderSizes sizes = OrderSizes.of(new double[] {1, 1, 2, 40});
    assertEquals(11, sizes.mean(), 1e-12);
    RandomStream random = RandomStream.named(1, "sizes", 0);
    double sum = 0;
    for (int i = 0; i < 100_000; i++) {
      sum += new OrderSizes(new double[] {2.25}).draw(random);
    }
    assertEquals(2.25, sum / 100_000, 0.01);
  }

  @Test
  void impossibleParametersAreRefused() {
    OrderSizes one = OrderSizes.constant(1);
    assertThrows(
        IllegalArgumentException.class, () -> new MarketOrderModel(1, 1, 3, 3, 5, 1, 1, 1, one));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ZeroIntelligenceModel(new double[] {1}, new double[] {0}, 1, one, one));
    assertThrows(IllegalArgumentException.class, () -> new OrderSizes(new double[0]));
  }
}
