package io.makerbench.experiment.queue;

import io.makerbench.experiment.ProgressEvent;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunHandle;
import io.makerbench.experiment.RunState;
import io.makerbench.experiment.Runner;
import io.makerbench.experiment.Settings;
import io.makerbench.experiment.queue.WorkerLines.Order;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The whole life of a worker process: it carries out one run, does what it is told, and tells what
 * happens. It ends with a checkpoint when the process that started it is gone.
 */
public final class Worker {
  /** How long an interrupt waits for the checkpoint from which the run can be resumed. */
  private static final long STOP_PATIENCE_SECONDS = 60;

  private Worker() {}

  /**
   * Carries a run out.
   *
   * @param orders what it is told
   * @param events where it tells what happens
   */
  public static RunState carryOut(
      Settings settings, Path run, InputStream orders, PrintStream events) {
    RunHandle handle =
        new Runner(settings).start(RunFolder.open(run), event -> tell(events, event));
    Thread.ofPlatform().name("orders").daemon(true).start(() -> obey(handle, orders));
    Thread onInterrupt = new Thread(() -> stop(handle), "stop-on-interrupt");
    Runtime.getRuntime().addShutdownHook(onInterrupt);
    RunState end = handle.ended().join();
    events.flush();
    return end;
  }

  private static void tell(PrintStream events, ProgressEvent event) {
    events.println(WorkerLines.line(event));
    events.flush();
  }

  private static void obey(RunHandle handle, InputStream orders) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(orders, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        obey(handle, Order.valueOf(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Orders cannot be read any more.", e);
    } finally {
      handle.stop();
    }
  }

  private static void obey(RunHandle handle, Order order) {
    switch (order) {
      case PAUSE -> handle.pause();
      case RESUME -> handle.resume();
      case STOP -> handle.stop();
      case CHECKPOINT -> handle.checkpoint();
    }
  }

  private static void stop(RunHandle handle) {
    handle.stop();
    try {
      handle.ended().get(STOP_PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException e) {
      System.err.println("The run did not stop in time; it resumes from its last checkpoint.");
    }
  }
}
