package io.makerbench.workbench.panel;

import io.makerbench.config.InputException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Work that would hold up the window: file reading, folder scanning. It runs on another thread; its
 * result comes back on the JavaFX thread, its failure becomes a notice.
 */
public final class Background implements AutoCloseable {
  private static final long LONGEST_FAREWELL_SECONDS = 2;

  private final Notices notices;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  public Background(Notices notices) {
    this.notices = notices;
  }

  /** Computes elsewhere, then hands the result over on the JavaFX thread. */
  public <T> void compute(String what, Callable<T> work, Consumer<T> result) {
    workers.execute(() -> {
      try {
        T value = work.call();
        Platform.runLater(() -> result.accept(value));
      } catch (InputException e) {
        notices.failed(String.valueOf(e.getMessage()), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        notices.failed(what + " did not work: " + reason(e), e);
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

  private static String reason(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
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
