package io.makerbench.system.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.RecordedData;
import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import io.makerbench.system.Market;
import io.makerbench.system.TradingSystem;
import io.makerbench.system.Window;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On recordings of single orders: what replays levels and trades works on them. */
class OrderRecordingMarketTest {
  @TempDir Path tapes;

  private Market open(Path data, String recording, String simulator) {
    String config = "{\"recording\":{" + recording + "},\"simulator\":{" + simulator + "}}";
    return ReplayMarketTest.open(config, new TradingSystem.Place(data, tapes), null);
  }

  @ParameterizedTest
  @CsvSource({"AMZN,0.01", "GOOG,0.01"})
  void lobster(String stock, String tick) {
    Path data = RecordedData.require("lobster");
    String recording =
        "\"market\":\"nasdaq\",\"product\":\""
            + stock
            + "\",\"evaluation_intervals\":"
            + "[{\"start\":\"2012-06-21 15:00:00\",\"end\":\"2012-06-21 15:30:00\"}]";
    String simulator = "\"tick_size\":" + tick + ",\"max_inventory\":300,\"min_order_size\":100";
    try (Market market = open(data, recording, simulator)) {
      assertTraded(market);
    }
  }

  @Test
  void bitstamp() {
    Path data = RecordedData.require("l3");
    String recording = "\"market\":\"bitstamp\",\"product\":\"BTCUSD\"";
    String simulator = "\"tick_size\":0.01,\"max_inventory\":1,\"min_order_size\":0.1";
    try (Market market = open(data, recording, simulator)) {
      assertTraded(market);
    }
  }

  /** A maker at the touch is filled, and its account holds what its fills say. */
  private static void assertTraded(Market market) {
    Window window = market.evaluationWindows().getFirst();
    Episode episode = market.run(market.baseline("symmetric_l1"), window);
    assertTrue(!episode.fills().isEmpty());
    double cash = episode.initialCash();
    for (Fill fill : episode.fills()) {
      cash -= fill.side().sign() * fill.price() * fill.quantity() + fill.cost();
      assertEquals(cash, fill.cash(), 1e-6);
    }
    assertEquals(cash - episode.initialCash(), episode.realisedPnl(), 1e-6);
    assertEquals(0, market.run(market.baseline("do_nothing"), window).fills().size());
  }
}
