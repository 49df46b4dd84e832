package io.makerbench.cli;

import io.makerbench.check.Check;
import io.makerbench.check.CheckPage;
import io.makerbench.check.Finding;
import io.makerbench.check.LearningChecks;
import io.makerbench.storage.WholeFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code makerbench check learning}: whether learners learn what they must, on this machine. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Check by training that learners solve problems of control, find a leaked future, and earn"
            + " nothing from noise.")
final class CheckCommand implements Callable<Integer> {
  @ParentCommand private CommandLineProgram program;
  @Spec private CommandSpec spec;

  /** What can be checked. */
  enum Subject {
    LEARNING
  }

  @Parameters(paramLabel = "learning", description = "What to check.")
  private Subject subject;

  @Option(
      names = "--configs",
      paramLabel = "FOLDER",
      defaultValue = "configs",
      description = "Folder of the configurations.")
  private Path configs;

  @Option(
      names = "--only",
      paramLabel = "WORD",
      description = "Only the checks or learners whose name has this word.")
  private @Nullable String only;

  @Option(names = "--out", paramLabel = "FILE", description = "Page of Markdown to write.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    PrintWriter terminal = spec.commandLine().getOut();
    CheckPage page = new CheckPage();
    boolean holds = true;
    for (Check check : chosen()) {
      Finding finding = check.carryOut(program.settings(), configs);
      page.add(check, finding);
      holds &= finding.holds();
      terminal.printf(
          "%-4s %s, %s: %s; expected %s%n",
          finding.holds() ? "ok" : "NO",
          check.name(),
          check.learner(),
          finding.measured(),
          check.expectation());
      terminal.flush();
    }
    if (out != null) {
      WholeFile.write(out, page.markdown());
    }
    return holds ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
  }

  private List<Check> chosen() {
    List<Check> chosen =
        LearningChecks.all().stream()
            .filter(check ->
                only == null || check.name().contains(only) || check.learner().contains(only))
            .toList();
    if (chosen.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "There is no check of " + only + ".");
    }
    return chosen;
  }
}
