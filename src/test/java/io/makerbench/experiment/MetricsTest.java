package io.makerbench.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
  private static final List<String> COLUMNS = List.of("loss", "reward");

  @TempDir private Path folder;

  @Test
  void writtenValuesReadBackExactlyAndAbsentOnesAreLeftOut() {
    Path file = folder.resolve("metrics.csv");
    try (MetricsLog log = new MetricsLog(file, COLUMNS, 0)) {
      log.append(10, Map.of("loss", 0.1 + 0.2));
      log.append(20, Map.of("reward", -3.0, "loss", 1e-300));
    }
    MetricsTable table = MetricsTable.read(file);
    assertEquals(COLUMNS, List.copyOf(table.columns().keySet()));
    assertArrayEquals(new double[] {10, 20}, table.column("loss").steps());
    assertArrayEquals(new double[] {0.1 + 0.2, 1e-300}, table.column("loss").values());
    assertArrayEquals(new double[] {-3}, table.column("reward").values());
    assertEquals(0, table.column("nothing").size());
  }

  @Test
  void goingOnCutsWhatCameAfterTheCheckpoint() throws IOException {
    Path file = folder.resolve("metrics.csv");
    long kept;
    try (MetricsLog log = new MetricsLog(file, COLUMNS, 0)) {
      log.append(1, Map.of("loss", 1.0));
      kept = log.settle();
      log.append(2, Map.of("loss", 2.0));
    }
    try (MetricsLog log = new MetricsLog(file, COLUMNS, kept)) {
      log.append(3, Map.of("loss", 3.0));
    }
    assertEquals("step,loss,reward\n1,1,\n3,3,\n", Files.readString(file));
  }

  @Test
  void aLineCutOffByAKilledProcessIsLeftOut() throws IOException {
    Path file = folder.resolve("metrics.csv");
    Files.writeString(file, "step,loss,reward\n1,1,2\n2,5");
    assertArrayEquals(new double[] {1}, MetricsTable.read(file).column("loss").values());
  }

  @Test
  void damageIsNamedWithItsLine() throws IOException {
    Path file = folder.resolve("metrics.csv");
    Files.writeString(file, "step,loss,reward\n1,one,2\n");
    InputException thrown = assertThrows(InputException.class, () -> MetricsTable.read(file));
    assertTrue(thrown.getMessage().endsWith("line 2: one is not a number."), thrown.getMessage());
  }

  @Test
  void aMissingFileHasNoColumns() {
    assertTrue(MetricsTable.read(folder.resolve("none.csv")).columns().isEmpty());
  }
}
