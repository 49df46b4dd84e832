package io.makerbench.workbench.runs;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import io.makerbench.evaluate.Table;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.Settings;
import io.makerbench.experiment.catalogue.RunCatalogue;
import io.makerbench.experiment.catalogue.RunFacts;
import io.makerbench.experiment.catalogue.RunTrash;
import io.makerbench.workbench.monitor.RunDesk;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.CommandControls;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.Panel;
import io.makerbench.workbench.panel.RunLooks;
import io.makerbench.workbench.panel.TableClipboard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * All runs of the workspace in a table, with what can be done with them. The folder is watched
 * while the page is in front.
 */
public final class RunsPanel implements Panel {
  private static final double TABLE_SHARE = 0.68;
  private static final double SIDE_WIDTH = 300;

  private final Desk desk;
  private final Settings settings;
  private final Consumer<String> go;
  private final SaveChoice save;
  private final RunLooks looks;
  private final RunsModel model = new RunsModel();
  private final RunTrash trash;
  private final RunFeed feed;
  private final RunActions actions;
  private final RunBoard board;
  private final RunDetails details;
  private final RunCommands ofRuns;
  private final List<Command> tools;
  private final List<Command> others;
  private final Command fresh;
  private final Command openTrash;
  private final Popover trashPopover = new Popover();
  private final TrashView trashView;
  private final Button trashButton;
  private final SplitPane split = new SplitPane();
  private final BorderPane root = new BorderPane();

  /**
   * Makes the page.
   *
   * @param go brings the page of a title to the front
   * @param edit shows a copy of a run's configuration, with the run's name, to start another
   * @param save answers where a table is exported to; null asks the user by the desktop's dialog
   */
  public RunsPanel(
      Desk desk,
      RunDesk desktop,
      Settings settings,
      Consumer<String> go,
      BiConsumer<ObjectNode, String> edit,
      @Nullable SaveChoice save) {
    this.save = save == null ? SaveChoice.dialog(root) : save;
    this.desk = desk;
    this.settings = settings;
    this.go = go;
    looks = desk.workspace().looks();
    trash = new RunTrash(desk.workspace().runsRoot());
    feed = new RunFeed(desk.workspace().runsRoot(), desk.background(), this::take);
    actions = new RunActions(desk, desktop, trash, feed::refresh);
    board = new RunBoard(model, desk, desktop, settings.home());
    details = new RunDetails(desk, model::baselineRun, actions::note);
    ofRuns = new RunCommands(model, actions, desktop, looks, go);
    fresh = ofRuns.fresh();
    openTrash =
        Command.of("open-trash", "Trash", "mdoal-delete_outline", this::openTrash)
            .when(ofRuns.inFront());
    tools =
        Stream.of(ofRuns.doors(edit), sideCommands(), ofRuns.keeping())
            .flatMap(List::stream)
            .toList();
    others = Stream.concat(ofRuns.looks().stream(), tableCommands().stream()).toList();
    trashView = new TrashView(desk, trash, settings.trashDays(), feed::refresh);
    trashPopover.setContentNode(trashView.view());
    trashPopover.setHeaderAlwaysVisible(false);
    trashPopover.setArrowLocation(Popover.ArrowLocation.BOTTOM_RIGHT);
    trashButton = CommandControls.button(openTrash);
    arrange();
    listen(desktop);
  }

  private List<Command> sideCommands() {
    BooleanBinding any = ofRuns.any();
    return List.of(
        Command.of("diff-runs", "Differences", "mdoal-compare", this::differ).when(any),
        Command.of("rename-run", "Rename", "mdoal-edit", this::rename).on("F2").when(ofRuns.one()),
        Command.of("tag-runs", "Tags and notes", "mdoal-label", this::annotate).on("F4").when(any));
  }

  private List<Command> tableCommands() {
    return List.of(
        Command.of("copy-runs", "Copy rows", "mdoal-content_paste", this::copyRows)
            .on("Shortcut+C")
            .when(ofRuns.any()),
        inFront("export-runs", "Export as CSV …", "mdoal-get_app", this::export).on("Shortcut+E"),
        inFront("find-runs", "Filter", "mdomz-search", board.bar()::find),
        inFront("choose-columns", "Columns …", "mdomz-view_column", board.bar()::openColumns),
        inFront("toggle-side", "Notes and differences", "mdomz-vertical_split", this::toggleSide)
            .on("F9"),
        openTrash,
        inFront("refresh-runs", "Read the folder again", "mdomz-refresh", feed::refresh)
            .on("Shift+F5"));
  }

  private Command inFront(String id, String text, String icon, Runnable action) {
    return Command.of(id, text, icon, action).when(ofRuns.inFront());
  }

  private void arrange() {
    board.table().setPlaceholder(new RunsPlaceholder(model, go).view());
    board.table().setContextMenu(contextMenu());
    split.setId("runs-split");
    split.getItems().add(board.table());
    ((Region) details.view()).setPrefWidth(SIDE_WIDTH);
    SplitPane.setResizableWithParent(details.view(), false);
    root.setTop(new VBox(header(), board.bar().problem(), toolRow()));
    root.setCenter(split);
    root.setBottom(new RunsFoot(model, trashButton).view());
    if (board.state().details()) {
      openSide();
    }
  }

