package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs that belong together, one after the other below one folder. Those that are done already are
 * kept, so that the same command goes on where it was interrupted.
 */
record RunSeries(Runner runner, Path folder, Consumer<ProgressEvent> progress) {
  /**
   * Carries a run out to its end, or finds that it is done.
   *
   * @throws InputException when it fails, or is a run of another configuration
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
    RunState state = runner.start(run, progress).ended().join();
    if (state != RunState.DONE) {
      throw new InputException(
          "The run " + run.path() + " " + state + ": " + run.record().message());
    }
    return run;
  }
}
