package io.makerbench.workbench.config;

import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.catalogue.ConfigDifference;
import io.makerbench.workbench.panel.Background;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** In which keys the form differs from the defaults, from what was opened, or from a preset. */
final class DifferenceView {
  private static final String DEFAULTS = "Defaults";
  private static final String OPENED = "As opened";
  private static final String FORM = "This form";
  private static final String RUN = "Run ";

  /** Of more, the list would be no help. */
  private static final int MOST_RUNS = 100;

  private static final double KEY_WIDTH = 190;
  private static final double VALUE_WIDTH = 130;

  private final ConfigDocument document;
  private final Background background;
  private final Path runs;
  private final Supplier<ObjectNode> opened;
  private final ComboBox<String> against = new ComboBox<>();
  private final TableView<ConfigDifference.Row> table = new TableView<>();
  private final BorderPane root = new BorderPane(table);
  private ObjectNode standard = ConfigFiles.defaults();

  /**
   * @param runs folder of the runs that the form can be held against
   * @param opened what the form showed when it was opened
   */
  DifferenceView(
      ConfigDocument document, Background background, Path runs, Supplier<ObjectNode> opened) {
    this.document = document;
    this.background = background;
    this.runs = runs;
    this.opened = opened;
    against.setId("config-against");
    against.setAccessibleText("What the form is held against");
    against.getItems().addAll(standards());
    against.setValue(DEFAULTS);
    against.setOnShowing(event -> offerRuns());
    against.setOnAction(event -> read());
    HBox bar = new HBox(new Label("Against"), against);
    bar.getStyleClass().addAll("field-row", "side-bar");
    table.setId("config-differences");
    table.setAccessibleText("Keys in which the form differs");
    table.getStyleClass().add("dense");
    table.setPlaceholder(new Label("Nothing differs."));
    root.setTop(bar);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    document.onChange(this::read);
    root.sceneProperty().subscribe(scene -> read());
  }

  Node view() {
    return root;
  }

  private static List<String> standards() {
    List<String> all = new ArrayList<>(List.of(DEFAULTS, OPENED));
    Presets.find().forEach(preset -> all.add(preset.name()));
    return all;
  }

  /** The newest runs after what comes with the program. */
  private void offerRuns() {
    background.compute(
        "Looking for runs",
        () -> RunFolder.list(runs).stream().limit(MOST_RUNS).map(RunFolder::name).toList(),
        names -> {
          List<String> all = new ArrayList<>(standards());
          names.forEach(name -> all.add(RUN + name));
          if (!against.getItems().equals(all)) {
            String chosen = against.getValue();
            against.getItems().setAll(all);
            against.setValue(chosen);
          }
        });
  }

  /** Nothing is compared while nobody looks. */
  private void read() {
    if (root.getScene() == null) {
      return;
    }
    String name = against.getValue();
    if (name == null) {
      return; // the list is being filled
    }
    switch (name) {
      case DEFAULTS -> show(DEFAULTS, defaults());
      case OPENED -> show(OPENED, opened.get());
      default -> readFile(name);
    }
  }

  private void readFile(String name) {
    if (name.startsWith(RUN)) {
      RunFolder run = new RunFolder(runs.resolve(name.substring(RUN.length())));
      background.compute(
          "Reading " + name,
          () -> (ObjectNode) run.readConfig(),
          tree -> show(name.substring(RUN.length()), tree));
    } else {
      Presets.find().stream()
          .filter(preset -> preset.name().equals(name))
          .findFirst()
          .ifPresent(preset ->
              background.compute(
                  "Reading " + name,
                  () -> ConfigFiles.load(preset.file(), List.of()),
                  tree -> show(name, tree)));
    }
  }

  /** Those of the system that the form is about. */
  private ObjectNode defaults() {
    String system = document.tree().path("system").asString("");
    if (!standard.path("system").asString("").equals(system)) {
      ObjectNode chosen = JsonNodeFactory.instance.objectNode().put("system", system);
      standard =
          ConfigFiles.problems(chosen).isEmpty()
              ? ConfigFiles.complete(chosen)
              : ConfigFiles.defaults();
    }
    return standard;
  }

  private void show(String name, ObjectNode other) {
    Map<String, JsonNode> both = new LinkedHashMap<>();
    both.put(name, other);
    both.put(FORM, document.tree());
    ConfigDifference difference = ConfigDifference.of(both).differing();
    table
        .getColumns()
        .setAll(
            List.of(
                column("Key", KEY_WIDTH, -1),
                column(name, VALUE_WIDTH, 0),
                column(FORM, VALUE_WIDTH, 1)));
    table.getItems().setAll(difference.rows());
  }

  private static TableColumn<ConfigDifference.Row, String> column(
      String name, double width, int value) {
    TableColumn<ConfigDifference.Row, String> column = new TableColumn<>(name);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellFactory(ignored -> new WordsCell());
    column.setCellValueFactory(cell ->
        new ReadOnlyStringWrapper(
            value < 0 ? cell.getValue().key() : cell.getValue().values().get(value)));
    return column;
  }

  /** Keys are told apart by their ends; the whole is under the pointer. */
  private static final class WordsCell extends TableCell<ConfigDifference.Row, String> {
    WordsCell() {
      setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    }

    @Override
    protected void updateItem(String words, boolean empty) {
      super.updateItem(words, empty);
      setText(empty ? null : words);
      setTooltip(empty ? null : new Tooltip(words));
    }
  }
}
