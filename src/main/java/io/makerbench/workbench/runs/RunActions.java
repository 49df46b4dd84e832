package io.makerbench.workbench.runs;

import io.makerbench.config.InputException;
import io.makerbench.evaluate.Table;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.catalogue.RunFacts;
import io.makerbench.experiment.catalogue.RunNotes;
import io.makerbench.experiment.catalogue.RunTrash;
import io.makerbench.storage.WholeFile;
import io.makerbench.workbench.monitor.RunDesk;
import io.makerbench.workbench.panel.Desk;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be done with runs. Files are changed in the background; what can be taken back is done
 * without a question, with a notice that offers it. JavaFX thread only.
 */
final class RunActions {
  private final Desk desk;
  private final RunDesk desktop;
  private final RunTrash trash;
  private final Consumer<List<Path>> changed;

  /**
   * Makes them.
   *
   * @param changed told the folders that are other than before
   */
  RunActions(Desk desk, RunDesk desktop, RunTrash trash, Consumer<List<Path>> changed) {
    this.desk = desk;
    this.desktop = desktop;
    this.trash = trash;
    this.changed = changed;
  }

  private static List<Path> paths(List<RunFolder> runs) {
    return runs.stream().map(RunFolder::path).toList();
  }

  private static String words(List<RunFolder> runs) {
    return runs.size() == 1 ? runs.getFirst().name() : runs.size() + " runs";
  }

  /** Moves runs to the trash; one at work is refused, and the others stay with it. */
  void delete(List<RunFolder> runs) {
    for (RunFolder run : runs) {
      if (desktop.carriesOut(run)) {
        String message =
            "The run " + run.name() + " is at work and cannot be deleted. Stop it first.";
        desk.notices().failed(message, new InputException(message));
        return;
      }
    }
    desk.background()
        .compute(
            "Deleting",
            () -> trash.discard(runs),
            moved -> {
              if (runs.contains(desk.workspace().current().get())) {
                desk.workspace().current().set(null);
              }
              changed.accept(paths(runs));
              desk.notices().undoable("Deleted " + words(runs) + ".", () -> restore(moved));
            });
  }

  private void restore(List<RunTrash.Discarded> moved) {
    desk.background()
        .compute(
            "Taking back",
            () -> {
              trash.restore(moved);
              return moved.stream().map(RunTrash.Discarded::from).toList();
            },
            changed);
  }

  /** Changes what is noted of runs. */
  void note(List<RunFacts> runs, UnaryOperator<RunNotes> change) {
    write(runs, change, () -> {});
  }

  /** Leaves runs out of the list. */
  void archive(List<RunFacts> runs) {

    List<RunFolder> folders = runs.stream().map(RunFacts::folder).toList();
    write(
        runs,
        RunNotes::putAway,
        () ->
            desk.notices()
                .undoable(
                    "Archived " + words(folders) + ".",
                    () -> write(runs, RunNotes::takenBack, () -> {})));
  }

  /** Takes runs back into the list. */
  void unarchive(List<RunFacts> runs) {
    write(runs, RunNotes::takenBack, () -> {});
  }

  private void write(List<RunFacts> runs, UnaryOperator<RunNotes> change, Runnable then) {
    desk.background()
        .compute(
            "Keeping the notes",
            () -> change(runs, change),
            paths -> {
              changed.accept(paths);
              then.run();
            });
  }

  /** One change after the other, so that none is lost. */
  private synchronized List<Path> change(List<RunFacts> runs, UnaryOperator<RunNotes> change) {
    for (RunFacts run : runs) {
      change.apply(RunNotes.read(run.folder())).write(run.folder());
    }
    return runs.stream().map(run -> run.folder().path()).toList();
  }

  /** Reads a run's configuration for another like it. */
  void copy(RunFolder run, BiConsumer<ObjectNode, String> edit) {
    desk.background()
        .compute(
            "Reading the configuration of " + run.name(),
            () -> (ObjectNode) run.readConfig(),
            config -> edit.accept(config, run.name()));
  }

  void reveal(RunFolder run) {
    desk.background().run("Opening the folder", () -> DesktopPrograms.open(run.path()));
  }

  /** Writes a table as CSV. */
  void export(Table table, Path file) {
    desk.background()
        .run(
            "Writing " + file,
            () -> {
              WholeFile.write(file, table.toCsv());
              desk.notices().done("Saved " + file + ".");
            });
  }
}
