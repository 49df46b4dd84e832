package io.makerbench.experiment.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.experiment.Phase;
import io.makerbench.experiment.ProgressEvent;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunHandle;
import io.makerbench.experiment.Runner;
import io.makerbench.experiment.SmallRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTrashTest {
  @TempDir private Path home;
  private MadeRuns made;
  private RunTrash trash;

  @BeforeEach
  void make() {
    made = new MadeRuns(home);
    trash = new RunTrash(made.root());
  }

  @Test
  void deletedRunIsGoneFromTheListAndComesBackWhole() throws IOException {
    RunFolder run = made.make("a");
    String record = Files.readString(run.run());
    List<RunTrash.Discarded> moved = trash.discard(List.of(run));
    assertEquals(List.of(), RunFolder.list(made.root()));
    assertEquals(moved, trash.contents());
    assertTrue(RunTrash.bytes(moved.getFirst().to()) > record.length());
    trash.restore(moved);
    assertEquals(List.of(run), RunFolder.list(made.root()));
    assertEquals(record, Files.readString(run.run()));
  }

  @Test
  void runsOfOneNameDoNotOverwriteEachOtherInTheTrash() throws IOException {
    RunTrash.Discarded first = trash.discard(List.of(made.make("a"))).getFirst();
    RunTrash.Discarded second = trash.discard(List.of(made.make("a"))).getFirst();
    assertNotEquals(first.to(), second.to());
    assertEquals("a", second.name());
    assertTrue(Files.exists(first.to().resolve("run.json")));
    trash.restore(List.of(first));
    assertThrows(InputException.class, () -> trash.restore(List.of(second)));
  }

  @Test
  void onlyWhatIsOldIsDeletedForGood() throws IOException {
    RunTrash.Discarded old = trash.discard(List.of(made.make("old"))).getFirst();
    trash.discard(List.of(made.make("young")));
    Files.setLastModifiedTime(old.to(), FileTime.from(Instant.now().minus(Duration.ofDays(31))));
    assertEquals(1, trash.empty(Duration.ofDays(30)));
    assertEquals("young", trash.contents().getFirst().name());
    assertEquals(1, trash.empty(Duration.ZERO));
    assertEquals(List.of(), trash.contents());
  }

  @Test
  void aRunAtWorkStaysAndSoDoThoseChosenWithIt() throws InterruptedException {
    Runner runner = new Runner(SmallRun.settings(home));
    RunFolder idle = made.make("idle");
    RunFolder busy = runner.create(made.root().resolve("busy"), SmallRun.config(), null);
    CountDownLatch works = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    RunHandle handle =
        runner.start(
            busy,
            event -> {
              if (event instanceof ProgressEvent.PhaseChange change
                  && change.phase() == Phase.TRAIN) {
                works.countDown();
                awaitQuietly(mayEnd);
              }
            });
    works.await();
    InputException refused =
        assertThrows(InputException.class, () -> trash.discard(List.of(idle, busy)));
    assertTrue(String.valueOf(refused.getMessage()).contains("busy is at work"));
    assertEquals(2, RunFolder.list(made.root()).size());
    mayEnd.countDown();
    handle.stop();
    handle.ended().join();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
