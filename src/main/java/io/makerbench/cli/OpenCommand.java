package io.makerbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code makerbench open CONFIG}: the window on a configuration, or the same without a display. */
@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    description =
        "Open the window with a configuration in the form. Where there is no display, carry it out"
            + " to its report in the terminal.")
final class OpenCommand implements Callable<Integer> {
  @ParentCommand private CommandLineProgram program;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CONFIG", description = "Configuration to open.")
  private Path config;

  @Override
  public Integer call() {
    if (Display.isThere()) {
      return program.open(config);
    }
    spec.commandLine().getErr().println("There is no display: carrying it out in the terminal.");
    return TerminalRun.start(spec, program.settings(), config, List.of(), null);
  }
}
