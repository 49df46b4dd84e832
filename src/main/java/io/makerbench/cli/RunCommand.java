package io.makerbench.cli;

import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.Runner;
import io.makerbench.experiment.SeedsWork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code makerbench run}: carries out what a configuration asks for, or goes on with a run. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Carry out a configuration: training, evaluation or both, as it says. Ctrl-C leaves a run"
            + " that --resume goes on with.")
final class RunCommand implements Callable<Integer> {
  @ParentCommand private CommandLineProgram program;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CONFIG", arity = "0..1", description = "Configuration to carry out.")
  private @Nullable Path config;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "Change a key, for example --set dqn.lr=0.001; may be repeated.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Folder of the run, new or empty; by default a new one below the runs' folder.")
  private @Nullable Path out;

  @Option(names = "--resume", paramLabel = "RUN", description = "Folder of a run to go on with.")
  private @Nullable Path resume;

  @Option(
      names = "--seeds",
      split = ",",
      paramLabel = "SEED",
      description =
          "Train by each of these seeds, for example 1,2,3, and judge what the policies decide"
              + " together; needs --out. Runs in it that are done are kept.")
  private List<Long> seeds = new ArrayList<>();

  @Override
  public Integer call() {
    if ((config == null) == (resume == null)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Give either a CONFIG to carry out, or a run with --resume RUN.");
    }
    if (resume != null) {
      if (out != null || !overrides.isEmpty() || !seeds.isEmpty()) {
        throw new CommandLine.ParameterException(
            spec.commandLine(),
            "A resumed run keeps its folder and configuration: --out, --set and --seeds do"
                + " not go with --resume.");
      }
      return TerminalRun.resume(spec, program.settings(), resume);
    }
    return seeds.isEmpty()
        ? TerminalRun.start(spec, program.settings(), config, overrides, out)
        : together(config);
  }

  private int together(Path file) {
    if (out == null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--seeds makes several runs: name their folder with --out.");
    }
    ObjectNode tree = WrongConfig.reading(spec, () -> ConfigFiles.load(file, overrides));
    ProgressBar bar = ProgressBar.of(spec);
    RunFolder judged =
        new SeedsWork(new Runner(program.settings()), out, bar).carryOut(tree, seeds);
    spec.commandLine().getOut().println(judged.report().resolve("report.html"));
    spec.commandLine().getOut().flush();
    return CommandLineProgram.DONE;
  }
}
