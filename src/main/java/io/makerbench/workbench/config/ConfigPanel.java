package io.makerbench.workbench.config;

import atlantafx.base.theme.Styles;
import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.config.Problem;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.storage.WholeFile;
import io.makerbench.workbench.monitor.RunDesk;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.CommandControls;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.Draft;
import io.makerbench.workbench.panel.Gradual;
import io.makerbench.workbench.panel.Panel;
import io.makerbench.workbench.panel.Steps;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The configuration of the next run: form, JSON, and the button that starts it. */
public final class ConfigPanel implements Panel {
  private static final double FORM_SHARE = 0.6;
  private static final int MOST_PROBLEMS_SHOWN = 4;
  private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
  private static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Y");

  private final Desk desk;
  private final RunDesk runs;
  private final Runnable started;
  private final ConfigDocument document = new ConfigDocument();
  private final ConfigForm form = new ConfigForm(document);
  private final JsonView json = new JsonView(document);
  private final BorderPane root = new BorderPane();
  private final Gradual gradual = new Gradual(root);
  private final StackPane textSide = new StackPane();
  private final Tab textTab = new Tab("JSON");
  private final Label origin = new Label("Defaults");
  private final VBox problems = new VBox();
  private final EstimateLine estimate;
  private final Command save;
  private final List<Command> commands;
  private ObjectNode opened = ConfigFiles.defaults();
  private @Nullable String clonedFrom;
  private boolean begun;
  private ObjectNode onDisk = ConfigFiles.defaults();

