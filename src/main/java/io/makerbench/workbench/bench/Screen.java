package io.makerbench.workbench.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/** The JavaFX thread, from a benchmark's own thread; drawn by software, without a display too. */
final class Screen {
  private static final long PATIENCE_SECONDS = 120;
  private static final long PAUSE_MS = 20;
  private static boolean started;

  private Screen() {}

  /** Starts JavaFX, once; on the display where there is one, else on a screen in memory. */
  static synchronized void start() {
    if (!started) {
      System.setProperty("prism.order", "sw");
      if (System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.text", "t2k");
      }
      Platform.setImplicitExit(false);
      Platform.startup(() -> {});
      started = true;
    }
  }

  /** Which screen it is, in words. */
  static String words() {
    return "Headless".equals(System.getProperty("glass.platform")) ? "in memory" : "display";
  }

  /** Does something on the JavaFX thread and waits for it. */
  static <T> T on(Callable<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        done.complete(work.call());
      } catch (Exception e) {
        done.completeExceptionally(e);
      }
    });
    try {
      return done.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw new IllegalStateException("The window did not do what it should", e.getCause());
    }
  }

  /** Waits until something holds on the JavaFX thread. */
  static void await(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!on(holds::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("In vain: " + what);
      }
      pause(PAUSE_MS);
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while measuring", e);
    }
  }
}
