package io.makerbench.cli;

import io.makerbench.tape.Inspection;
import io.makerbench.tape.Tape;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code makerbench inspect TAPE}: says what a tape holds. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = "Say what a tape holds: span, tables, latency, spread, and its defects.")
final class InspectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "TAPE", description = "Tape to read.")
  private Path path;

  @Override
  public Integer call() {
    try (Tape tape = Tape.open(path)) {
      spec.commandLine().getOut().print(Inspection.of(tape).text());
    }
    spec.commandLine().getOut().flush();
    return CommandLineProgram.DONE;
  }
}
