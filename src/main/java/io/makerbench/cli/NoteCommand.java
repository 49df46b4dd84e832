package io.makerbench.cli;

import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.catalogue.RunNotes;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code makerbench note RUN…}: label, tags, notes and archive of runs. */
@Command(
    name = "note",
    mixinStandardHelpOptions = true,
    description = "Rename, tag, annotate or archive runs; without an option print what is noted.")
final class NoteCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "Folders of runs.")
  private List<Path> runs = List.of();

  @Option(
      names = "--label",
      paramLabel = "NAME",
      description = "Name to show; \"\" leads back to that of the configuration.")
  private @Nullable String label;

  @Option(names = "--tag", paramLabel = "WORD", description = "Add a tag; may be repeated.")
  private List<String> tags = new ArrayList<>();

  @Option(names = "--untag", paramLabel = "WORD", description = "Take a tag off; may be repeated.")
  private List<String> untags = new ArrayList<>();

  @Option(names = "--notes", paramLabel = "TEXT", description = "Replace the notes.")
  private @Nullable String notes;

  @ArgGroup private Shelf shelf = new Shelf();

  /** Whether lists show it. */
  private static final class Shelf {
    @Option(names = "--archive", description = "Leave it out of lists.")
    private boolean archive;

    @Option(names = "--unarchive", description = "Take it back into lists.")
    private boolean unarchive;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (Path path : runs) {
      RunFolder run = RunFolder.open(path);
      RunNotes before = RunNotes.read(run);
      RunNotes after = WrongConfig.reading(spec, () -> changed(before));
      if (!after.equals(before)) {
        after.write(run);
      }
      print(out, run, after);
    }
    out.flush();
    return CommandLineProgram.DONE;
  }

  private RunNotes changed(RunNotes before) {
    RunNotes after = before.untagged(untags).tagged(tags);
    after = label == null ? after : after.labelled(label);
    after = notes == null ? after : after.noted(notes);
    after = shelf.archive ? after.putAway() : after;
    return shelf.unarchive ? after.takenBack() : after;
  }

  private static void print(PrintWriter out, RunFolder run, RunNotes noted) {
    String label = noted.label();
    out.println(
        run.name()
            + (label == null ? "" : " \"" + label + "\"")
            + (noted.archived() ? " (archived)" : ""));
    if (!noted.tags().isEmpty()) {
      out.println("  tags: " + String.join(" ", noted.tags()));
    }
    noted.notes().lines().forEach(line -> out.println("  " + line));
  }
}
