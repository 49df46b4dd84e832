package io.makerbench.workbench.runs;

import atlantafx.base.theme.Styles;
import io.makerbench.experiment.catalogue.RunField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Chooses the columns of the table among all fields that any run has: those shown first in their
 * order, then the others by where they come from.
 */
final class ColumnChooser {
  private static final double WIDTH = 380;
  private static final double HEIGHT = 420;
  private static final double NEW_WIDTH = 120;
  private static final String KEYS = "Space shows or hides · P pins · Alt+↑ ↓ moves · Enter sorts";

  private final Supplier<List<TableState.Column>> columns;
  private final Supplier<List<RunField>> fields;
  private final Consumer<List<TableState.Column>> change;
  private final Consumer<String> sort;
  private final TextField search = new TextField();
  private final ListView<String> list = new ListView<>();
  private final VBox root;

  /**
   * Makes it.
   *
   * @param columns the columns shown now
   * @param fields all that could be
   * @param change shows others
   * @param sort sorts by a field, or turns the order round
   */
  ColumnChooser(
      Supplier<List<TableState.Column>> columns,
      Supplier<List<RunField>> fields,
      Consumer<List<TableState.Column>> change,
      Consumer<String> sort) {
    this.columns = columns;
    this.fields = fields;
    this.change = change;
    this.sort = sort;
    search.setId("columns-search");
    search.setPromptText("Find a key or metric");
    search.setAccessibleText("Find a column");
    search.textProperty().addListener(changed -> fill());
    list.setId("columns-list");
    list.setAccessibleText("Columns");
    list.setCellFactory(owner -> new FieldCell());
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::byKey);
    Label keys = new Label(KEYS);
    keys.getStyleClass().add("field-note");
    root = new VBox(search, list, keys);
    root.getStyleClass().add("chooser");
    root.setPrefSize(WIDTH, HEIGHT);
    VBox.setVgrow(list, Priority.ALWAYS);
  }

  Node view() {
    return root;
  }

  /** Fills the list anew; call it when it is opened. */
  void fill() {
    String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
    List<String> shown = columns.get().stream().map(TableState.Column::field).toList();
    List<String> all =
        Stream.concat(
                shown.stream(),
                Stream.concat(Stream.of(TableState.CURVE), fields.get().stream().map(RunField::id))
                    .filter(field -> !shown.contains(field)))
            .filter(field -> matches(field, wanted))
            .toList();
    list.getItems().setAll(all);
  }

  private static boolean matches(String field, String wanted) {
    return field.toLowerCase(Locale.ROOT).contains(wanted)
        || FieldWords.title(field).toLowerCase(Locale.ROOT).contains(wanted);
  }

  private void byKey(KeyEvent event) {
    String field = list.getSelectionModel().getSelectedItem();
    if (field == null) {
      return;
    }
    boolean known = true;
    if (event.getCode() == KeyCode.SPACE) {
      toggle(field);
    } else if (event.getCode() == KeyCode.P) {
      pin(field);
    } else if (event.getCode() == KeyCode.ENTER) {
      sort.accept(field);
    } else if (event.isAltDown() && event.getCode() == KeyCode.UP) {
      move(field, -1);
    } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
      move(field, 1);
    } else {
      known = false;
    }
    if (known) {
      list.getSelectionModel().select(field);
      event.consume();
    }
  }

  private TableState.@Nullable Column shown(String field) {
    return columns.get().stream()
        .filter(column -> column.field().equals(field))
        .findFirst()
        .orElse(null);
  }

  /** Shows a column at the end, or hides it; the name of the run always stays. */
  private void toggle(String field) {
    List<TableState.Column> now = new ArrayList<>(columns.get());
    if (field.equals(RunField.LABEL)) {
      return;
    }
    if (!now.removeIf(column -> column.field().equals(field))) {
      now.add(new TableState.Column(field, NEW_WIDTH, false));
    }
    show(now);
  }

  /** Pins a column, after those that are pinned already, or frees it. */
  private void pin(String field) {
    TableState.Column column = shown(field);
    if (column == null || field.equals(RunField.LABEL)) {
      return;
    }
    List<TableState.Column> now = new ArrayList<>(columns.get());
    now.remove(column);
    int pinned = (int) now.stream().filter(TableState.Column::pinned).count();
    now.add(pinned, new TableState.Column(field, column.width(), !column.pinned()));
    show(now);
  }

  private void move(String field, int places) {
    List<TableState.Column> now = new ArrayList<>(columns.get());
    TableState.Column column = shown(field);
    int from = now.indexOf(column);
    int to = from + places;
    boolean possible =
        column != null && to >= 0 && to < now.size() && now.get(to).pinned() == column.pinned();
    if (possible) {
      now.remove(from);
      now.add(to, column);
      show(now);
    }
  }

  private void show(List<TableState.Column> now) {
    change.accept(now);
    fill();
  }

  /** A box to tick, the name, where it is from, and a pin. */
  private final class FieldCell extends ListCell<String> {
    private final CheckBox box = new CheckBox();
    private final Label source = new Label();
    private final ToggleButton pin = new ToggleButton(null, new FontIcon("mdomz-push_pin"));
    private final HBox row;

    FieldCell() {
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      source.getStyleClass().add("field-note");
      pin.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "run-look", "quiet-toggle");
      pin.setTooltip(new Tooltip("Keep at the left"));
      pin.setFocusTraversable(false);
      box.setFocusTraversable(false);
      row = new HBox(box, space, source, pin);
      row.getStyleClass().add("field-row");
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable String field, boolean empty) {
      super.updateItem(field, empty);
      if (empty || field == null) {
        setGraphic(null);
        return;
      }
      TableState.Column column = shown(field);
      box.setText(FieldWords.title(field));
      box.setSelected(column != null);
      box.setDisable(field.equals(RunField.LABEL));
      box.setOnAction(event -> toggle(field));
      source.setText(
          field.equals(TableState.CURVE)
              ? RunField.Source.TRAINING.words()
              : new RunField(field).source().words());
      pin.setVisible(column != null);
      pin.setDisable(field.equals(RunField.LABEL));
      pin.setSelected(column != null && column.pinned());
      pin.setAccessibleText("Keep " + FieldWords.title(field) + " at the left");
      pin.setOnAction(event -> pin(field));
      setAccessibleText(FieldWords.title(field) + (column == null ? ", not shown" : ", shown"));
      setGraphic(row);
    }
  }
}
