package io.makerbench.experiment.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.experiment.ProgressEvent;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunState;
import io.makerbench.experiment.SameJava;
import io.makerbench.experiment.Settings;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process with a run of its own, one in a worker and one that waits is killed by SIGKILL. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class KilledQueueTest {
  @TempDir private Path folder;

  @Test
  void theWorkerEndsWithACheckpointAndTheNextQueueOffersAll() throws Exception {
    Process process =
        new ProcessBuilder(SameJava.command(KilledQueueTest.class, folder))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Set<String> atWork = new HashSet<>();
    try (BufferedReader lines = process.inputReader()) {
      while (atWork.size() < 2) {
        atWork.add(lines.readLine());
      }
      List<ProcessHandle> workers = process.children().toList();
      process.destroyForcibly().waitFor();
      assertEquals(1, workers.size());
      workers.getFirst().onExit().join();
    }
    Settings settings = Trainings.settings(folder);
    RunFolder worker = RunFolder.open(settings.runs().resolve("b"));
    assertTrue(worker.newestCheckpoint().isPresent());
    assertEquals(RunState.STOPPED, worker.record().state());
    assertEquals("", worker.record().message(), "it stopped by itself, with a checkpoint");
    assertEquals(
        List.of("a", "b", "c"),
        new RunQueue(settings).leftOver().stream().map(RunFolder::name).toList());
  }

  /** Carries runs out until it is killed, telling the name of one with each row of its metrics. */
  public static void main(String[] args) {
    Settings settings = Trainings.settings(Path.of(args[0]));
    RunQueue queue = new RunQueue(settings);
    queue.limit(new RunLimits(2, 2048, 512));
    for (String name : List.of("a", "b", "c")) {
      queue.add(
          Trainings.make(settings, name, Trainings.ENDLESS),
          event -> {
            if (event instanceof ProgressEvent.Metrics) {
              System.out.println(name);
            }
          });
    }
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.park();
    }
  }
}
