package io.makerbench.system.venues;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.RecordedData;
import io.makerbench.config.Json;
import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.evaluate.MarketMetrics;
import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.Metrics;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.Footages;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunState;
import io.makerbench.experiment.Runner;
import io.makerbench.experiment.Settings;
import io.makerbench.experiment.SmallRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Whole runs of the system, as a user carries them out. */
class VenueRunTest {
  private static final Path CONFIGS = Path.of("configs", "replay");

  @TempDir static Path folder;

  private static RunFolder run(String name, ObjectNode config, Path data) {
    Settings settings = new Settings(folder.resolve("home"), data, folder.resolve("runs"));
    Runner runner = new Runner(settings);
    RunFolder run = runner.create(folder.resolve(name), config, null);
    RunState state = runner.start(run, event -> {}).ended().join();
    assertEquals(RunState.DONE, state, run.record().message());
    return run;
  }

  private static void assertReference(String name, List<String> overrides, String reference)
      throws IOException {
    Path expected = RecordedData.require("reference-fills/" + reference);
    Path data = RecordedData.require("tardis");
    RunFolder run =
        run(name, ConfigFiles.load(CONFIGS.resolve("reference-maker.json"), overrides), data);
    assertEquals(
        Files.readString(expected), Files.readString(run.evaluation().resolve("fills.csv")));
  }

  @Test
  void theReferenceMakerEvery100Ms() throws IOException {
    assertReference("100ms", List.of(), "BTCUSDT_2024-08-08_maker_100ms.csv");
  }

  @Test
  void theReferenceMakerEvery10Ms() throws IOException {
    assertReference(
        "10ms", List.of("market.wake_interval_millis=10"), "BTCUSDT_2024-08-08_maker_10ms.csv");
  }

  @Test
  void threeMarketsAreReportedOneByOneAndTogether() throws IOException {
    Path data = RecordedData.require("tardis");
    ObjectNode config = ConfigFiles.load(CONFIGS.resolve("three-markets-2024.json"), List.of());
    RunFolder run = run("three", config, data);
    EvaluationStore store = new EvaluationStore(run.evaluation());
    List<Metrics> wholes = store.metrics();
    List<MarketMetrics> markets = store.markets();
    assertEquals(3 * 2, wholes.size());
    assertEquals(3 * wholes.size(), markets.size());
    for (Metrics whole : wholes) {
      double sum =
          markets.stream()
              .filter(m -> m.whole().equals(whole.window()))
              .filter(m -> m.metrics().policy().equals(whole.policy()))
              .mapToDouble(m -> m.metrics().value(Metric.REALISED_PNL))
              .sum();
      assertEquals(whole.value(Metric.REALISED_PNL), sum, 1e-9);
    }
    for (MarketMetrics market : markets) {
      assertTrue(Footages.of(run, market.metrics().window()).isPresent());
      boolean trades = !market.metrics().policy().equals("do_nothing");
      assertEquals(trades, market.metrics().value(Metric.BUYS) > 0, market.toString());
      assertEquals(trades, market.metrics().value(Metric.SELLS) > 0, market.toString());
    }
    assertEquals(2, store.comparison().orElseThrow().pairings().size());
    String page = Files.readString(run.report().resolve("report.html"));
    assertTrue(page.contains("Market by market"));
    assertTrue(page.contains("binance-delivery BTCUSD_PERP"));
  }

  @Test
  void dqnLearnsToQuoteInTwoMarketsToTheSameBytesTwice() throws IOException {
    ObjectNode config =
        ConfigFiles.reader()
            .complete(
                Json.parse(
                    """
                    {
                      "label": "two", "system": "venue-replay", "seed": 3,
                      "market": {"markets": [%s, %s], "wake_interval_millis": 200},
                      "dqn": {
                        "min_replay": 50, "mdp_step_warmup": 0, "epsilon_warmup_ticks": 10,
                        "num_episodes": 2, "batch_size": 16, "hidden": [16, 16]
                      },
                      "execution": {"device": "cpu", "copies": 2}
                    }
                    """
                        .formatted(MadeVenues.LINEAR, MadeVenues.INVERSE),
                    "two"));
    RunFolder run = run("dqn", config, folder);
    List<String> policies =
        new EvaluationStore(run.evaluation()).metrics().stream().map(Metrics::policy).toList();
    assertEquals(List.of("dqn", "symmetric_l1", "do_nothing"), policies);
    assertEquals(SmallRun.bytes(run), SmallRun.bytes(run("again", config, folder)));
  }
}
