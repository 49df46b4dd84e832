package io.makerbench.cli;

import io.makerbench.config.InputException;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.catalogue.RunTrash;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code makerbench trash}: runs to the trash and back. */
@Command(
    name = "trash",
    mixinStandardHelpOptions = true,
    description =
        "Move runs to the trash beside them, take them back, or empty it; without a run or an"
            + " option list what is in it.")
final class TrashCommand implements Callable<Integer> {
  private static final double BYTES_A_MEBIBYTE = 1 << 20;

  @ParentCommand private CommandLineProgram program;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", arity = "0..*", description = "Folders of runs to delete.")
  private List<Path> runs = new ArrayList<>();

  @Option(
      names = "--runs",
      paramLabel = "FOLDER",
      description = "Folder of runs whose trash is meant; by default that of the settings.")
  private @Nullable Path folder;

  @Option(
      names = "--restore",
      paramLabel = "NAME",
      description = "Take the run of this name back; may be repeated.")
  private List<String> restored = new ArrayList<>();

  @Option(
      names = "--empty",
      arity = "0..1",
      fallbackValue = "0",
      paramLabel = "DAYS",
      description = "Delete for good what was deleted at least so many days ago (0: all).")
  private @Nullable Integer empty;

  @Override
  public Integer call() throws IOException {
    if (empty != null && empty < 0) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--empty takes a number of days from 0, not " + empty + ".");
    }
    RunTrash trash = new RunTrash(folder == null ? program.settings().runs() : folder);
    PrintWriter out = spec.commandLine().getOut();
    discard(out);
    restore(trash, out);
    if (empty != null) {
      out.println("Deleted for good: " + trash.empty(Duration.ofDays(empty)) + ".");
    }
    if (runs.isEmpty() && restored.isEmpty() && empty == null) {
      list(trash, out);
    }
    out.flush();
    return CommandLineProgram.DONE;
  }

  /** Each run goes to the trash beside it. */
  private void discard(PrintWriter out) throws IOException {
    Map<Path, List<RunFolder>> byRoot = new LinkedHashMap<>();
    for (Path path : runs) {
      Path whole = path.toAbsolutePath().normalize();
      byRoot
          .computeIfAbsent(whole.getParent(), root -> new ArrayList<>())
          .add(RunFolder.open(whole));
    }
    for (Map.Entry<Path, List<RunFolder>> beside : byRoot.entrySet()) {
      for (RunTrash.Discarded run : new RunTrash(beside.getKey()).discard(beside.getValue())) {
        out.println(run.to());
      }
    }
  }

  private void restore(RunTrash trash, PrintWriter out) throws IOException {
    List<RunTrash.Discarded> contents = trash.contents();
    for (String name : restored) {
      RunTrash.Discarded latest =
          contents.stream()
              .filter(run -> run.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () -> new InputException("The trash holds no run of the name " + name + "."));
      trash.restore(List.of(latest));
      out.println(latest.from());
    }
  }

  private static void list(RunTrash trash, PrintWriter out) throws IOException {
    for (RunTrash.Discarded run : trash.contents()) {
      out.printf(
          Locale.ROOT,
          "%s  %.1f MiB  deleted %s%n",
          run.name(),
          RunTrash.bytes(run.to()) / BYTES_A_MEBIBYTE,
          run.when());
    }
  }
}
