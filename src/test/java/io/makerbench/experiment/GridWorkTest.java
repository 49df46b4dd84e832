package io.makerbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class GridWorkTest {
  @TempDir private Path folder;

  @Test
  void trainsOnceAndJudgesEachPointAtItsFeeAndLatency() throws IOException {
    List<GridPoint> points =
        List.of(new GridPoint("cheap", 0, 10_000), new GridPoint("dear", 2, 500_000));
    Runner runner = new Runner(SmallRun.settings(folder));
    GridWork grid = new GridWork(runner, folder.resolve("grid"), event -> {});
    Table table = grid.carryOut(SmallRun.config(), points);
    assertEquals(4, table.rows().size(), "2 points × 2 baselines");
    assertEquals(0, fees("cheap"));
    assertTrue(fees("dear") > 0);
    assertEquals(table.toCsv(), Files.readString(folder.resolve("grid").resolve("grid.csv")));
    Path judged = folder.resolve("grid").resolve("dear");
    assertTrue(Files.notExists(judged.resolve("checkpoints")), "nothing is trained at a point");
    assertEquals(
        table.toCsv(),
        grid.carryOut(SmallRun.config(), points).toCsv(),
        "done again, the grid is read from its runs");
  }

  @Test
  void runsOfAnotherConfigurationAreNotTakenForTheGrids() {
    List<GridPoint> points = List.of(new GridPoint("cheap", 0, 10_000));
    GridWork grid =
        new GridWork(new Runner(SmallRun.settings(folder)), folder.resolve("grid"), event -> {});
    ObjectNode quotes = SmallRun.config();
    ((ObjectNode) quotes.get("agent")).put("type", "symmetric_l1");
    grid.carryOut(quotes, points);
    ObjectNode other = quotes.deepCopy().put("seed", 8);
    InputException thrown = assertThrows(InputException.class, () -> grid.carryOut(other, points));
    assertTrue(thrown.getMessage().contains("another configuration"), thrown.getMessage());
  }

  @Test
  void aStoppedGridBeginsNoFurtherPointAndWritesNoTable() {
    Path place = folder.resolve("grid");
    GridWork grid = new GridWork(new Runner(SmallRun.settings(folder)), place, event -> {});
    ObjectNode quotes = SmallRun.config();
    ((ObjectNode) quotes.get("agent")).put("type", "symmetric_l1");
    grid.stop();
    List<GridPoint> points = GridPoint.all(List.of(0.0, 1.0), List.of(10_000L));
    assertThrows(CancellationException.class, () -> grid.carryOut(quotes, points));
    assertTrue(Files.notExists(place.resolve("grid.csv")));
    assertTrue(Files.notExists(place.resolve(points.getLast().name())), "only one was begun");
  }

  @Test
  void aPointSetsFeeAndLatencyOfEveryMarket() {
    ObjectNode config =
        ConfigFiles.load(Path.of("configs", "replay", "three-markets-2024.json"), List.of());
    GridPoint point = new GridPoint("dear", 2, 500_000);
    ObjectNode changed = point.of(config, new RunFolder(folder));
    for (int market = 0; market < 3; market++) {
      assertEquals(2, changed.at("/market/markets/" + market + "/cost_in_bps").asDouble());
      assertEquals(500_000, changed.at("/market/markets/" + market + "/latency_micros").asLong());
    }
    ObjectNode model =
        ConfigFiles.reader().complete(Json.parse("{\"system\": \"analytic\"}", "test"));
    InputException thrown =
        assertThrows(InputException.class, () -> point.of(model, new RunFolder(folder)));
    assertTrue(thrown.getMessage().contains("analytic"), thrown.getMessage());
  }

  private double fees(String point) {
    return new EvaluationStore(folder.resolve("grid").resolve(point).resolve("evaluation"))
        .metrics().stream().mapToDouble(row -> row.value(Metric.FEES)).sum();
  }

  @Test
  void readsTheShippedGrid() {
    List<GridPoint> points = GridPoint.read(Path.of("configs", "sweeps", "latency-fees.json"));
    assertEquals(9, points.size());
    assertEquals(new GridPoint("run9", 0.3, 500_000), points.getLast());
  }

  @Test
  void aPointWithoutLatencyIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("grid.json"), "{\"a\": {\"fees\": 1}}");
    InputException thrown = assertThrows(InputException.class, () -> GridPoint.read(file));
    assertTrue(thrown.getMessage().contains("a:"), thrown.getMessage());
  }
}
