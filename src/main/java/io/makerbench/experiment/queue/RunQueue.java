package io.makerbench.experiment.queue;

import io.makerbench.config.InputException;
import io.makerbench.experiment.ProgressEvent;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunHandle;
import io.makerbench.experiment.RunState;
import io.makerbench.experiment.Runner;
import io.makerbench.experiment.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Carries out as many runs at once as the limits permit, and lets the others wait in order: one in
 * this process, further ones each in a worker process, with the same bytes. Methods may be called
 * from any thread and return at once; starting runs and writing files is done on a thread of the
 * queue's own.
 */
public final class RunQueue {
  private final Settings settings;
  private final Runner inProcess;
  private final QueueFile file;
  private final List<QueuedRun> atWork = new ArrayList<>();
  private final List<QueuedRun> waiting = new ArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("run-queue").daemon(true).factory());
  private RunLimits limits;
  private @Nullable QueuedRun here;
  private List<RunFolder> leftOver;
  private boolean held;
  private boolean closed;

  public RunQueue(Settings settings) {
    this.settings = settings;
    inProcess = new Runner(settings);
    file = new QueueFile(settings.runs(), settings.home());
    limits = file.readLimits();
    leftOver = file.takeOver();
  }

  /** What makes the folders of runs, and carries one out in this process. */
  public Runner runner() {
    return inProcess;
  }

  /** Hears, on any thread, that runs began, ended or changed their places. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Queues a run, which begins as soon as the limits permit and those before it have begun. */
  public RunHandle add(RunFolder folder, Consumer<ProgressEvent> progress) {
    QueuedRun run = new QueuedRun(folder, cores(folder), progress, this::takeOut, this::changed);
    synchronized (this) {
      waiting.add(run);
      leftOver = leftOver.stream().filter(left -> !left.equals(folder)).toList();
    }
    run.hear(new ProgressEvent.State(RunState.QUEUED, ""));
    return run;
  }

  private static int cores(RunFolder folder) {
    try {
      int threads = folder.readConfig().at("/execution/threads").asInt(0);
      return Math.max(1, threads);
    } catch (InputException unreadable) {
      return 1; // the run says what is wrong when it begins
    }
  }

  /** Something about the runs is other than before. */
  private void changed() {
    thread.execute(this::startWhatFits);
    listeners.forEach(Runnable::run);
  }

  private void startWhatFits() {
    for (QueuedRun next = next(); next != null; next = next()) {
      start(next);
    }
    keep();
  }

  private synchronized @Nullable QueuedRun next() {
    if (closed || held || waiting.isEmpty()) {
      return null;
    }
    int busy = atWork.stream().mapToInt(QueuedRun::busyCores).sum();
    if (!limits.admit(atWork.size(), busy, waiting.getFirst().cores())) {
      return null;
    }
    QueuedRun next = waiting.removeFirst();
    atWork.add(next);
    return next;
  }

  private void start(QueuedRun run) {
    try {
      RunHandle handle = handle(run);
      run.carriedOutBy(handle);
      handle.ended().thenAccept(end -> left(run, end));
      listeners.forEach(Runnable::run);
    } catch (IOException e) {
      run.hear(
          new ProgressEvent.State(
              RunState.FAILED, "No worker process could be started: " + e.getMessage()));
      left(run, RunState.FAILED);
    }
  }

  private RunHandle handle(QueuedRun run) throws IOException {
    RunLimits now;
    synchronized (this) {
      now = limits;
      if (here == null) {
        here = run;
      }
    }
    return here == run
        ? inProcess.start(run.folder(), run::hear)
        : WorkerProcess.start(
            new WorkerStart(settings, now.runMemoryMib()), run.folder(), run::hear);
  }

  private void left(QueuedRun run, RunState end) {
    synchronized (this) {
      atWork.remove(run);
      if (here == run) {
        here = null;
      }
    }
    run.end(end);
    changed();
  }

  private synchronized boolean takeOut(QueuedRun run) {
    return waiting.remove(run);
  }

  private void keep() {
    synchronized (file) {
      if (!isClosed()) {
        file.write(all());
      }
    }
  }

  /** The runs that began and have not ended, the paused ones among them, in that order. */
  public synchronized List<RunFolder> atWork() {
    return atWork.stream().map(QueuedRun::folder).toList();
  }

  private synchronized List<RunFolder> all() {
    Stream<RunFolder> own = Stream.concat(atWork.stream(), waiting.stream()).map(QueuedRun::folder);
    return Stream.concat(own, leftOver.stream()).distinct().toList();
  }

  /** The runs that wait, the next one first. */
  public synchronized List<RunFolder> waiting() {
    return waiting.stream().map(QueuedRun::folder).toList();
  }

  /** Whether a run works in a process of its own. */
  public synchronized boolean isInWorker(RunFolder folder) {
    return atWork.stream().anyMatch(run -> run.folder().equals(folder) && run != here);
  }

  /** Gives a waiting run another place, 0 being the next to begin; others make room. */
  public void move(RunFolder folder, int place) {
    synchronized (this) {
      QueuedRun moved =
          waiting.stream().filter(run -> run.folder().equals(folder)).findFirst().orElse(null);
      if (moved == null) {
        return;
      }
      waiting.remove(moved);
      waiting.add(Math.clamp(place, 0, waiting.size()), moved);
    }
    changed();
  }

  public synchronized RunLimits limits() {
    return limits;
  }

  /** Changes the limits and keeps them; runs that are at work go on. */
  public void limit(RunLimits chosen) {
    synchronized (this) {
      limits = chosen;
    }
    thread.execute(() -> file.write(chosen));
    changed();
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** Whether waiting runs are held back. */
  public synchronized boolean isHeld() {
    return held;
  }

  /** Lets no further run begin until {@link #release}; those at work go on. */
  public void hold() {
    synchronized (this) {
      held = true;
    }
    changed();
  }

  /** Lets waiting runs begin again. */
  public void release() {
    synchronized (this) {
      held = false;
    }
    changed();
  }

  /** The runs that an earlier process left at work or waiting and nobody took up, in order. */
  public synchronized List<RunFolder> leftOver() {
    return List.copyOf(leftOver);
  }

  /** The runs that other processes work at or let wait. It reads files. */
  public List<RunFolder> elsewhere() {
    return file.elsewhere();
  }

  /** Offers the runs that an earlier process left no more; they stay as they are. */
  public void forgetLeftOver() {
    synchronized (this) {
      leftOver = List.of();
    }
    changed();
  }

  /**
   * Asks all runs to stop at a checkpoint and begins no further one; the file goes on naming them
   * for the next process.
   */
  public List<RunHandle> close() {
    List<QueuedRun> stopped;
    synchronized (file) {
      file.write(all());
      synchronized (this) {
        closed = true;
        stopped = List.copyOf(atWork);
      }
      file.close();
    }
    stopped.forEach(QueuedRun::stop);
    return List.copyOf(stopped);
  }
}
