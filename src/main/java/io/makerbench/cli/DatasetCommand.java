package io.makerbench.cli;

import io.makerbench.config.InputException;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.ExperimentConfig;
import io.makerbench.system.perp.Dataset;
import io.makerbench.system.perp.DatasetJob;
import io.makerbench.system.perp.PerpConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code makerbench dataset CONFIG}: an expert's trajectories as NumPy files. */
@Command(
    name = "dataset",
    mixinStandardHelpOptions = true,
    description =
        "Write what an expert sees and does in the market of a configuration of the system perp as"
            + " NumPy files with metadata.json. The same job gives the same bytes.")
final class DatasetCommand implements Callable<Integer> {
  private static final int MOST_EPISODES = 1_000_000;
  private static final int MOST_WORKERS = 1024;

  @ParentCommand private CommandLineProgram program;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CONFIG", description = "Configuration whose market is played in.")
  private Path config;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "Change a key, for example --set market.max_ticks=500; may be repeated.")
  private List<String> overrides = new ArrayList<>();

  @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "New folder.")
  private Path out;

  @Option(names = "--episodes", defaultValue = "100", description = "Episodes to play.")
  private int episodes;

  @Option(names = "--workers", defaultValue = "8", description = "Episodes played at once.")
  private int workers;

  @Option(names = "--seed", defaultValue = "42", description = "Seed of the first episode.")
  private long seed;

  @Option(names = "--expert", defaultValue = "heuristic", description = "Baseline that acts.")
  private String expert;

  @Option(
      names = "--collected-at",
      defaultValue = "0",
      paramLabel = "SECONDS",
      description = "Time to write into the metadata, s since 1970 UTC.")
  private long collectedAt;

  @Override
  public Integer call() {
    requireWithin("--episodes", episodes, MOST_EPISODES);
    requireWithin("--workers", workers, MOST_WORKERS);
    WrongConfig.reading(
        spec,
        () -> {
          DatasetJob job = new DatasetJob(episodes, workers, seed, expert, collectedAt);
          Dataset.write(market(), program.settings().place(), job, out);
          return out;
        });
    spec.commandLine().getOut().println(out);
    return CommandLineProgram.DONE;
  }

  private void requireWithin(String option, int number, int most) {
    if (number < 1 || number > most) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "%s must be from 1 to %d; it is %d.".formatted(option, most, number));
    }
  }

  private PerpConfig market() {
    ExperimentConfig read =
        ConfigFiles.read(ConfigFiles.load(config, overrides), config.toString());
    if (read.market() instanceof PerpConfig perp) {
      return perp;
    }
    throw new InputException(
        "A dataset is made in the system perp; %s is of %s.".formatted(config, read.system()));
  }
}
