package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs that belong together, one after the other below one folder. Those that are done already are
 * kept, so that the same command goes on where it was interrupted.
 */
final class RunSeries {
  private final Runner runner;
  private final Path folder;
  private final Consumer<ProgressEvent> progress;
  private volatile boolean stopped;
  private volatile @Nullable RunHandle current;

  RunSeries(Runner runner, Path folder, Consumer<ProgressEvent> progress) {
    this.runner = runner;
    this.folder = folder;
    this.progress = progress;
  }

  /** Ends the run at work, and begins no other; from any thread. */
  void stop() {
    stopped = true;
    RunHandle handle = current;
    if (handle != null) {
      handle.stop();
    }
  }

  /**
   * Carries a run out to its end, or finds that it is done.
   *
   * @throws InputException when it fails, or is a run of another configuration
   * @throws CancellationException when it was stopped
   */
  RunFolder finish(String name, ObjectNode config) {
    Path path = folder.resolve(name);
    boolean begun = path.resolve("run.json").toFile().exists();
    RunFolder run = begun ? RunFolder.open(path) : runner.create(path, config, null);
    if (!Json.write(run.readConfig()).equals(Json.write(config))) {
      throw new InputException(
          run.path()
              + " is a run of another configuration. Choose another folder with --out, or remove"
              + " this one.");
    }
    RunHandle handle = runner.start(run, progress);
    current = handle;
    if (stopped) {
      handle.stop();
    }
    RunState state = handle.ended().join();
    if (stopped && state != RunState.DONE) {
      throw new CancellationException("The runs below " + folder + " were stopped.");
    }
    if (state != RunState.DONE) {
      throw new InputException(
          "The run " + run.path() + " " + state + ": " + run.record().message());
    }
    return run;
  }
}
