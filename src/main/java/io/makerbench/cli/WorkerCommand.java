package io.makerbench.cli;

import io.makerbench.experiment.RunState;
import io.makerbench.experiment.queue.Worker;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code makerbench worker RUN}: how the window starts the further ones of several runs. */
@Command(
    name = "worker",
    hidden = true,
    description =
        "Carry out a run for another process: it gives orders on standard input and hears events on"
            + " standard output.")
final class WorkerCommand implements Callable<Integer> {
  @ParentCommand private CommandLineProgram program;

  @Parameters(paramLabel = "RUN", description = "Folder of the run.")
  private Path run;

  @Override
  public Integer call() {
    PrintStream events = System.out;
    System.setOut(System.err); // what libraries print is no event
    RunState end = Worker.carryOut(program.settings(), run, System.in, events);
    return end == RunState.FAILED ? CommandLineProgram.FAILED : CommandLineProgram.DONE;
  }
}
