package io.makerbench.experiment.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.experiment.MetricsTable;
import io.makerbench.experiment.ProgressEvent;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunHandle;
import io.makerbench.experiment.RunState;
import io.makerbench.experiment.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs in this process and in real worker processes. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RunQueueTest {
  private static final RunLimits ONE = new RunLimits(1, 2048, 512);
  private static final RunLimits TWO = new RunLimits(2, 2048, 512);

  @TempDir private Path folder;
  private Settings settings;
  private RunQueue queue;

  /** What a run told, to wait for. */
  private static final class Told {
    private final BlockingQueue<ProgressEvent> events = new LinkedBlockingQueue<>();

    <T extends ProgressEvent> T await(Class<T> kind, Predicate<T> such)
        throws InterruptedException {
      while (true) {
        ProgressEvent event = events.poll(60, TimeUnit.SECONDS);
        if (event == null) {
          throw new AssertionError("In vain: " + kind.getSimpleName());
        }
        if (kind.isInstance(event) && such.test(kind.cast(event))) {
          return kind.cast(event);
        }
      }
    }

    ProgressEvent.State await(RunState state) throws InterruptedException {
      return await(ProgressEvent.State.class, event -> event.state() == state);
    }
  }

  @BeforeEach
  void open() {
    settings = Trainings.settings(folder);
    queue = new RunQueue(settings);
    queue.limit(TWO);
  }

  @AfterEach
  void stopAll() {
    queue.close().forEach(handle -> handle.ended().join());
  }

  @Test
  void aWorkerGivesTheSameBytesAndTellsTheSame() throws Exception {
    RunFolder here = Trainings.make(settings, "here", Trainings.SHORT);
    RunFolder elsewhere = Trainings.make(folder("other"), "here", Trainings.SHORT);
    Told told = new Told();
    Told toldElsewhere = new Told();
    RunHandle first = queue.add(here, told.events::add);
    RunHandle second = queue.add(elsewhere, toldElsewhere.events::add);
    assertEquals(RunState.DONE, first.ended().join());
    assertEquals(RunState.DONE, second.ended().join());
    assertTrue(Files.exists(elsewhere.path().resolve("worker.log")), "it had a process of its own");
    assertFalse(Files.exists(here.path().resolve("worker.log")));
    assertEquals(Files.readString(here.metrics()), Files.readString(elsewhere.metrics()));
    assertEquals(
        Files.readString(here.evaluation().resolve("metrics.csv")),
        Files.readString(elsewhere.evaluation().resolve("metrics.csv")));
    assertEquals(metrics(told), metrics(toldElsewhere));
    assertEquals(MetricsTable.read(here.metrics()).column("reward").size(), metrics(told).size());
  }

  private Settings folder(String name) {
    return Trainings.settings(folder.resolve(name));
  }

  private static List<ProgressEvent> metrics(Told told) {
    return told.events.stream().filter(ProgressEvent.Metrics.class::isInstance).toList();
  }

  @Test
  void aWorkerIsPausedResumedAskedForACheckpointAndStopped() throws Exception {
    queue.add(Trainings.make(settings, "a", Trainings.ENDLESS), event -> {});
    RunFolder run = Trainings.make(settings, "b", Trainings.ENDLESS);
    Told told = new Told();
    RunHandle handle = queue.add(run, told.events::add);
    told.await(ProgressEvent.Metrics.class, row -> row.step() > 1000);
    assertTrue(queue.isInWorker(run));
    handle.pause();
    told.await(RunState.PAUSED);
    assertEquals(RunState.PAUSED, run.record().state());
    handle.resume();
    told.await(RunState.RUNNING);
    long step = told.await(ProgressEvent.Metrics.class, row -> true).step();
    handle.checkpoint();
    told.await(ProgressEvent.Checkpoint.class, written -> written.step() >= step);
    handle.stop();
    assertEquals(RunState.STOPPED, handle.ended().join());
    assertEquals(RunState.STOPPED, run.record().state());
    assertTrue(run.newestCheckpoint().isPresent());
    assertNothingHalfWritten(run);
  }

  private static void assertNothingHalfWritten(RunFolder run) throws IOException {
    try (Stream<Path> files = Files.walk(run.path())) {
      assertEquals(
          List.of(),
          files.filter(file -> file.getFileName().toString().contains("draft")).toList());
    }
    MetricsTable metrics = MetricsTable.read(run.metrics());
    assertTrue(Files.readString(run.metrics()).endsWith("\n"));
    assertTrue(metrics.column("reward").size() > 0);
  }

  @Test
  void aDeadWorkerIsToldInWordsWithTheEndOfItsLog() throws Exception {
    queue.add(Trainings.make(settings, "a", Trainings.ENDLESS), event -> {});
    RunFolder run = Trainings.make(settings, "b", Trainings.ENDLESS);
    Files.writeString(run.path().resolve("worker.log"), "the last words\n");
    Told told = new Told();
    RunHandle handle = queue.add(run, told.events::add);
    told.await(ProgressEvent.Checkpoint.class, written -> true);
    worker().destroyForcibly();
    assertEquals(RunState.STOPPED, handle.ended().join());
    String message = told.await(RunState.STOPPED).message();
    assertTrue(message.contains("was killed"), message);
    assertTrue(message.contains("the last words"), message);
    assertEquals(message, run.record().message());
    Told again = new Told();
    queue.add(run, again.events::add);
    again.await(ProgressEvent.Metrics.class, row -> row.step() > 5000);
  }

  private static ProcessHandle worker() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("java"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aWorkerStopsWithACheckpointWhenTheProcessThatStartedItIsGone() throws Exception {
    RunFolder run = Trainings.make(settings, "b", Trainings.ENDLESS);
    Process process = new WorkerStart(settings, 512).start(run);
    String line = process.inputReader().readLine();
    while (!line.contains("Metrics")) {
      line = process.inputReader().readLine();
    }
    process.getOutputStream().close();
    process.getInputStream().close();
    assertEquals(0, process.waitFor());
    assertEquals(RunState.STOPPED, run.record().state());
    assertTrue(run.newestCheckpoint().isPresent());
  }

  @Test
  void theRestWaitInAnOrderThatCanBeChanged() throws Exception {
    queue.limit(ONE);
    Told told = new Told();
    RunHandle first = queue.add(Trainings.make(settings, "a", Trainings.ENDLESS), told.events::add);
    told.await(RunState.RUNNING);
    RunFolder b = Trainings.make(settings, "b", Trainings.SHORT);
    RunFolder c = Trainings.make(settings, "c", Trainings.SHORT);
    RunFolder d = Trainings.make(settings, "d", Trainings.SHORT);
    Told ofB = new Told();
    Told ofC = new Told();
    queue.add(b, ofB.events::add);
    RunHandle third = queue.add(c, ofC.events::add);
    RunHandle fourth = queue.add(d, event -> {});
    assertEquals(List.of(b, c, d), queue.waiting());
    queue.move(c, 0);
    assertEquals(List.of(c, b, d), queue.waiting());
    fourth.stop();
    assertEquals(RunState.STOPPED, fourth.ended().join());
    assertEquals(List.of(c, b), queue.waiting());
    first.stop();
    assertEquals(RunState.DONE, third.ended().join());
    ofB.await(RunState.DONE);
    assertTrue(
        c.record().ended().isBefore(b.record().ended()), "the one that was moved up came first");
  }

  @Test
  void aPausedRunFreesItsCoresAndHeldRunsDoNotBegin() throws Exception {
    queue.limit(ONE);
    Told told = new Told();
    RunHandle first = queue.add(Trainings.make(settings, "a", Trainings.ENDLESS), told.events::add);
    told.await(ProgressEvent.Metrics.class, row -> true);
    Told ofB = new Told();
    queue.hold();
    RunFolder b = Trainings.make(settings, "b", Trainings.ENDLESS);
    queue.add(b, ofB.events::add);
    first.pause();
    told.await(RunState.PAUSED);
    assertEquals(List.of(b), queue.waiting());
    queue.release();
    ofB.await(RunState.RUNNING);
    assertEquals(2, queue.atWork().size());
  }

  @Test
  void whatWasLeftUnfinishedIsOfferedByTheNextQueueInItsOrder() throws Exception {
    queue.limit(ONE);
    Told told = new Told();
    RunFolder a = Trainings.make(settings, "a", Trainings.ENDLESS);
    RunFolder b = Trainings.make(settings, "b", Trainings.SHORT);
    RunFolder c = Trainings.make(settings, "c", Trainings.SHORT);
    queue.add(a, told.events::add);
    told.await(ProgressEvent.Metrics.class, row -> true);
    queue.add(b, event -> {});
    queue.add(c, event -> {});
    queue.move(c, 0);
    queue.close().forEach(handle -> handle.ended().join());
    RunQueue next = new RunQueue(settings);
    assertEquals(List.of(a, c, b), next.leftOver());
    assertEquals(ONE, next.limits());
    assertEquals("It was not started yet.", b.record().message());
  }

  @Test
  void twoWindowsOnTheSameRunsKeepAQueueEach() throws Exception {
    RunFolder a = Trainings.make(settings, "a", Trainings.ENDLESS);
    RunFolder b = Trainings.make(settings, "b", Trainings.ENDLESS);
    queue.hold();
    queue.add(a, event -> {});
    queue.hold();
    RunQueue second = new RunQueue(settings);
    assertEquals(List.of(), second.leftOver());
    second.hold();
    second.add(b, event -> {});
    assertEquals(List.of(b), second.waiting());
    second.close();
    assertEquals(List.of(a), queue.waiting());
    queue.close();
    RunQueue next = new RunQueue(settings);
    assertEquals(List.of(a, b), next.leftOver());
    assertEquals(List.of(), new RunQueue(settings).leftOver(), "they are offered once");
    assertEquals(List.of(a, b), new RunQueue(settings).elsewhere());
    next.close();
  }
}
