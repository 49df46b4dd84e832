package io.makerbench.cli;

import io.makerbench.config.InputException;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.ExperimentConfig;
import io.makerbench.experiment.Findings;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunHandle;
import io.makerbench.experiment.RunState;
import io.makerbench.experiment.Runner;
import io.makerbench.experiment.Settings;
import io.makerbench.learn.watch.Finding;
import io.makerbench.learn.watch.FindingKind;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.node.ObjectNode;

/** Carries a run out in the terminal: a progress bar, and the place of the report at its end. */
final class TerminalRun {
  /** How long Ctrl-C waits for the checkpoint from which the run can be resumed. */
  private static final long STOP_PATIENCE_SECONDS = 60;

  private final CommandSpec spec;
  private final Runner runner;

  private TerminalRun(CommandSpec spec, Settings settings) {
    this.spec = spec;
    this.runner = new Runner(settings);
  }

  /** Starts a run of a configuration file and follows it to its end. */
  static int start(
      CommandSpec spec, Settings settings, Path file, List<String> overrides, @Nullable Path out) {
    ObjectNode tree = WrongConfig.reading(spec, () -> ConfigFiles.load(file, overrides));
    ExperimentConfig config = ConfigFiles.read(tree, file.toString());
    TerminalRun terminal = new TerminalRun(spec, settings);
    Path folder = out == null ? terminal.runner.newFolder(config) : out;
    return terminal.follow(terminal.runner.create(folder, tree, null));
  }

  /** Goes on with a run that was stopped or killed. */
  static int resume(CommandSpec spec, Settings settings, Path folder) {
    return new TerminalRun(spec, settings).follow(RunFolder.open(folder));
  }

  private int follow(RunFolder folder) {
    spec.commandLine().getErr().println("Run " + folder.path());
    ProgressBar bar = ProgressBar.of(spec);
    RunHandle handle = runner.start(folder, bar);
    Thread onInterrupt = new Thread(() -> stop(handle), "stop-on-interrupt");
    Runtime.getRuntime().addShutdownHook(onInterrupt);
    RunState state = handle.ended().join();
    if (state == RunState.STOPPED && folder.record().message().isEmpty()) {
      // An interrupt stopped it: its hook has the last word.
      return CommandLineProgram.FAILED;
    }
    Runtime.getRuntime().removeShutdownHook(onInterrupt);
    return conclude(folder, state);
  }

  /** What was found in the training, a line a kind, with where to read what to change. */
  private void summarise(RunFolder folder) {
    List<Finding> findings = Findings.read(folder.warnings());
    if (findings.isEmpty()) {
      return;
    }
    PrintWriter out = spec.commandLine().getErr();
    out.println("What training showed (what to change: " + folder.warnings() + "):");
    Map<FindingKind, List<Finding>> byKind = new EnumMap<>(FindingKind.class);
    findings.forEach(f -> byKind.computeIfAbsent(f.kind(), kind -> new ArrayList<>()).add(f));
    byKind.forEach((kind, all) ->
        out.println(
            "  %s: %s, first at step %d%s"
                .formatted(
                    kind.severity(),
                    kind.title().toLowerCase(Locale.ROOT),
                    all.getFirst().step(),
                    all.size() == 1 ? "" : ", " + all.size() + " times")));
  }

  private static void stop(RunHandle handle) {
    handle.stop();
    try {
      handle.ended().get(STOP_PATIENCE_SECONDS, TimeUnit.SECONDS);
      System.err.println(
          "Stopped. Go on with it by: makerbench run --resume " + handle.folder().path());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException e) {
      System.err.println("The run did not stop in time; it resumes from its last checkpoint.");
    }
  }

  private int conclude(RunFolder folder, RunState state) {
    summarise(folder);
    if (state != RunState.DONE) {
      throw new InputException(folder.record().message() + " (run " + folder.path() + ")");
    }
    Path report = folder.report().resolve("report.html");
    spec.commandLine().getErr().println("Done. The report is " + report);
    spec.commandLine().getOut().println(report);
    return CommandLineProgram.DONE;
  }
}
