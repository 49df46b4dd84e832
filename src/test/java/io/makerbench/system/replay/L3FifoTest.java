package io.makerbench.system.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.ConservationCheck;
import io.makerbench.RecordedData;
import io.makerbench.book.Ladder;
import io.makerbench.book.OrderBook;
import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.env.Episode;
import io.makerbench.system.Market;
import io.makerbench.system.TradingSystem;
import io.makerbench.tape.ImportOptions;
import io.makerbench.tape.ImportProgress;
import io.makerbench.tape.Importer;
import io.makerbench.tape.OrderKind;
import io.makerbench.tape.Orders;
import io.makerbench.tape.Tape;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exact places among recorded orders. Own orders are sent at 0 ms and arrive at 10 ms; before that
 * orders 1 of six lots and 2 of four stand at 1000, the best bid.
 */
class L3FifoTest {
  @TempDir static Path folder;

  private static TestTape queue() {
    return new TestTape()
        .order(0, OrderKind.ADD, 1, 1, 1000, 6)
        .order(0, OrderKind.ADD, 1, 8, 990, 9)
        .book(0, 1000, 1001)
        .order(1, OrderKind.ADD, 1, 2, 1000, 4)
        .order(11, OrderKind.ADD, 1, 3, 1000, 5)
        .book(20, 1000, 1001);
  }

  private static Scene scene(TestTape tape) {
    return new Scene(tape, folder, Scene.terms(FillRule.L3_FIFO, Mode.CORRECTED));
  }

  @Test
  void onlyWhatStandsAheadCounts() {
    TestTape tape =
        queue()
            .order(21, OrderKind.CANCEL, 1, 2, 1000, 3)
            .order(22, OrderKind.CANCEL, 1, 3, 1000, 2) // behind
            .order(23, OrderKind.ADD, -1, 4, 1001, 7) // the other side
            .book(30, 1000, 1001)
            .order(31, OrderKind.DELETE, 1, 1, 1000, 6)
            .book(40, 1000, 1001);
    try (Scene scene = scene(tape).wantBid(1000, 4).ticks(1)) {
      assertEquals(10, scene.bid().ahead);
      scene.ticks(1);
      assertEquals(7, scene.bid().ahead);
      scene.ticks(1);
      assertEquals(1, scene.bid().ahead);
      assertTrue(scene.fills.isEmpty());
    }
  }

  @Test
  void anOrderIsExecutedInTheTurnOfThoseBehindIt() {
    TestTape tape =
        queue()
            .order(21, OrderKind.EXECUTE, 1, 1, 1000, 6)
            .order(21, OrderKind.EXECUTE, 1, 2, 1000, 4)
            .book(30, 1000, 1001)
            .order(31, OrderKind.EXECUTE, 1, 3, 1000, 3)
            .book(40, 1000, 1001);
    try (Scene scene = scene(tape).wantBid(1000, 4).ticks(2)) {
      assertEquals(0, scene.bid().ahead);
      assertTrue(scene.fills.isEmpty());
      scene.ticks(1);
      assertEquals(3, scene.fills.getFirst().size());
      assertEquals(1000, scene.fills.getFirst().price());
      assertEquals(TestTape.at(31), scene.fills.getFirst().timeNs());
      assertEquals(1, scene.bid().remaining);
    }
  }

  @Test
  void executionsAtWorsePricesReachItFirst() {
    TestTape tape =
        queue()
            .order(21, OrderKind.EXECUTE, 1, 8, 990, 2)
            .order(22, OrderKind.HIDDEN, 1, 0, 999, 1)
            .order(23, OrderKind.HIDDEN, 1, 0, 1000, 9) // at its price a hidden order waits too
            .book(30, 1000, 1001);
    try (Scene scene = scene(tape).wantBid(1000, 4).ticks(2)) {
      assertEquals(List.of(2L, 1L), scene.fills.stream().map(FillLog.Execution::size).toList());
      assertEquals(1000, scene.fills.getLast().price());
    }
  }

  @Test
  void placesAreKnownBeyondTheLevelsStored() {
    try (Scene scene = scene(queue().book(30, 1000, 1001)).wantBid(990, 1).ticks(1)) {
      assertEquals(9, scene.bid().ahead);
    }
    try (Scene scene = scene(queue().book(30, 1000, 1001)).wantBid(985, 1).ticks(1)) {
      assertEquals(0, scene.bid().ahead);
    }
  }

  @Test
  void levelsHoldWhatABookOfSingleOrdersHolds() {
    Path zip = RecordedData.require("lobster/LOBSTER_SampleFile_AMZN_2012-06-21_5.zip");
    Path path = folder.resolve("amzn.tape");
    Importer.run(List.of(zip), path, ImportOptions.usual(), ImportProgress.NONE);
    try (Tape tape = Tape.open(path)) {
      Orders orders = tape.orders();
      OrderQueues queues = new OrderQueues(orders);
      OrderBook book = new OrderBook();
      int rows = Math.min(60_000, Math.toIntExact(orders.rows()));
      for (int row = 0; row < rows; row++) {
        orders.apply(row, book);
        if (row % 7 == 0 && orders.side(row) != Orders.NO_SIDE) {
          int sign = orders.side(row) == Orders.BID ? 1 : -1;
          int side = sign > 0 ? Ladder.BID : Ladder.ASK;
          int price = orders.price(row);
          assertEquals(book.size(side, price), queues.held(sign, price, row + 1));
          int near = price + row % 5 - 2;
          assertEquals(book.size(side, near), queues.held(sign, near, row + 1));
        }
      }
    }
    assertConserved(path);
  }

  /** A quarter of an hour of quoting at the touch on the recording. */
  private static void assertConserved(Path path) {
    Episode exact = run(path, "l3-fifo");
    assertTrue(exact.fills().size() > 20, exact.fills().size() + " fills");
    ConservationCheck.accounts(exact);
    assertEquals("l3-fifo", exact.fillRule());
    ConservationCheck.accounts(run(path, "probability"));
  }

  private static Episode run(Path path, String rule) {
    String json =
        """
        {"recording": {"dataset": "tape", "tapes": ["%s"], "evaluation_intervals":
            [{"start": "2012-06-21 15:00:00", "end": "2012-06-21 15:15:00"}]},
         "features": {"standard_scaling_feat": false},
         "simulator": {"tick_size": 0.01, "latency_micros": 1000, "max_inventory": 300,
            "min_order_size": 100, "fill_rule": "%s"}}\
        """
            .formatted(path, rule);
    ConfigReader reader = new ConfigReader(ConfigSchema.of(ReplayConfig.class));
    ReplayConfig config = reader.read(Json.parse(json, "test"), ReplayConfig.class, "test");
    TradingSystem.Place place = new TradingSystem.Place(null, folder);
    try (Market market = new ReplaySystem().open(config, place, 1, null)) {
      return market.run(market.baseline("symmetric_l1"), market.evaluationWindows().getFirst());
    }
  }

  @Test
  void aRecordingWithoutSingleOrdersIsRefused() {
    Path path;
    try (Tape tape = new TestTape().book(0, 1000, 1001).book(20, 1000, 1001).write(folder)) {
      path = tape.path();
    }
    String message = assertThrows(InputException.class, () -> run(path, "l3-fifo")).getMessage();
    assertTrue(message.contains("needs single orders"), message);
    assertTrue(message.contains(path.toString()), message);
  }
}
