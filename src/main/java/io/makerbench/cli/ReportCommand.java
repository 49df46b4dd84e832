package io.makerbench.cli;

import io.makerbench.config.InputException;
import io.makerbench.experiment.Reports;
import io.makerbench.experiment.RunFolder;
import io.makerbench.report.Report;
import io.makerbench.report.ReportFormat;
import io.makerbench.report.ReportInput;
import io.makerbench.report.ReportPart;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code makerbench report RUN…}: writes a run's report again, or one on several runs. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Write the report of a run into its folder and say which files were written.",
      "Several runs are reported together, into the folder that --out names."
    })
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "Folders of runs.")
  private List<Path> runs = List.of();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Folder to write into; that of the run's reports where it is not given.")
  private @Nullable Path out;

  @Option(
      names = "--parts",
      split = ",",
      paramLabel = "result,metrics,…",
      description = "Parts to show: ${COMPLETION-CANDIDATES}; all by default.")
  private List<ReportPart> parts = List.of(ReportPart.values());

  @Option(
      names = "--format",
      split = ",",
      defaultValue = "html",
      paramLabel = "html,pdf,csv,svg,json",
      description = "Formats to write; ${DEFAULT-VALUE} by default.")
  private List<ReportFormat> formats;

  @Override
  public Integer call() {
    List<RunFolder> opened = runs.stream().map(RunFolder::open).toList();
    if (out == null && opened.size() > 1) {
      throw new InputException("A report on several runs needs a folder of its own: --out FOLDER.");
    }
    Path folder = out == null ? opened.getFirst().report() : out;
    ReportInput input = Reports.input(opened).withParts(EnumSet.copyOf(parts));
    Report.write(input, folder, EnumSet.copyOf(formats))
        .forEach(spec.commandLine().getOut()::println);
    spec.commandLine().getOut().flush();
    return CommandLineProgram.DONE;
  }
}
