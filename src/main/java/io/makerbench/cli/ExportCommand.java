package io.makerbench.cli;

import io.makerbench.config.InputException;
import io.makerbench.experiment.CheckpointReader;
import io.makerbench.learn.file.OnnxModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code makerbench export RUN}: a trained policy for other programs. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Write a trained policy as a model that other programs carry out. Inputs, outputs and how"
            + " the action follows from them are described in the file.")
final class ExportCommand implements Callable<Integer> {
  /** What can be written. */
  private enum Format {
    ONNX
  }

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      description =
          "Folder of a run or of a checkpoint, a folder of runs that decide together, or the"
              + " Q-network of a .safetensors file or a PyTorch state dict (.pt).")
  private Path source;

  @Option(
      names = "--format",
      defaultValue = "onnx",
      paramLabel = "onnx",
      description = "Format to write; ${DEFAULT-VALUE} by default.")
  private Format format;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
  private Path out;

  @Override
  public Integer call() {
    if (Files.isDirectory(out)) {
      throw new InputException("%s is a folder; --out names the file to write.".formatted(out));
    }
    switch (format) {
      case ONNX -> OnnxModel.write(CheckpointReader.ofDescribed().read(List.of(source)), out);
    }
    spec.commandLine().getOut().println(out);
    spec.commandLine().getOut().flush();
    return CommandLineProgram.DONE;
  }
}
