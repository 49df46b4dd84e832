package io.makerbench.workbench.runs;

import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunState;
import io.makerbench.experiment.catalogue.RunFacts;
import io.makerbench.workbench.monitor.RunDesk;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.RunLooks;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be done with the runs chosen. The keys work while the page is in front, so that none of
 * them touches a run that nobody sees.
 */
final class RunCommands {
  private final RunsModel model;
  private final RunActions actions;
  private final RunDesk desktop;
  private final RunLooks looks;
  private final Consumer<String> go;
  private final BooleanProperty inFront = new SimpleBooleanProperty();

  RunCommands(
      RunsModel model, RunActions actions, RunDesk desktop, RunLooks looks, Consumer<String> go) {
    this.model = model;
    this.actions = actions;
    this.desktop = desktop;
    this.looks = looks;
    this.go = go;
  }

  /** Whether the page is in front. */
  BooleanProperty inFront() {
    return inFront;
  }

  /** Holds while the page is in front and the runs chosen are such. */
  BooleanBinding chosen(Predicate<List<RunFacts>> holds) {
    return Bindings.createBooleanBinding(
        () -> inFront.get() && holds.test(model.chosen().get()), model.chosen(), inFront);
  }

  BooleanBinding one() {
    return chosen(runs -> runs.size() == 1);
  }

  BooleanBinding any() {
    return chosen(runs -> !runs.isEmpty());
  }

  Command fresh() {
    return Command.of("new-run", "New run", "mdoal-add", () -> go.accept("Config"))
        .on("Shortcut+N");
  }

  /** To other pages. */
  List<Command> doors(BiConsumer<ObjectNode, String> edit) {
    return List.of(
        Command.of("watch-run", "Curves", "mdomz-show_chart", () -> go.accept("Training"))
            .when(any()),
        Command.of("compare-runs", "Compare", "mdoal-compare_arrows", () -> go.accept("Compare"))
            .when(any()),
        Command.of("continue-run", "Continue", "mdomz-play_arrow", this::resume)
            .when(chosen(runs -> runs.size() == 1 && canGoOn(runs.getFirst()))),
        Command.of("clone-run", "Clone", "mdoal-content_copy", () -> copy(edit))
            .on("Shortcut+D")
            .when(one()));
  }

  /** To the trash, the archive and back. */
  List<Command> keeping() {
    return List.of(
        Command.of(
                "archive-runs",
                "Archive",
                "mdoal-archive",
                () -> actions.archive(chosenWhere(run -> !run.notes().archived())))
            .when(chosen(runs -> runs.stream().anyMatch(run -> !run.notes().archived()))),
        Command.of(
                "unarchive-runs",
                "Take out of the archive",
                "mdomz-unarchive",
                () -> actions.unarchive(chosenWhere(run -> run.notes().archived())))
            .when(chosen(runs -> runs.stream().anyMatch(run -> run.notes().archived()))),
        Command.of(
                "delete-runs",
                "Delete",
                "mdoal-delete",
                () -> actions.delete(model.chosenFolders()))
            .on("Delete")
            .when(any()));
  }

  /** How curves show them, and where they are. */
  List<Command> looks() {
    return List.of(
        Command.of(
                "toggle-shown",
                "Show or hide in curves",
                "mdomz-visibility",
                () -> looks.toggle(names()))
            .on("Shortcut+H")
            .when(any()),
        Command.of("pin-baseline", "Baseline on top", "mdomz-push_pin", this::pinBaseline)
            .on("Shortcut+B")
            .when(one()),
        Command.of("next-colour", "Next colour", "mdomz-palette", this::nextColour).when(any()),
        Command.of(
                "reveal-run",
                "Open folder",
                "mdoal-folder_open",
                () -> actions.reveal(model.chosenFolders().getFirst()))
            .when(one()));
  }

  private List<RunFacts> chosenWhere(Predicate<RunFacts> holds) {
    return model.chosen().get().stream().filter(holds).toList();
  }

  private List<String> names() {
    return model.chosen().get().stream().map(RunFacts::name).toList();
  }

  private boolean canGoOn(RunFacts run) {
    return !desktop.carriesOut(run.folder()) && run.record().state() != RunState.DONE;
  }

  private void resume() {
    desktop.resume(model.chosenFolders().getFirst());
    go.accept("Training");
  }

  private void copy(BiConsumer<ObjectNode, String> edit) {
    RunFolder run = model.chosenFolders().getFirst();
    actions.copy(
        run,
        (config, name) -> {
          edit.accept(config, name);
          go.accept("Config");
        });
  }

  /** The same run again is pinned no more. */
  private void pinBaseline() {
    String name = names().getFirst();
    model.baseline().set(model.baseline().get().equals(name) ? "" : name);
  }

  private void nextColour() {
    looks.paint(names(), looks.colour(names().getFirst()) + 1);
  }
}
