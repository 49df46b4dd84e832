package io.makerbench.experiment.queue;

import io.makerbench.experiment.OwnProgram;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.Settings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts worker processes: this program once more, by the same Java machine, options, class path
 * and settings, with the command {@code worker} and the folder of a run.
 */
final class WorkerStart {
  /** In a run's folder: what its worker printed. */
  static final String LOG = "worker.log";

  /** The queue says how much memory a run has. */
  private static final List<String> HEAP_OPTIONS = List.of("-Xmx", "-Xms");

  private final Settings settings;
  private final int heapMib;

  WorkerStart(Settings settings, int heapMib) {
    this.settings = settings;
    this.heapMib = heapMib;
  }

  Process start(RunFolder run) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(run));
    Map<String, String> environment = builder.environment();
    environment.put(Settings.HOME_VARIABLE, settings.home().toAbsolutePath().toString());
    Path data = settings.data();
    if (data != null) {
      environment.put(Settings.DATA_VARIABLE, data.toAbsolutePath().toString());
    }
    File log = run.path().resolve(LOG).toFile();
    return builder.redirectError(ProcessBuilder.Redirect.appendTo(log)).start();
  }

  private List<String> command(RunFolder run) {
    List<String> options = new ArrayList<>(OwnProgram.options());
    options.removeIf(option -> HEAP_OPTIONS.stream().anyMatch(option::startsWith));
    options.addAll(List.of("-Xmx" + heapMib + "m", "-Djava.awt.headless=true"));
    return OwnProgram.command(options, List.of("worker", run.path().toAbsolutePath().toString()));
  }
}
