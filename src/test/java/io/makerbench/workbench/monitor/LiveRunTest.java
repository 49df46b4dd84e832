package io.makerbench.workbench.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.experiment.Phase;
import io.makerbench.experiment.ProgressEvent;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunState;
import io.makerbench.learn.watch.Finding;
import io.makerbench.learn.watch.FindingKind;
import io.makerbench.workbench.plot.Numbers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LiveRunTest {
  private final LiveRun run = new LiveRun(new RunFolder(Path.of("run")));

  @Test
  void everyMetricIsKeptAndOfProgressTheNewest() throws InterruptedException {
    Thread worker =
        Thread.ofPlatform()
            .start(() -> {
              for (int step = 0; step < 100_000; step++) {
                run.accept(new ProgressEvent.Metrics(step, Map.of("reward", step * 0.5)));
                run.accept(new ProgressEvent.Progress(step, 100_000, "ticks", 10));
              }
            });
    while (worker.isAlive()) {
      run.drain();
    }
    worker.join();
    run.drain();
    assertEquals(100_000, run.metrics().series("reward").size());
    assertEquals(49_999.5, run.metrics().series("reward").last());
    assertEquals(99_999, Objects.requireNonNull(run.progress().get()).done());
    assertFalse(run.drain());
  }

  @Test
  void stateDeviceAndWarningsFollowTheEvents() {
    run.accept(new ProgressEvent.PhaseChange(Phase.TRAIN));
    run.accept(new ProgressEvent.Device("cpu", "PyTorch"));
    Finding finding =
        new Finding(3, 1, FindingKind.EXPLODING_LOSS, "It grows.", "Try a smaller lr.");
    run.accept(new ProgressEvent.Warning(finding));
    run.accept(new ProgressEvent.State(RunState.PAUSED, ""));
    assertTrue(run.drain());
    assertEquals(Phase.TRAIN, run.phase().get());
    assertEquals("cpu", run.device().get());
    assertEquals(RunState.PAUSED, run.state().get());
    assertEquals(finding, run.warnings().getFirst());
  }

  @Test
  void curveGoesBackWhereARunIsResumedFromItsCheckpoint() {
    run.accept(new ProgressEvent.Metrics(10, Map.of("loss", 1.0)));
    run.accept(new ProgressEvent.Metrics(20, Map.of("loss", 2.0)));
    run.accept(new ProgressEvent.Metrics(15, Map.of("loss", 3.0)));
    run.drain();
    assertEquals(2, run.metrics().series("loss").size());
    assertEquals(3, run.metrics().series("loss").last());
  }

  @Test
  void timeLeftReadsAsAClock() {
    assertEquals("0:42", Numbers.clock(42));
    assertEquals("12:05", Numbers.clock(725));
    assertEquals("3:00:00", Numbers.clock(10_800));
    assertEquals("–", Numbers.clock(Double.NaN));
  }
}
