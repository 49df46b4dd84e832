package io.makerbench.experiment.queue;

import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.Settings;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts worker processes: this program once more, by the same Java machine, options, class path
 * and settings, with the command {@code worker} and the folder of a run.
 */
final class WorkerStart {
  /** In a run's folder: what its worker printed. */
  static final String LOG = "worker.log";

  private static final String MAIN_CLASS = "io.makerbench.Launcher";

  /** Options of the machine that are this process's own: its heap, debugger and recordings. */
  private static final List<String> OWN_OPTIONS =
      List.of(
          "-Xmx",
          "-Xms",
          "-agent",
          "-javaagent",
          "-Xrun",
          "-XX:AOTCacheOutput",
          "-XX:AOTMode",
          "-XX:ArchiveClassesAtExit");

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

  List<String> command(RunFolder run) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    options().forEach(command::add);
    command.add("-Xmx" + heapMib + "m");
    command.addAll(
        List.of(
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            MAIN_CLASS,
            "worker",
            run.path().toAbsolutePath().toString()));
    return command;
  }

  private static Stream<String> options() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> OWN_OPTIONS.stream().noneMatch(option::startsWith));
  }
}
