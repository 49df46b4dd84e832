package io.makerbench.cli;

import io.makerbench.experiment.Reports;
import io.makerbench.experiment.RunFolder;
import io.makerbench.report.ReportFormat;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code makerbench report RUN}: writes a run's report again. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Write the report of a run into its folder and say which files were written.")
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "Folder of a run.")
  private Path run;

  @Option(
      names = "--format",
      split = ",",
      defaultValue = "html",
      paramLabel = "html,pdf,csv,svg,json",
      description = "Formats to write; ${DEFAULT-VALUE} by default.")
  private List<ReportFormat> formats;

  @Override
  public Integer call() {
    Reports.write(RunFolder.open(run), EnumSet.copyOf(formats))
        .forEach(spec.commandLine().getOut()::println);
    spec.commandLine().getOut().flush();
    return CommandLineProgram.DONE;
  }
}
