package io.makerbench.workbench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javafx.application.Platform;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Watches for what holds up the JavaFX thread, and keeps its stack while it does. A stall counts by
 * the work that the thread does or the time it waits in our code, so that a busy machine, on which
 * it only gets no turn, does not fail a test.
 */
public final class StallWatch implements AutoCloseable {
  private static final long LONGEST_MS = 200;
  private static final long BETWEEN_MS = 10;
  private static final int MOST_FRAMES = 400;
  private static final double NANOS_A_MILLI = 1e6;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<String> stalls = new CopyOnWriteArrayList<>();
  private final long screenThread;
  private final Thread watcher = Thread.ofPlatform().daemon().name("stalls").unstarted(this::watch);
  private volatile boolean wanted = true;

  /** Watches from now on. */
  public StallWatch() {
    screenThread =
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Thread.currentThread().threadId());
    watcher.start();
  }

  private void watch() {
    while (wanted) {
      CompletableFuture<Void> answered = new CompletableFuture<>();
      long begin = threads.getThreadCpuTime(screenThread);
      Platform.runLater(() -> answered.complete(null));
      int waiting = 0;
      String stack = "";
      while (wanted && !answered.isDone()) {
        pause();
        waiting += isHeldUp() ? 1 : 0;
        double worked = (threads.getThreadCpuTime(screenThread) - begin) / NANOS_A_MILLI;
        if (stack.isEmpty() && (worked > LONGEST_MS || waiting * BETWEEN_MS > LONGEST_MS)) {
          stack = stack();
        }
      }
      if (!stack.isEmpty() && !isOfTheTest(stack) && !isBeforeTheWindow(stack)) {
        double worked = (threads.getThreadCpuTime(screenThread) - begin) / NANOS_A_MILLI;
        stalls.add("%.0f ms: %s".formatted(worked, stack));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** It waits for something, and not for the next thing to do. */
  private boolean isHeldUp() {
    ThreadInfo info = threads.getThreadInfo(screenThread, MOST_FRAMES);
    return info != null
        && info.getThreadState() != Thread.State.RUNNABLE
        && Arrays.stream(info.getStackTrace())
            .anyMatch(frame -> frame.getClassName().startsWith("io.makerbench."));
  }

  private String stack() {
    ThreadInfo info = threads.getThreadInfo(screenThread, MOST_FRAMES);
    return info == null
        ? ""
        : Arrays.stream(info.getStackTrace())
            .map(StackTraceElement::toString)
            .collect(Collectors.joining("\n  at ", info.getThreadState() + "\n  at ", "\n"));
  }

  /** Pictures are taken, and the first style is reckoned, for the test alone. */
  private static boolean isOfTheTest(String stack) {
    return stack.contains("Scene.snapshot") || stack.contains("Node.snapshot");
  }

  /** Until it is on the screen nobody waits for its answers; its start is measured by itself. */
  private static boolean isBeforeTheWindow(String stack) {
    return stack.contains("Workbench.<init>")
        || stack.contains("Workbench.show(")
        || stack.contains("PanelStage.<init>");
  }

  /** The stacks of all stalls so far. */
  public List<String> stalls() {
    return List.copyOf(stalls);
  }

  @Override
  public void close() {
    wanted = false;
  }
}
