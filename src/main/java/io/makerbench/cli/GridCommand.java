package io.makerbench.cli;

import io.makerbench.config.InputException;
import io.makerbench.evaluate.Table;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.GridPoint;
import io.makerbench.experiment.GridWork;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.Runner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code makerbench grid}: one policy at every point of a latency–fee grid. */
@Command(
    name = "grid",
    mixinStandardHelpOptions = true,
    description =
        "Judge a policy against its baselines at every point of a latency–fee grid; a"
            + " configuration that learns is trained once, at its own latency and fee.")
final class GridCommand implements Callable<Integer> {
  @ParentCommand private CommandLineProgram program;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "CONFIG|RUN",
      description = "Configuration to judge, or the folder of a run whose policy is judged.")
  private Path subject;

  @Option(
      names = "--points",
      paramLabel = "FILE",
      description = "Points by name: {\"run1\": {\"fees\": bps, \"latency\": µs}, …}.")
  private @Nullable Path points;

  @Option(
      names = "--fees",
      split = ",",
      paramLabel = "bps,…",
      description = "Instead of --points: maker fees, each with each of --latencies.")
  private List<Double> fees = List.of();

  @Option(
      names = "--latencies",
      split = ",",
      paramLabel = "µs,…",
      description = "Instead of --points: order latencies.")
  private List<Long> latencies = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Folder of the grid's runs; runs in it that are done are kept.")
  private Path out;

  @Option(names = "--set", paramLabel = "key=value", description = "Change a key; may be repeated.")
  private List<String> overrides = new ArrayList<>();

  @Override
  public Integer call() {
    List<GridPoint> grid = WrongConfig.reading(spec, this::points);
    ProgressBar bar = ProgressBar.of(spec);
    GridWork work = new GridWork(new Runner(program.settings()), out, bar);
    Table table =
        Files.isDirectory(subject)
            ? work.carryOut(RunFolder.open(subject), grid)
            : work.carryOut(
                WrongConfig.reading(spec, () -> ConfigFiles.load(subject, overrides)), grid);
    ResultTable.print(spec, table, out.resolve("grid.csv"));
    return CommandLineProgram.DONE;
  }

  private List<GridPoint> points() {
    if (points != null) {
      return GridPoint.read(points);
    }
    if (fees.isEmpty() || latencies.isEmpty()) {
      throw new InputException("A grid needs --points FILE, or both --fees and --latencies.");
    }
    return GridPoint.all(fees, latencies);
  }
}
