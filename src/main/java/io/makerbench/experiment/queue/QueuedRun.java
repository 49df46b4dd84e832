package io.makerbench.experiment.queue;

import io.makerbench.experiment.ProgressEvent;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunHandle;
import io.makerbench.experiment.RunState;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A run from its first waiting to its end; once started, what carries it out obeys. */
final class QueuedRun implements RunHandle {
  private final RunFolder folder;
  private final int cores;
  private final Consumer<ProgressEvent> progress;
  private final Predicate<QueuedRun> takeOut;
  private final Runnable onChange;
  private final CompletableFuture<RunState> ended = new CompletableFuture<>();
  private volatile @Nullable RunHandle carriedOutBy;
  private volatile boolean stopWished;
  private volatile RunState state = RunState.QUEUED;

  /**
   * @param cores it takes while it works
   * @param takeOut takes it out of the queue; false where it does not wait any more
   * @param onChange hears of each change of its state
   */
  QueuedRun(
      RunFolder folder,
      int cores,
      Consumer<ProgressEvent> progress,
      Predicate<QueuedRun> takeOut,
      Runnable onChange) {
    this.folder = folder;
    this.cores = cores;
    this.progress = progress;
    this.takeOut = takeOut;
    this.onChange = onChange;
  }

  /** Cores it takes now. */
  int busyCores() {
    return state == RunState.PAUSED ? 0 : cores;
  }

  int cores() {
    return cores;
  }

  void carriedOutBy(RunHandle handle) {
    carriedOutBy = handle;
    if (stopWished) {
      handle.stop();
    }
  }

  void hear(ProgressEvent event) {
    if (event instanceof ProgressEvent.State changed) {
      state = changed.state();
    }
    progress.accept(event);
    if (event instanceof ProgressEvent.State) {
      onChange.run();
    }
  }

  /** It came to an end, by itself or because it never began. */
  void end(RunState how) {
    ended.complete(how);
  }

  @Override
  public RunFolder folder() {
    return folder;
  }

  @Override
  public RunState state() {
    return state;
  }

  @Override
  public void pause() {
    RunHandle handle = carriedOutBy;
    if (handle != null) {
      handle.pause();
    }
  }

  @Override
  public void resume() {
    RunHandle handle = carriedOutBy;
    if (handle != null) {
      handle.resume();
    }
  }

  @Override
  public void stop() {
    stopWished = true;
    RunHandle handle = carriedOutBy;
    if (handle != null) {
      handle.stop();
    } else if (takeOut.test(this)) {
      hear(new ProgressEvent.State(RunState.STOPPED, "It was taken out of the queue."));
      end(RunState.STOPPED);
    }
  }

  @Override
  public void checkpoint() {
    RunHandle handle = carriedOutBy;
    if (handle != null) {
      handle.checkpoint();
    }
  }

  @Override
  public CompletableFuture<RunState> ended() {
    return ended;
  }
}