  private Node header() {
    Label title = new Label("Runs");
    title.getStyleClass().add("page-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button start = CommandControls.button(fresh);
    start.getStyleClass().add(Styles.ACCENT);
    HBox header = new HBox(title);
    header.getStyleClass().add("page-header");
    header.getChildren().addAll(board.controls());
    header.getChildren().addAll(space, start);
    return header;
  }

  private Node toolRow() {
    HBox row = new HBox();
    row.getStyleClass().add("tool-row");
    for (Command command : tools) {
      boolean seldom = command.id().equals("unarchive-runs");
      if (!seldom) {
        Button button = CommandControls.button(command);
        button.getStyleClass().add(Styles.FLAT);
        row.getChildren().add(button);
      }
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    row.getChildren().add(space);
    for (Command command : others) {
      if (List.of("copy-runs", "export-runs", "toggle-side").contains(command.id())) {
        row.getChildren().add(CommandControls.iconButton(command));
      }
    }
    return row;
  }

  private ContextMenu contextMenu() {
    ContextMenu menu = new ContextMenu();
    for (Command command : Stream.concat(tools.stream(), ofRuns.looks().stream()).toList()) {
      MenuItem item = CommandControls.menuItem(command);
      item.setAccelerator(null); // the menu bar has it
      menu.getItems().add(item);
    }
    return menu;
  }

  private void listen(RunDesk desktop) {
    model.chosen().subscribe(this::show);
    looks.onChange(() -> {
      select(model.chosen().get());
      String written = looks.written();
      desk.background().run("Keeping the colours", () -> looks.save(written));
    });
    desktop.onChange(() -> {
      if (ofRuns.inFront().get()) {
        board.refresh();
      }
    });
    board
        .table()
        .setOnMouseClicked(event -> {
          if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
            showCurves();
          }
        });
    board
        .table()
        .setOnKeyPressed(event -> {
          if (event.getCode() == KeyCode.ENTER) {
            showCurves();
          }
        });
  }

  private void showCurves() {
    if (model.chosen().get().size() == 1) {
      go.accept("Training");
    }
  }

  private void show(List<RunFacts> chosen) {
    select(chosen);
    if (isSideOpen()) {
      details.show(chosen);
    }
  }

  /** The first comes to the front; those that are hidden are left out of comparisons. */
  private void select(List<RunFacts> chosen) {
    List<RunFolder> compared =
        chosen.stream().filter(run -> looks.isShown(run.name())).map(RunFacts::folder).toList();
    if (!compared.equals(desk.workspace().selected())) {
      desk.workspace().select(compared); // the same again would have every page read anew
    }
    if (!chosen.isEmpty()) {
      desk.workspace().current().set(chosen.getFirst().folder());
    }
  }

  private void take(RunCatalogue.Changes changes) {
    looks.meet(changes.read().stream().map(RunFacts::name).sorted().toList());
    model.take(changes);
  }

  private boolean isSideOpen() {
    return split.getItems().size() > 1;
  }

  private void openSide() {
    if (!isSideOpen()) {
      split.getItems().add(details.view());
      split.setDividerPositions(TABLE_SHARE);
      details.show(model.chosen().get());
    }
  }

  private void toggleSide() {
    if (isSideOpen()) {
      split.getItems().remove(details.view());
    } else {
      openSide();
    }
  }

  private void differ() {
    openSide();
    details.compare();
  }

  private void rename() {
    openSide();
    details.rename();
  }

  private void annotate() {
    openSide();
    details.annotate();
  }

  private void openTrash() {
    trashView.fill();
    trashPopover.show(trashButton);
  }

  private void copyRows() {
    TableClipboard.put(RunExport.table(model.chosen().get(), board.columns()));
    desk.notices().done("The rows are on the clipboard; paste them into a spreadsheet.");
  }

  private void export() {
    Table shown = RunExport.table(model.shown(), board.columns());
    save.file("runs.csv").ifPresent(file -> actions.export(shown, file));
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
    ofRuns.inFront().set(true);
    feed.start();
    if (settings.trashDays() > 0) {
      desk.background()
          .run("Emptying the trash", () -> trash.empty(Duration.ofDays(settings.trashDays())));
    }
  }

  @Override
  public void hidden() {
    ofRuns.inFront().set(false);
    feed.stop();
    board.keepSide(isSideOpen());
  }

  @Override
  public Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("Enter", "Show the curves of the run; open or close the group");
    keys.put("← →", "Close or open the group");
    return keys;
  }

  @Override
  public Node finder() {
    return board.bar().filter();
  }

  @Override
  public List<Command> commands() {
    List<Command> all = new ArrayList<>(List.of(fresh));
    all.addAll(tools);
    all.addAll(others);
    return all;
  }
}
