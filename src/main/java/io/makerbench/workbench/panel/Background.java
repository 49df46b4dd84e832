package io.makerbench.workbench.panel;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Work that would hold up the window: file reading, folder scanning. It runs on another thread; its
 * result comes back on the JavaFX thread, its failure becomes a notice. What takes longer than half
 * a second stands in the list of tasks, where it can be cancelled.
 */
public final class Background implements AutoCloseable {
  private static final long LONGEST_FAREWELL_SECONDS = 2;
  private static final long LISTED_AFTER_MS = 500;
  private static final Executor LISTING =
      CompletableFuture.delayedExecutor(LISTED_AFTER_MS, TimeUnit.MILLISECONDS, Platform::runLater);

  private final Notices notices;
  private final Tasks tasks;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  public Background(Notices notices, Tasks tasks) {
    this.notices = notices;
    this.tasks = tasks;
  }

  /**
   * Computes elsewhere, then hands the result over on the JavaFX thread. What a window asks for
   * while it closes is not begun.
   */
  public <T> void compute(String what, Callable<T> work, Consumer<T> result) {
    if (workers.isShutdown()) {
      return;
    }
    Computation<T> computation = new Computation<>(what, work, result, notices);
    computation.runOn(workers);
    LISTING.execute(() -> {
      if (!computation.status().get().state().ended()) {
        tasks.show(computation);
      }
    });
  }

  /** Does something elsewhere. */
  public void run(String what, ThrowingRunnable work) {
    compute(
        what,
        () -> {
          work.run();
          return true;
        },
        ok -> {});
  }

  /** Gives what is being written a moment to end. */
  @Override
  public void close() {
    workers.shutdown();
    try {
      workers.awaitTermination(LONGEST_FAREWELL_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    workers.shutdownNow();
  }

  /** Work without a result. */
  @FunctionalInterface
  public interface ThrowingRunnable {
    void run() throws Exception;
  }
}
