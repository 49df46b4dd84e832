package io.makerbench.workbench.runs;

import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunState;
import io.makerbench.experiment.catalogue.RunTrash;
import io.makerbench.workbench.monitor.RunDesk;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.CommandControls;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.Panel;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import tools.jackson.databind.node.ObjectNode;

/** All runs of the workspace. The folder is read every two seconds while the page is in front. */
public final class RunsPanel implements Panel {
  private static final Duration BETWEEN_SCANS = Duration.seconds(2);

  private final Desk desk;
  private final RunDesk runs;
  private final Consumer<String> go;
  private final BiConsumer<ObjectNode, String> edit;
  private final RunTable table;
  private final RunTrash trash;
  private final RunScan scan = new RunScan();
  private final TextField filter = new TextField();
  private final BorderPane root = new BorderPane();
  private final Timeline clock = new Timeline(new KeyFrame(BETWEEN_SCANS, event -> rescan()));
  private final BooleanProperty one = new SimpleBooleanProperty();
  private final BooleanProperty several = new SimpleBooleanProperty();
  private final BooleanProperty resumable = new SimpleBooleanProperty();
  private final BooleanProperty idle = new SimpleBooleanProperty();
  private final List<Command> commands;

  /**
   * Makes the page.
   *
   * @param go brings the page of a title to the front
   * @param edit shows a copy of a run's configuration, with the run's name, to start another
   */
  public RunsPanel(
      Desk desk, RunDesk runs, Consumer<String> go, BiConsumer<ObjectNode, String> edit) {
    this.desk = desk;
    this.runs = runs;
    this.go = go;
    this.edit = edit;
    table = new RunTable(runs::progressOf);
    trash = new RunTrash(desk.workspace().runsRoot());
    commands =
        List.of(
            Command.of("new-run", "New run", "mdoal-add", () -> go.accept("Config"))
                .on("Shortcut+N"),
            Command.of("watch-run", "Show curves", "mdomz-show_chart", () -> go.accept("Training"))
                .when(one),
            Command.of("continue-run", "Continue", "mdomz-play_arrow", this::resume)
                .when(resumable),
            Command.of("clone-run", "Clone", "mdoal-content_copy", this::copy)
                .on("Shortcut+D")
                .when(one),
            Command.of(
                    "compare-runs", "Compare", "mdoal-compare_arrows", () -> go.accept("Compare"))
                .when(several),
            Command.of("reveal-run", "Open folder", "mdoal-folder_open", this::reveal).when(one),
            Command.of("delete-runs", "Delete", "mdoal-delete", this::delete)
                .on("Delete")
                .when(idle));
    clock.setCycleCount(Timeline.INDEFINITE);
    root.setTop(header());
    root.setCenter(table.view());
    table.onSelection(this::select);
    table
        .view()
        .setOnMouseClicked(event -> {
          if (event.getClickCount() == 2 && one.get()) {
            go.accept("Training");
          }
        });
  }

  private Node header() {
    Label title = new Label("Runs");
    title.getStyleClass().add("page-title");
    filter.setPromptText("Filter by label, agent, state …");
    filter.setId("runs-filter");
    filter.setPrefWidth(240);
    filter.textProperty().subscribe(table::filter);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox header = new HBox(title, filter, space);
    header.getStyleClass().add("page-header");
    commands.forEach(command -> header.getChildren().add(CommandControls.button(command)));
    return header;
  }

  private void select() {
    List<RunRow> chosen = table.selected();
    desk.workspace().select(chosen.stream().map(RunRow::folder).toList());
    one.set(chosen.size() == 1);
    several.set(!chosen.isEmpty());
    resumable.set(one.get() && canGoOn(chosen.getFirst()));
    idle.set(several.get() && chosen.stream().noneMatch(row -> runs.carriesOut(row.folder())));
  }

  private boolean canGoOn(RunRow row) {
    RunState state = row.record().state();
    return !runs.carriesOut(row.folder()) && state != RunState.DONE;
  }

  private void resume() {
    runs.resume(table.selected().getFirst().folder());
    go.accept("Training");
  }

  private void copy() {
    RunFolder run = table.selected().getFirst().folder();
    desk.background()
        .compute(
            "Reading the configuration of " + run.name(),
            () -> (ObjectNode) run.readConfig(),
            config -> {
              edit.accept(config, run.name());
              go.accept("Config");
            });
  }

  private void reveal() {
    RunFolder run = table.selected().getFirst().folder();
    desk.background().run("Opening the folder", () -> DesktopPrograms.open(run.path()));
  }

  private void delete() {
    List<RunFolder> chosen = table.selected().stream().map(RunRow::folder).toList();
    desk.background()
        .compute(
            "Deleting",
            () -> trash.discard(chosen),
            moved -> {
              if (chosen.contains(desk.workspace().current().get())) {
                desk.workspace().current().set(null);
              }
              rescan();
              String what = chosen.size() == 1 ? chosen.getFirst().name() : chosen.size() + " runs";
              desk.notices().undoable("Deleted " + what + ".", () -> restore(moved));
            });
  }

  private void restore(List<RunTrash.Discarded> moved) {
    desk.background()
        .compute(
            "Taking back",
            () -> {
              trash.restore(moved);
              return moved.size();
            },
            count -> rescan());
  }

  private void rescan() {
    desk.background()
        .compute("Reading the runs", () -> scan.scan(desk.workspace().runsRoot()), table::update);
  }

  @Override
  public String title() {
    return "Runs";
  }

  @Override
  public String icon() {
    return "mdomz-table_rows";
  }

  @Override
  public Node view() {
    return root;
  }

  @Override
  public void shown() {
    rescan();
    clock.play();
  }

  @Override
  public void hidden() {
    clock.stop();
  }

  @Override
  public List<Command> commands() {
    return commands;
  }
}
