package io.makerbench.cli;

import io.makerbench.tape.ImportOptions;
import io.makerbench.tape.ImportProgress;
import io.makerbench.tape.Importer;
import io.makerbench.tape.RecordingFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code makerbench import}: turns recordings into a tape and says what was found in them. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Import recordings of one instrument (Tardis CSV, CSV.gz or Parquet, raw WebSocket"
            + " messages of Binance's futures, LOBSTER archives, or Bitstamp's order events) into a tape, repair their defects by stated rules,"
            + " and list them.")
final class ImportCommand implements Callable<Integer> {
  private static final double NS_PER_MILLI = 1e6;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILES", arity = "1..*", description = "Recordings of one instrument.")
  private List<Path> files = List.of();

  @Option(names = "--out", required = true, paramLabel = "TAPE", description = "Tape to write.")
  private Path out;

  @Option(names = "--strict", description = "Take defects as errors instead of repairing them.")
  private boolean strict;

  @Option(
      names = "--depth",
      paramLabel = "LEVELS",
      defaultValue = "25",
      description = "Levels a side of the book states; ${DEFAULT-VALUE} by default.")
  private int depth;

  @Option(
      names = "--price-step",
      paramLabel = "STEP",
      description = "Price of one tick; found in the recordings by default.")
  private @Nullable Double priceStep;

  @Option(
      names = "--size-step",
      paramLabel = "STEP",
      description = "Size of one lot; found in the recordings by default.")
  private @Nullable Double sizeStep;

  @Option(
      names = "--clock-offset",
      paramLabel = "MS",
      defaultValue = "0",
      description =
          "Milliseconds to add to every local time, where the receiver's clock was wrong; what was"
              + " added stands among the tape's findings.")
  private double clockOffset;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Refuse files that are not of this format: ${COMPLETION-CANDIDATES}. Found by itself by"
              + " default.")
  private @Nullable RecordingFormat format;

  @Override
  public Integer call() {
    long offsetNs = Math.round(clockOffset * NS_PER_MILLI);
    ImportOptions options =
        WrongConfig.reading(
            spec, () -> new ImportOptions(strict, depth, priceStep, sizeStep, offsetNs));
    if (format != null) {
      format.require(files);
    }
    new ImportedLines(spec.commandLine().getOut())
        .print(Importer.run(files, out, options, ImportProgress.NONE), out);
    return CommandLineProgram.DONE;
  }
}
