package io.makerbench.cli;

import io.makerbench.bench.Benchmark;
import io.makerbench.bench.Benchmarks;
import io.makerbench.config.InputException;
import io.makerbench.experiment.Machine;
import io.makerbench.experiment.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program {@code makerbench}: without a command it opens the window. */
@Command(
    name = "makerbench",
    mixinStandardHelpOptions = true,
    versionProvider = CommandLineProgram.Version.class,
    description = "A workbench for reinforcement learning in trading.",
    footer = "%nWithout a command it opens the window.",
    subcommands = {
      OpenCommand.class,
      RunCommand.class,
      WorkerCommand.class,
      FetchCommand.class,
      RunsCommand.class,
      DiffCommand.class,
      NoteCommand.class,
      TrashCommand.class,
      ImportCommand.class,
      CalibrateCommand.class,
      DatasetCommand.class,
      InspectCommand.class,
      VerifyCommand.class,
      BenchCommand.class,
      CheckCommand.class,
      OracleCommand.class,
      EvaluateCommand.class,
      CompareCommand.class,
      GridCommand.class,
      ScenariosCommand.class,
      ReportCommand.class,
      ExportCommand.class,
      ConfigCommand.class,
      CommandLine.HelpCommand.class
    })
public final class CommandLineProgram implements Callable<Integer> {
  /** Exit codes. */
  static final int DONE = 0;

  static final int FAILED = 1;
  static final int WRONG_USE = 2;

  private final WindowDoor window;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Print the trace of an error.")
  private boolean verbose;

  private @Nullable Settings settings;

  private CommandLineProgram(WindowDoor window) {
    this.window = window;
  }

  /** Carries out a command line and returns the exit code: 0 done, 1 failed, 2 wrong use. */
  public static int execute(WindowDoor window, String... args) {
    Locale.setDefault(Locale.ROOT);
    CommandLineProgram program = new CommandLineProgram(window);
    return new CommandLine(program)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExitCodeExceptionMapper(
            e -> e instanceof CommandLine.ParameterException ? WRONG_USE : FAILED)
        .setParameterExceptionHandler(program::wrongUse)
        .setExecutionExceptionHandler(program::failed)
        .execute(args);
  }

  @Override
  public Integer call() {
    return open(null);
  }

  /** Opens the window on a configuration; null for the last one. */
  int open(@Nullable Path config) {
    if (!Display.isThere()) {
      throw new InputException(
          "There is no display to open the window on. Carry out a configuration in the terminal:"
              + " makerbench run CONFIG");
    }
    return window.open(settings(), config);
  }

  /** Everything whose speed can be measured. */
  List<Benchmark> benchmarks() {
    return Stream.concat(Benchmarks.all().stream(), window.benchmarks().stream()).toList();
  }

  /** The settings of this user, read when first needed. */
  Settings settings() {
    if (settings == null) {
      settings = Settings.load();
    }
    return settings;
  }

  private int wrongUse(CommandLine.ParameterException e, String[] args) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("makerbench: " + e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    if (!(e.getCause() instanceof InputException)) {
      err.println("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    }
    trace(e, err);
    return WRONG_USE;
  }

  private int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    String message =
        e instanceof InputException
            ? String.valueOf(e.getMessage())
            : "Something went wrong that should not: " + e + ". Use --verbose for the trace.";
    err.println("makerbench: " + message);
    trace(e, err);
    return FAILED;
  }

  private void trace(Exception e, PrintWriter err) {
    if (verbose) {
      e.printStackTrace(err);
    }
    err.flush();
  }

  /** The version line. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"makerbench " + Machine.programVersion(), Machine.words()};
    }
  }
}
