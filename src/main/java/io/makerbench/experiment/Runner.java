package io.makerbench.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries runs out in this process, one after the other in the order they were started, on a thread
 * of their own: two at once would share the cores that one uses.
 */
public final class Runner {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss").withZone(ZoneOffset.UTC);

  private final Settings settings;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("run").daemon(true).factory());

  public Runner(Settings settings) {
    this.settings = settings;
  }

  /** A folder for a new run below the runs' folder, named by time and label; nothing is made. */
  public Path newFolder(ExperimentConfig config) {
    String label = config.label().replaceAll("[^A-Za-z0-9._-]+", "-");
    String name = STAMP.format(Instant.now()) + "_" + label;
    Path folder = settings.runs().resolve(name);
    for (int i = 2; Files.exists(folder); i++) {
      folder = settings.runs().resolve(name + "_" + i);
    }
    return folder;
  }

  /**
   * Makes the folder of a run that waits to be started.
   *
   * @param config complete configuration
   * @param clonedFrom name of the run it was copied from; null when none
   */
  public RunFolder create(Path path, ObjectNode config, @Nullable String clonedFrom) {
    ExperimentConfig read = ConfigFiles.read(config, "configuration");
    return RunFolder.create(path, config, RunRecord.fresh(read, clonedFrom));
  }

  /**
   * Starts a run, or goes on with one, as soon as those before it have ended. Progress is told on
   * the run's thread.
   */
  public RunHandle start(RunFolder folder, Consumer<ProgressEvent> progress) {
    Handle handle = new Handle(folder, progress);
    thread.execute(() -> handle.work(settings));
    return handle;
  }

  private static final class Handle implements RunHandle {
    private final RunFolder folder;
    private final Consumer<ProgressEvent> progress;
    private final Gate gate = new Gate();
    private final CompletableFuture<RunState> ended = new CompletableFuture<>();
    private volatile RunState state = RunState.QUEUED;

    Handle(RunFolder folder, Consumer<ProgressEvent> progress) {
      this.folder = folder;
      this.progress = progress;
    }

    void work(Settings settings) {
      try {
        ended.complete(new RunWork(folder, settings, gate, this::hear).carryOut());
      } catch (RuntimeException | Error e) {
        hear(new ProgressEvent.State(RunState.FAILED, String.valueOf(e.getMessage())));
        ended.complete(RunState.FAILED);
        if (e instanceof Error) {
          throw e;
        }
      }
    }

    private void hear(ProgressEvent event) {
      if (event instanceof ProgressEvent.State changed) {
        state = changed.state();
      }
      progress.accept(event);
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
      gate.ask(Gate.Wish.PAUSE);
    }

    @Override
    public void resume() {
      gate.ask(Gate.Wish.GO_ON);
    }

    @Override
    public void stop() {
      gate.ask(Gate.Wish.STOP);
    }

    @Override
    public void checkpoint() {
      gate.ask(Gate.Wish.CHECKPOINT);
    }

    @Override
    public CompletableFuture<RunState> ended() {
      return ended;
    }
  }
}
