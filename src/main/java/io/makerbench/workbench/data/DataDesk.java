package io.makerbench.workbench.data;

import io.makerbench.config.InputException;
import io.makerbench.experiment.Settings;
import io.makerbench.tape.ImportOptions;
import io.makerbench.tape.Recordings;
import io.makerbench.tape.Tape;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.TaskStatus;
import io.makerbench.workbench.panel.Tasks;
import io.makerbench.workbench.panel.WorkTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the page does, without its controls: looks for tapes, imports and fetches, and says how that
 * went. JavaFX thread only.
 */
final class DataDesk {
  private static final String TAPE_ENDING = ".tape";

  private final Desk desk;
  private final Settings settings;
  private final BiConsumer<List<TapeRow>, @Nullable Path> listed;
  private final Catalogue catalogue = new Catalogue();
  private final KnownTapes known;
  private final Map<WorkTask, Runnable> follow = new HashMap<>();

  /**
   * Begins with nothing under way.
   *
   * @param listed told what there is, and what of it to select where there is something new
   */
  DataDesk(Desk desk, Settings settings, BiConsumer<List<TapeRow>, @Nullable Path> listed) {
    this.desk = desk;
    this.settings = settings;
    this.listed = listed;
    known = new KnownTapes(settings.home());
  }

  /** Looks again for tapes and recordings. */
  void scan() {
    scan(null);
  }

  private void scan(@Nullable Path select) {
    List<Path> folders = folders();
    desk.background()
        .compute(
            "Looking for tapes",
            () -> catalogue.scan(folders, outside(folders)),
            rows -> listed.accept(rows, select));
  }

  private List<Path> outside(List<Path> folders) {
    return known.list().stream()
        .filter(tape -> folders.stream().noneMatch(tape::startsWith))
        .toList();
  }

  private List<Path> folders() {
    return List.of(
        settings.place().tapes().toAbsolutePath(), settings.recordings().toAbsolutePath());
  }

  /** Where imports go that name no tape. */
  Path tapes() {
    return settings.place().tapes().toAbsolutePath();
  }

  /** Imports what someone brought, as it is usually done; tapes are only listed. */
  void bring(List<Path> paths) {
    List<Path> tapes =
        paths.stream().filter(path -> path.toString().endsWith(TAPE_ENDING)).toList();
    List<Path> recordings = new ArrayList<>(paths);
    recordings.removeAll(tapes);
    tapes.forEach(this::list);
    if (!recordings.isEmpty()) {
      desk.background()
          .compute(
              "Looking at what to import",
              () ->
                  Recordings.toImport(recordings).stream()
                      .map(set -> new ImportJob(set, null, ImportOptions.usual(), null, tapes()))
                      .toList(),
              jobs -> jobs.forEach(this::start));
    }
  }

  private void list(Path tape) {
    desk.background()
        .compute(
            "Opening " + tape,
            () -> {
              Tape.open(tape).close();
              known.add(tape);
              return tape.toAbsolutePath();
            },
            this::scan);
  }

  /** Puts an import into the queue. */
  void start(ImportJob job) {
    WorkTask task = job.task();
    follow.put(
        task,
        () -> {
          Path tape = task.status().get().files().getFirst().toAbsolutePath();
          desk.notices().done("Imported " + job.set().label() + ".");
          desk.background()
              .compute(
                  "Remembering the tape",
                  () -> {
                    known.add(tape);
                    return tape;
                  },
                  this::scan);
        });
    desk.tasks().start(task, Tasks.Lane.PROCESSOR, this::ended);
  }

  /**
   * Puts a fetch into the queue.
   *
   * @param then what is done with what comes
   */
  void start(FetchJob job, FetchForm.Then then) {
    WorkTask task = job.task();
    follow.put(
        task,
        () -> {
          desk.notices().done(task.title() + ": all is here.");
          if (then == FetchForm.Then.IMPORT) {
            bring(task.status().get().files());
          } else {
            scan(task.status().get().files().getFirst().toAbsolutePath());
          }
        });
    desk.tasks().start(task, Tasks.Lane.NETWORK, this::ended);
  }

  private void ended(WorkTask task) {
    Runnable next = follow.remove(task);
    TaskStatus status = task.status().get();
    switch (status.state()) {
      case DONE -> {
        if (next != null) {
          next.run();
        }
      }
      case CANCELLED -> desk.notices().done("Cancelled: " + task.title() + ".");
      case FAILED ->
          desk.notices()
              .failed(
                  task.title() + " did not work. " + status.words(),
                  new InputException(status.words()));
      case WAITING, WORKING -> {}
    }
  }
}
