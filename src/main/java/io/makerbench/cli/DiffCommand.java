package io.makerbench.cli;

import io.makerbench.evaluate.Table;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.catalogue.ConfigDifference;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code makerbench diff RUN RUN…}: in which keys the configurations of runs differ. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Print the keys in which the configurations of some runs differ.")
final class DiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", arity = "2..*", description = "Folders of runs.")
  private List<Path> runs = List.of();

  @Option(names = "--all", description = "Print the keys that are equal too.")
  private boolean all;

  @Option(names = "--csv", description = "Print CSV: a row a key, a column a run.")
  private boolean csv;

  @Override
  public Integer call() {
    Map<String, JsonNode> configurations = new LinkedHashMap<>();
    for (Path path : runs) {
      RunFolder run = RunFolder.open(path);
      String name = configurations.containsKey(run.name()) ? path.toString() : run.name();
      configurations.put(name, run.readConfig());
    }
    ConfigDifference difference = ConfigDifference.of(configurations);
    Table table = (all ? difference : difference.differing()).table();
    PrintWriter out = spec.commandLine().getOut();
    if (csv) {
      out.print(table.toCsv());
    } else if (table.rows().isEmpty()) {
      out.println("The configurations are equal.");
    } else {
      RunsCommand.printAligned(out, table);
    }
    out.flush();
    return CommandLineProgram.DONE;
  }
}
