package io.makerbench.workbench.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.experiment.ProgressEvent;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunHandle;
import io.makerbench.experiment.RunState;
import io.makerbench.experiment.Settings;
import io.makerbench.experiment.queue.RunLimits;
import io.makerbench.experiment.queue.RunQueue;
import io.makerbench.experiment.queue.Trainings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The list of runs, without a window. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RunListTest {
  @TempDir private Path folder;
  private Settings settings;
  private RunQueue queue;
  private RunList model;
  private final Map<RunFolder, LiveRun> live = new HashMap<>();

  @BeforeEach
  void open() {
    settings = Trainings.settings(folder);
    queue = new RunQueue(settings);
    queue.limit(new RunLimits(1, 1024, 512));
    model = new RunList(queue, run -> live.computeIfAbsent(run, LiveRun::new));
  }

  @AfterEach
  void stopAll() {
    queue.close().forEach(handle -> handle.ended().join());
  }

  private List<String> lines() {
    return model.rows().stream()
        .map(row ->
            switch (row) {
              case QueueRow.Heading heading -> "# " + heading.words();
              case QueueRow.Item item -> item.run().folder().name();
            })
        .toList();
  }

  @Test
  void whatWorksWaitsAndHasEndedIsListedInOrder() throws Exception {
    CompletableFuture<Void> working = new CompletableFuture<>();
    RunHandle first =
        queue.add(
            Trainings.make(settings, "a", Trainings.ENDLESS),
            event -> {
              if (event instanceof ProgressEvent.Metrics) {
                working.complete(null);
              }
            });
    RunFolder b = Trainings.make(settings, "b", Trainings.ENDLESS);
    RunFolder c = Trainings.make(settings, "c", Trainings.ENDLESS);
    queue.hold();
    queue.add(b, event -> {});
    queue.add(c, event -> {});
    working.get();
    assertTrue(model.refresh());
    assertEquals(List.of("# At work", "a", "# Waiting, held back", "b", "c"), lines());
    assertEquals("1 at work, 2 waiting", model.summary());
    queue.move(c, 0);
    first.stop();
    assertEquals(RunState.STOPPED, first.ended().join());
    while (!queue.atWork().isEmpty()) {
      Thread.onSpinWait();
    }
    assertTrue(model.refresh());
    assertEquals(List.of("# Waiting, held back", "c", "b", "# Ended lately", "a"), lines());
    assertFalse(model.refresh(), "nothing happened since");
  }
}