  /**
   * Makes the page.
   *
   * @param started what to do when a run was started, for example to show its curves
   */
  public ConfigPanel(Desk desk, RunDesk runs, Runnable started) {
    this.desk = desk;
    this.runs = runs;
    this.started = started;
    save = Command.of("save-config", "Save as …", "mdomz-save", this::chooseAndSave);
    commands =
        List.of(
            Command.of("start-run", "Start", "mdomz-play_arrow", this::start).on("F5"),
            Command.of("open-config", "Open …", "mdoal-folder_open", this::chooseAndOpen)
                .on("Shortcut+O"),
            save,
            Command.of("undo", "Undo", "mdomz-undo", document::undo)
                .on("Shortcut+Z")
                .when(document.canUndo()),
            Command.of("redo", "Redo", "mdomz-redo", document::redo)
                .on("Shortcut+Y")
                .when(document.canRedo()),
            Command.of(
                "reset-config", "All defaults", "mdomz-settings_backup_restore", this::reset));
    estimate = new EstimateLine(document, desk.background(), desk.workspace().runsRoot());
    SplitPane split = new SplitPane(gradual.place(form.view()), textSide);
    split.setId("config-split");
    split.setDividerPositions(FORM_SHARE);
    problems.getStyleClass().add("problem-bar");
    problems.setId("config-problems");
    root.setTop(header());
    root.setBottom(
        new VBox(
            problems,
            estimate.view())); // above the form it would push a field away from the pointer
    root.setCenter(split);
    root.setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
      }
    });
    root.setOnDragDropped(event -> {
      drop(event.getDragboard().getFiles());
      event.setDropCompleted(true);
    });
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::undoByKey);
    document.onChange(this::showProblems);
    document.onChange(this::keepDraft);
    showProblems();
  }

  /** Beside the form: the same as text, and what differs from elsewhere. */
  private TabPane sides() {
    DifferenceView differences =
        new DifferenceView(document, desk.background(), desk.workspace().runsRoot(), () -> opened);
    Tab table = new Tab("Differences");
    table.setOnSelectionChanged(selected -> table.setContent(differences.view()));
    Tab sweep = new Tab("Sweep");
    sweep.setOnSelectionChanged(selected -> {
      if (sweep.getContent() == null) {
        sweep.setContent(new SweepView(document, estimate::estimate, this::startAll).view());
      }
    });
    TabPane sides = new TabPane(textTab, table, sweep);
    sides.setId("config-sides");
    sides.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    return sides;
  }

  private Node header() {
    Label title = new Label("Configuration");
    title.getStyleClass().add("page-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    origin.getStyleClass().add("page-subtitle");
    origin.setId("config-origin");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox header = new HBox(title, origin, space, presets());
    header.getStyleClass().add("page-header");
    for (Command command : commands.subList(1, commands.size())) {
      header.getChildren().add(CommandControls.iconButton(command));
    }
    Button start = CommandControls.button(commands.getFirst());
    start.getStyleClass().add(Styles.ACCENT);
    header.getChildren().add(start);
    return header;
  }

  private MenuButton presets() {
    MenuButton menu = new MenuButton("Presets");
    menu.setId("presets");
    for (Presets.Preset preset : Presets.find()) {
      MenuItem item = new MenuItem(preset.name());
      item.setOnAction(event -> open(preset.file()));
      menu.getItems().add(item);
    }
    menu.setDisable(menu.getItems().isEmpty());
    return menu;
  }

  /** Text fields would take these keys for themselves; here they go through the document. */
  private void undoByKey(KeyEvent event) {
    if (UNDO.match(event) || REDO.match(event)) {
      commit();
      if (UNDO.match(event)) {
        document.undo();
      } else {
        document.redo();
      }
      event.consume();
    }
  }

  /** A field that is being edited gives its value when it loses the focus. */
  private void commit() {
    Node focused = root.getScene().getFocusOwner();
    root.requestFocus();
    json.commit();
    if (focused != null) {
      focused.requestFocus();
    }
  }

  /** A form that differs from what is on disk would be lost by a kill. */
  private void keepDraft() {
    if (document.tree().equals(onDisk) && document.problems().isEmpty()) {
      desk.workspace().draft().drop();
    } else {
      desk.workspace().draft().keep(document.text(), origin.getText());
    }
  }

  private void nowOnDisk() {
    onDisk = document.tree();
    desk.workspace().draft().drop();
  }

  private void showProblems() {
    List<Problem> found = document.problems();
    problems.setVisible(!found.isEmpty());
    problems.setManaged(!found.isEmpty());
    problems.getChildren().clear();
    for (Problem problem : found.subList(0, Math.min(MOST_PROBLEMS_SHOWN, found.size()))) {
      Label line = new Label(problem.toString());
      line.setWrapText(true);
      line.getStyleClass().add("problem");
      problems.getChildren().add(line);
    }
  }

  private void start() {
    commit();
    if (!document.problems().isEmpty()) {
      Problem first = document.problems().getFirst();
      form.open(first);
      desk.notices()
          .failed("The run was not started. " + first, new InputException(first.message()));
      return;
    }
    runs.start(List.of(document.tree()), clonedFrom);
    nowOnDisk();
    started.run();
  }

  private void startAll(List<ObjectNode> configs) {
    runs.start(configs, clonedFrom);
    started.run();
  }

  private void reset() {
    origin.setText("Defaults");
    clonedFrom = null;
    document.setText(Json.write(ConfigFiles.defaults()));
  }

  private void chooseAndOpen() {
    choose("Open a configuration", chooser -> chooser.showOpenDialog(window()), this::open);
  }

  private void chooseAndSave() {
    choose("Save the configuration", chooser -> chooser.showSaveDialog(window()), this::save);
  }

  private static void choose(
      String title, Function<FileChooser, @Nullable File> dialog, Consumer<Path> then) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("JSON", "*.json"));
    File file = dialog.apply(chooser);
    if (file != null) {
      then.accept(file.toPath());
    }
  }

  private Window window() {
    return root.getScene().getWindow();
  }

  /** Opens a file that was dragged in. */
  void drop(List<File> files) {
    if (files.size() == 1) {
      open(files.getFirst().toPath());
    } else if (!files.isEmpty()) {
      desk.notices().done("Drag in one configuration; " + files.size() + " were dropped.");
    }
  }

  /** Shows the configuration of a file. One that is wrong is a notice, and the form stays. */
  public void open(Path file) {
    desk.background()
        .compute(
            "Opening " + file,
            () -> ConfigFiles.load(file, List.of()),
            tree -> {
              show(tree, file.toString(), null);
              desk.workspace().habits().opened(file);
            });
  }

  /** Shows the configuration of a run, to start another like it. */
  public void openCopy(ObjectNode tree, String runName) {
    show(tree, "Copy of " + runName, runName);
  }

  /** Puts another configuration into the form, which can be undone. */
  public void replace(ObjectNode tree, String from) {
    document.setText(Json.write(tree));
    origin.setText(from);
    clonedFrom = null;
  }

  /** Puts back a form that was neither saved nor started. */
  public void restore(Draft.Kept form) {
    document.setText(form.text());
    origin.setText(form.origin());
    clonedFrom = null;
  }

  private void show(ObjectNode tree, String from, @Nullable String copyOf) {
    opened = tree.deepCopy();
    document.open(tree);
    origin.setText(from);
    clonedFrom = copyOf;
    nowOnDisk();
  }

  private void save(Path file) {
    String text = Json.write(document.tree());
    nowOnDisk();
    desk.workspace().habits().opened(file);
    desk.background()
        .run(
            "Saving " + file,
            () -> {
              WholeFile.write(file, text);
              desk.notices().done("Saved " + file + ".");
            });
  }

  @Override
  public String title() {
    return "Config";
  }

  @Override
  public String icon() {
    return "mdomz-tune";
  }

  @Override
  public Node view() {
    return root;
  }

  /** Form and text together are more than a frame's work the first time. */
  @Override
  public void shown() {
    estimate.read();
    if (!begun) {
      begun = true;
      Steps.begin(
          () -> {}, // the form's own turn
          form::begin,
          form::fill,
          () -> textSide.getChildren().setAll(gradual.place(sides())),
          () -> textTab.setContent(json.view()));
    }
  }

  @Override
  public Node finder() {
    return form.search();
  }

  @Override
  public Command saver() {
    return save;
  }

  @Override
  public List<Command> commands() {
    return commands;
  }

  @Override
  public List<Command> findable() {
    return Presets.find().stream()
        .map(preset ->
            Command.of(
                "preset-" + preset.name(),
                "Open preset " + preset.name(),
                "mdoal-insert_drive_file",
                () -> open(preset.file())))
        .toList();
  }
}
