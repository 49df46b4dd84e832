package io.makerbench.experiment.queue;

import io.makerbench.experiment.ProgressEvent;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunHandle;
import io.makerbench.experiment.RunRecord;
import io.makerbench.experiment.RunState;
import io.makerbench.experiment.queue.WorkerLines.Order;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run in a process of its own. A thread reads what the worker tells; when it ends before its run
 * has, why is said in words, with the end of its log.
 */
final class WorkerProcess implements RunHandle {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
  private static final int LAST_LINES = 8;

  /** Exit status of a process that the signal SIGKILL ended. */
  private static final int KILLED = 137;

  private final RunFolder folder;
  private final Process process;
  private final Consumer<ProgressEvent> progress;
  private final CompletableFuture<RunState> ended = new CompletableFuture<>();
  private volatile RunState state = RunState.QUEUED;

  private WorkerProcess(RunFolder folder, Process process, Consumer<ProgressEvent> progress) {
    this.folder = folder;
    this.process = process;
    this.progress = progress;
  }

  /**
   * Starts a worker.
   *
   * @param progress hears its events on a thread of this process
   * @throws IOException when no process can be started
   */
  static WorkerProcess start(WorkerStart start, RunFolder folder, Consumer<ProgressEvent> progress)
      throws IOException {
    WorkerProcess worker = new WorkerProcess(folder, start.start(folder), progress);
    Thread.ofPlatform().name("worker-" + folder.name()).daemon(true).start(worker::follow);
    return worker;
  }

  private void follow() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        hear(line);
      }
    } catch (IOException e) {
      LOG.warn("The worker of {} is not heard any more.", folder.path(), e);
    }
    int status = process.onExit().join().exitValue();
    if (!state.ended()) {
      RunRecord left = folder.leave(obituary(status));
      hear(new ProgressEvent.State(left.state(), left.message()));
    }
    ended.complete(state);
  }

  private void hear(String line) {
    Optional<ProgressEvent> event = WorkerLines.event(line);
    event.ifPresentOrElse(this::hear, () -> keep(line));
  }

  private void hear(ProgressEvent event) {
    if (event instanceof ProgressEvent.State changed) {
      state = changed.state();
    }
    progress.accept(event);
  }

  private void keep(String printed) {
    try {
      Files.writeString(
          log(), printed + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      LOG.warn("{} printed: {}", folder.path(), printed, e);
    }
  }

  private Path log() {
    return folder.path().resolve(WorkerStart.LOG);
  }

  private String obituary(int status) {
    String how =
        status == KILLED
            ? "was killed, by the system for want of memory or by somebody"
            : "ended with exit status " + status;
    List<String> last = lastLines();
    return "Its worker process %s before the run was done. Resume goes on from the last checkpoint. %s"
        .formatted(
            how,
            last.isEmpty()
                ? "It printed nothing."
                : "The end of its log, " + log() + ":\n" + String.join("\n", last));
  }

  private List<String> lastLines() {
    try {
      List<String> lines = Files.exists(log()) ? Files.readAllLines(log()) : List.of();
      return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    } catch (IOException e) {
      return List.of("(it cannot be read: " + e.getMessage() + ")");
    }
  }

  private void order(Order order) {
    try {
      OutputStream orders = process.getOutputStream();
      orders.write((order + "\n").getBytes(StandardCharsets.UTF_8));
      orders.flush();
    } catch (IOException gone) {
      LOG.debug("The worker of {} has ended; {} comes too late.", folder.path(), order, gone);
    }
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
    order(Order.PAUSE);
  }

  @Override
  public void resume() {
    order(Order.RESUME);
  }

  @Override
  public void stop() {
    order(Order.STOP);
  }

  @Override
  public void checkpoint() {
    order(Order.CHECKPOINT);
  }

  @Override
  public CompletableFuture<RunState> ended() {
    return ended;
  }
}
