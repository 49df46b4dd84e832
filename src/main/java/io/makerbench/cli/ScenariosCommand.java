package io.makerbench.cli;

import io.makerbench.config.InputException;
import io.makerbench.evaluate.Table;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.Runner;
import io.makerbench.experiment.ScenarioWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code makerbench scenarios}: the same policies in every market of a folder. */
@Command(
    name = "scenarios",
    mixinStandardHelpOptions = true,
    description =
        "Judge the agent and the baselines of every configuration of a folder, and trained policies"
            + " beside them, on the same windows; differences are from each configuration's agent.")
final class ScenariosCommand implements Callable<Integer> {
  private static final String CONFIG = ".json";

  @ParentCommand private CommandLineProgram program;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "Folder of configurations that do not learn.")
  private Path scenarios;

  @Option(
      names = "--policies",
      split = ",",
      paramLabel = "RUN",
      description = "Runs whose trained policies are judged too; they are told apart by name.")
  private List<Path> policies = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Folder of the runs; those in it that are done are kept.")
  private Path out;

  @Option(names = "--set", paramLabel = "key=value", description = "Change a key; may be repeated.")
  private List<String> overrides = new ArrayList<>();

  @Override
  public Integer call() {
    SequencedMap<String, ObjectNode> configs = WrongConfig.reading(spec, this::configs);
    ProgressBar bar = ProgressBar.of(spec);
    ScenarioWork work = new ScenarioWork(new Runner(program.settings()), out, bar);
    Table table = work.carryOut(configs, policies.stream().map(RunFolder::open).toList());
    ResultTable.print(spec, table, out.resolve("scenarios.csv"));
    return CommandLineProgram.DONE;
  }

  private SequencedMap<String, ObjectNode> configs() {
    SequencedMap<String, ObjectNode> configs = new LinkedHashMap<>();
    for (Path file : files()) {
      String name = file.getFileName().toString();
      configs.put(
          name.substring(0, name.length() - CONFIG.length()), ConfigFiles.load(file, overrides));
    }
    if (configs.isEmpty()) {
      throw new InputException("The folder %s holds no *.json.".formatted(scenarios));
    }
    return configs;
  }

  private List<Path> files() {
    if (!Files.isDirectory(scenarios)) {
      throw new InputException(scenarios + " is no folder of configurations.");
    }
    try (Stream<Path> files = Files.list(scenarios)) {
      return files.filter(file -> file.toString().endsWith(CONFIG)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + scenarios + " cannot be read.", e);
    }
  }
}
