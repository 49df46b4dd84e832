package io.makerbench.workbench.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.workbench.PanelStage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class TasksTest {
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final List<String> ended = new ArrayList<>();
  private Tasks tasks;

  @BeforeEach
  void open() {
    tasks = onScreen(Tasks::new);
  }

  @AfterEach
  void close() {
    goOn.countDown();
    onScreen(() -> {
      tasks.close();
      return true;
    });
  }

  private static <T> T onScreen(java.util.concurrent.Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(5000, work);
  }

  /** Works until it is told to go on, then as long as it is wanted. */
  private WorkTask held(String title) {
    return new WorkTask(
        title,
        report -> {
          begun.countDown();
          goOn.await();
          if (!report.goOn(0.5, "half")) {
            throw new CancellationException();
          }
          return List.of(Path.of("made"));
        });
  }

  private WorkTask add(WorkTask task) {
    return onScreen(() -> {
      tasks.start(
          task,
          Tasks.Lane.PROCESSOR,
          end -> ended.add(end.title() + " " + end.status().get().state()));
      return task;
    });
  }

  private void awaitEnded(String... all) {
    PanelStage.await("ended: " + List.of(all), () -> ended.equals(List.of(all)));
  }

  @Test
  void importsWorkOneAfterAnother() throws InterruptedException {
    WorkTask first = add(held("first"));
    WorkTask second = add(held("second"));
    begun.await();
    assertEquals(TaskStatus.State.WAITING, onScreen(() -> second.status().get().state()));
    goOn.countDown();
    awaitEnded("first DONE", "second DONE");
    assertEquals(List.of(Path.of("made")), first.status().get().files());
    assertTrue(tasks.list().isEmpty());
  }

  @Test
  void aCancelledTaskEndsAndOneThatWaitsNeverBegins() throws InterruptedException {
    AtomicBoolean ran = new AtomicBoolean();
    WorkTask first = add(held("first"));
    WorkTask second =
        add(
            new WorkTask(
                "second",
                report -> {
                  ran.set(true);
                  return List.of();
                }));
    begun.await();
    onScreen(() -> {
      second.cancel();
      first.cancel();
      return true;
    });
    goOn.countDown();
    awaitEnded("second CANCELLED", "first CANCELLED");
    assertFalse(ran.get());
  }

  @Test
  void aFailureStaysUntilItIsDismissed() {
    WorkTask task =
        add(
            new WorkTask(
                "import",
                report -> {
                  throw new InputException("file.csv, line 3: no number.");
                }));
    awaitEnded("import FAILED");
    assertEquals("file.csv, line 3: no number.", task.status().get().words());
    assertEquals(List.of(task), tasks.list());
    onScreen(() -> {
      tasks.dismiss(task);
      return true;
    });
    assertTrue(tasks.list().isEmpty());
  }
}
