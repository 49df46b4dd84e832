package io.makerbench.workbench.runs;

import atlantafx.base.controls.ToggleSwitch;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.catalogue.ConfigDifference;
import io.makerbench.experiment.catalogue.MetricSketch;
import io.makerbench.experiment.catalogue.RunFacts;
import io.makerbench.experiment.catalogue.RunNotes;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.CommandControls;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.TableClipboard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The configurations of the runs chosen, key by key; of a single run against the baseline, or where
 * there is none the defaults of its system. What differs from the first is marked.
 */
public final class ConfigDifferences {
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

  /** Width of the keys beside another page, pixels. */
  static final double NARROW = 150;

  private static final double VALUE_WIDTH = 112;
  private static final double DOT_RADIUS = 5;
  private static final String DEFAULTS = "Defaults";

  private final Desk desk;
  private final double keyWidth;
  private final Supplier<Optional<RunFacts>> baseline;
  private final ToggleSwitch onlyDifferent = new ToggleSwitch("Differences only");
  private final TextField search = new TextField();
  private final TableView<ConfigDifference.Row> table = new TableView<>();
  private final Label nothing = new Label();
  private final BorderPane root = new BorderPane();
  private List<RunFacts> runs = List.of();
  private ConfigDifference whole = new ConfigDifference(List.of(), List.of());

  /**
   * Makes the table, empty as yet.
   *
   * @param keyWidth width of the keys, pixels
   * @param baseline the run that a single one is held against, where there is one
   */
  public ConfigDifferences(Desk desk, double keyWidth, Supplier<Optional<RunFacts>> baseline) {
    this.desk = desk;
    this.keyWidth = keyWidth;
    this.baseline = baseline;
    onlyDifferent.setId("diff-only");
    onlyDifferent.setSelected(true);
    onlyDifferent.selectedProperty().subscribe(on -> show());
    search.setId("diff-search");
    search.setPromptText("Find a key or value");
    search.setAccessibleText("Find a key or value");
    search.textProperty().subscribe(text -> show());
    HBox.setHgrow(search, Priority.ALWAYS);
    Button copy =
        CommandControls.iconButton(
            Command.of("copy-differences", "Copy the table", "mdoal-content_copy", this::copy));
    HBox bar = new HBox(onlyDifferent, search, copy);
    bar.getStyleClass().add("side-bar");
    table.setId("diff-table");
    table.setAccessibleText("Configurations of the runs chosen, key by key");
    table.getStyleClass().add("dense");
    nothing.getStyleClass().add("muted");
    nothing.setWrapText(true);
    table.setPlaceholder(nothing);
    root.setTop(bar);
    root.setCenter(table);
    desk.appearance().palette().subscribe(colours -> arrange());
  }

  /** The table with its tools. */
  public Node view() {
    return root;
  }

  /** The same of folders whose facts nobody has read yet. */
  public void showFolders(List<RunFolder> folders) {
    desk.background()
        .compute(
            "Reading the runs",
            () -> folders.stream().map(ConfigDifferences::facts).toList(),
            this::show);
  }

  private static RunFacts facts(RunFolder folder) {
    return new RunFacts(
        folder, folder.record(), RunNotes.read(folder), Map.of(), MetricSketch.EMPTY);
  }

  /** Holds the configurations of runs against each other. */
  void show(List<RunFacts> selected) {
    List<RunFacts> chosen = withBaseline(selected);
    boolean same = called(chosen).equals(called(runs));
    runs = chosen;
    if (same) {
      return; // the figures of a run at work change, its configuration does not
    }
    desk.background()
        .compute(
            "Reading the configurations",
            () -> read(chosen),
            found -> {
              if (called(chosen).equals(called(runs))) {
                whole = found;
                arrange();
              }
            });
  }

  /** A single run is held against the baseline, which comes first. */
  private List<RunFacts> withBaseline(List<RunFacts> selected) {
    return selected.size() == 1
        ? baseline
            .get()
            .filter(run -> !run.name().equals(selected.getFirst().name()))
            .map(run -> List.of(run, selected.getFirst()))
            .orElse(selected)
        : selected;
  }

  private static List<String> called(List<RunFacts> some) {
    return some.stream().map(run -> run.name() + " " + run.label()).toList();
  }

  private static ConfigDifference read(List<RunFacts> runs) {
    Map<String, JsonNode> configurations = new LinkedHashMap<>();
    if (runs.size() == 1) {
      configurations.put(
          DEFAULTS,
          ConfigFiles.reader()
              .complete(
                  JsonNodeFactory.instance
                      .objectNode()
                      .put("system", runs.getFirst().record().system())));
    }
    for (RunFacts run : runs) {
      configurations.put(run.name(), run.folder().readConfig());
    }
    return ConfigDifference.of(configurations);
  }

  private void arrange() {
    List<TableColumn<ConfigDifference.Row, ?>> columns = new ArrayList<>();
    columns.add(column("Key", null, keyWidth, -1));
    for (int i = 0; i < whole.names().size(); i++) {
      RunFacts run = run(whole.names().get(i));
      columns.add(
          run == null
              ? column(whole.names().get(i), null, VALUE_WIDTH, i)
              : column(run.label(), run, VALUE_WIDTH, i));
    }
    table.getColumns().setAll(columns);
    show();
  }

  private @Nullable RunFacts run(String name) {
    return runs.stream().filter(run -> run.name().equals(name)).findFirst().orElse(null);
  }

  private TableColumn<ConfigDifference.Row, ConfigDifference.Row> column(
      String title, @Nullable RunFacts run, double width, int configuration) {
    TableColumn<ConfigDifference.Row, ConfigDifference.Row> column = new TableColumn<>(title);
    if (run != null) {
      column.setGraphic(
          new Circle(
              DOT_RADIUS,
              desk.appearance()
                  .palette()
                  .get()
                  .curve(desk.workspace().looks().colour(run.name()))));
    }
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
    column.setCellFactory(owner -> new DifferenceCell(configuration));
    return column;
  }

  private ConfigDifference shown() {
    ConfigDifference different = onlyDifferent.isSelected() ? whole.differing() : whole;
    return different.holding(search.getText());
  }

  private void show() {
    table.getItems().setAll(shown().rows());
    nothing.setText(
        runs.isEmpty()
            ? "Choose a run to hold it against the defaults, or several to hold them against each"
                + " other."
            : search.getText().isBlank()
                ? "The configurations are equal."
                : "No key or value holds this text.");
  }

  private void copy() {
    TableClipboard.put(shown().table());
    desk.notices().done("The differences are on the clipboard; paste them into a spreadsheet.");
  }

  /** The key, or a value that stands out where it is not that of the first. */
  private static final class DifferenceCell
      extends TableCell<ConfigDifference.Row, ConfigDifference.Row> {
    private final int configuration;
    private final Tooltip hint = new Tooltip();

    DifferenceCell(int configuration) {
      this.configuration = configuration;
      getStyleClass().add("diff-cell");
    }

    @Override
    protected void updateItem(ConfigDifference.@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setText(null);
        setTooltip(null);
        pseudoClassStateChanged(CHANGED, false);
        return;
      }
      String words = configuration < 0 ? row.key() : row.values().get(configuration);
      setText(words);
      hint.setText(words);
      setTooltip(hint);
      pseudoClassStateChanged(CHANGED, configuration > 0 && row.differs(configuration));
    }
  }
}
