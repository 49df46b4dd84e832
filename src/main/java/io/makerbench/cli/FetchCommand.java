package io.makerbench.cli;

import io.makerbench.experiment.Settings;
import io.makerbench.tape.ImportOptions;
import io.makerbench.tape.ImportProgress;
import io.makerbench.tape.Importer;
import io.makerbench.tape.fetch.FetchProgress;
import io.makerbench.tape.fetch.FetchedFile;
import io.makerbench.tape.fetch.Retry;
import io.makerbench.tape.fetch.Sample;
import io.makerbench.tape.fetch.SampleFetch;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code makerbench fetch}: brings recorded days from a vendor. */
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    description =
        "Fetch a day of recordings over HTTP; of Tardis the first day of each month is free. A"
            + " fetch that broke off goes on where it was when it is given again.")
final class FetchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ParentCommand private CommandLineProgram program;

  @Parameters(
      index = "0",
      paramLabel = "EXCHANGE",
      description = "Venue as the vendor names it, for example binance-futures.")
  private String exchange = "";

  @Parameters(index = "1", paramLabel = "SYMBOL", description = "Instrument, such as BTCUSDT.")
  private String symbol = "";

  @Parameters(index = "2", paramLabel = "DATE", description = "Day, UTC: 2024-08-01.")
  private LocalDate day = LocalDate.EPOCH;

  @Option(
      names = "--types",
      paramLabel = "TYPE",
      split = ",",
      description = "Kinds of data; incremental_book_L2,trades by default.")
  private List<String> types = Sample.USUAL_TYPES;

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description = "Where to put the files; the data location by default.")
  private @Nullable Path folder;

  @Option(
      names = "--address",
      paramLabel = "URL",
      description = "Another vendor with the same layout; the setting fetch.address by default.")
  private @Nullable String address;

  @Option(
      names = "--tape",
      paramLabel = "TAPE",
      description = "Import what was fetched into this tape.")
  private @Nullable Path tape;

  @Override
  public Integer call() {
    Settings settings = program.settings();
    List<Sample> samples =
        WrongConfig.reading(
            spec,
            () -> types.stream().map(type -> new Sample(exchange, symbol, type, day)).toList());
    URI vendor =
        WrongConfig.reading(
            spec, () -> address == null ? settings.samples() : Sample.address(address));
    Path to = folder == null ? settings.recordings() : folder;
    PrintWriter out = spec.commandLine().getOut();
    List<FetchedFile> files =
        new SampleFetch(vendor, to, Retry.usual()).run(samples, new Lines(out, redraws()));
    files.forEach(file -> print(out, file));
    if (tape != null) {
      List<Path> paths = files.stream().map(FetchedFile::path).toList();
      new ImportedLines(out)
          .print(Importer.run(paths, tape, ImportOptions.usual(), ImportProgress.NONE), tape);
    }
    out.flush();
    return CommandLineProgram.DONE;
  }

  private static boolean redraws() {
    return System.console() != null && System.console().isTerminal();
  }

  private static void print(PrintWriter out, FetchedFile file) {
    out.printf(
        "%s  %,d bytes, %s%n",
        file.path(),
        file.bytes(),
        file.checked().isEmpty() ? "was here already" : "checked: " + file.checked());
  }

  /** Progress in the terminal: a line that is redrawn where a person looks on, and notes. */
  private record Lines(PrintWriter out, boolean redraws) implements FetchProgress {
    private static final String CLEAR_LINE = "\r\u001B[K";
    private static final double PERCENT = 100;

    @Override
    public boolean goOn(String file, long bytes, long total) {
      if (redraws) {
        out.printf(
            "%s%s  %,d bytes%s",
            CLEAR_LINE,
            file,
            bytes,
            total > 0 ? ", %.0f %%".formatted(PERCENT * bytes / total) : "");
        out.print(bytes == total ? CLEAR_LINE : "");
        out.flush();
      }
      return true;
    }

    @Override
    public void note(String words) {
      out.println((redraws ? CLEAR_LINE : "") + words);
      out.flush();
    }
  }
}
