package io.makerbench.system.perp;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.experiment.SameJava;
import io.makerbench.system.TradingSystem.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A dataset whose job is killed by SIGKILL leaves nothing that looks complete. */
class KilledDatasetTest {
  private static final long SOME_BYTES = 1 << 20;

  @TempDir private Path folder;

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void nothingLooksComplete() throws IOException, InterruptedException {
    Path target = folder.resolve("data");
    Path draft = folder.resolve(".data.draft");
    Path growing = draft.resolve("observations.npy");
    Process process =
        new ProcessBuilder(SameJava.command(EndlessDataset.class, target))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (!(Files.exists(growing) && Files.size(growing) > SOME_BYTES)) {
      assertTrue(process.isAlive(), "the job ended by itself");
      Thread.onSpinWait();
    }
    process.destroyForcibly();
    process.waitFor();
    assertFalse(Files.exists(target), "a folder of that name");
    PerpMarket market = new PerpMarket(PerpConfigs.of("{\"max_ticks\": 200}"));
    assertThrows(InputException.class, () -> market.trajectories(target));
    assertThrows(InputException.class, () -> market.trajectories(draft));
    assertThrows(InputException.class, () -> NpyArray.open(growing), "an array without its header");

    Dataset.write(
        PerpConfigs.of("{\"max_ticks\": 200}"),
        new Place(null, folder),
        new DatasetJob(2, 2, 1, "heuristic", 0),
        target);
    assertFalse(Files.exists(draft), "the next job of that name takes the draft's place");
    assertTrue(market.trajectories(target).episodes().length == 400);
  }
}
