package io.makerbench.cli;

import io.makerbench.evaluate.Table;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.GridPoint;
import io.makerbench.experiment.GridWork;
import io.makerbench.experiment.Runner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

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

  @Parameters(paramLabel = "CONFIG", description = "Configuration to judge.")
  private Path config;

  @Option(
      names = "--points",
      required = true,
      paramLabel = "FILE",
      description = "Points by name: {\"run1\": {\"fees\": bps, \"latency\": µs}, …}.")
  private Path points;

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
    ObjectNode tree = WrongConfig.reading(spec, () -> ConfigFiles.load(config, overrides));
    List<GridPoint> grid = WrongConfig.reading(spec, () -> GridPoint.read(points));
    ProgressBar bar = new ProgressBar(spec.commandLine().getErr(), System.console() != null);
    Table table = new GridWork(new Runner(program.settings()), out, bar).carryOut(tree, grid);
    spec.commandLine().getOut().print(table.toCsv());
    spec.commandLine().getOut().println(out.resolve("grid.csv"));
    spec.commandLine().getOut().flush();
    return CommandLineProgram.DONE;
  }
}
