package io.makerbench.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.env.Episode;
import io.makerbench.env.OrderFill;
import io.makerbench.env.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketMetricsTest {
  private static final double LIMIT = 0.001;

  @TempDir Path folder;

  private static Metrics of(long seed) {
    Episode episode = MadeEpisodes.make("dqn", "w1 market" + seed, seed, 900, 0.05);
    return Metrics.of(episode, LIMIT, Double.NaN);
  }

  @Test
  void theWholeTakesWhatDependsOnOneBookFromItsMarkets() {
    Metrics first = of(1);
    Metrics second = of(2);
    Metrics account = Metrics.of(MadeEpisodes.make("dqn", "w1", 3, 900, 0.05), LIMIT, Double.NaN);
    Metrics whole = MarketMetrics.together(account, List.of(first, second));
    assertEquals("w1", whole.window());
    assertEquals(account.value(Metric.REALISED_PNL), whole.value(Metric.REALISED_PNL));
    double quotes = first.value(Metric.QUOTES) + second.value(Metric.QUOTES);
    assertEquals(quotes, whole.value(Metric.QUOTES));
    double makerFills =
        first.value(Metric.FILL_RATE) * first.value(Metric.QUOTES)
            + second.value(Metric.FILL_RATE) * second.value(Metric.QUOTES);
    assertEquals(makerFills / quotes, whole.value(Metric.FILL_RATE), 1e-12);
    double a = first.value(Metric.MARKOUT_1S);
    double b = second.value(Metric.MARKOUT_1S);
    double mean = whole.value(Metric.MARKOUT_1S);
    assertTrue(Math.min(a, b) <= mean && mean <= Math.max(a, b), a + " " + mean + " " + b);
    assertEquals(Double.NaN, whole.value(Metric.TIME_QUOTED));
  }

  @Test
  void metricsByMarketComeBack() {
    List<MarketMetrics> written =
        List.of(
            new MarketMetrics("binance BTCUSDT", "w1", of(1)),
            new MarketMetrics("binance-futures BTCUSDT", "w1", of(2)));
    EvaluationStore store = new EvaluationStore(folder);
    assertEquals(List.of(), store.markets());
    store.writeMarkets(written);
    assertEquals(written, store.markets());
  }

  @Test
  void executionsAreWrittenPlainly() throws IOException {
    EvaluationStore store = new EvaluationStore(folder);
    store.writeOrderFills(
        List.of(
            new OrderFill(1, Side.BUY, 618002, 0.01, 1723161256722000000L, 1723161256719000000L),
            new OrderFill(12, Side.SELL, -3, 0.00002, 1L, 2L),
            new OrderFill(13, Side.SELL, 7, 1200, 1L, 2L)));
    assertEquals(
        """
        1,Buy,618002,0.01,1723161256722000000,1723161256719000000
        12,Sell,-3,0.00002,1,2
        13,Sell,7,1200,1,2
        """,
        Files.readString(folder.resolve("fills.csv")));
  }
}
