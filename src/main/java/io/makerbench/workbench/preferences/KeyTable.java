package io.makerbench.workbench.preferences;

import io.makerbench.workbench.panel.Keymap;
import io.makerbench.workbench.panel.Keymap.Keyed;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCombination;

/** Every command and its keys; those a user changed are marked. */
final class KeyTable {
  private static final double PLACE_WIDTH = 110;
  private static final double COMMAND_WIDTH = 260;
  private static final double KEYS_WIDTH = 190;

  private final Keymap keymap;
  private final ObservableList<Keyed> commands = FXCollections.observableArrayList();
  private final FilteredList<Keyed> filtered = new FilteredList<>(commands);
  private final TableView<Keyed> table = new TableView<>();

  KeyTable(Keymap keymap) {
    this.keymap = keymap;
    SortedList<Keyed> sorted = new SortedList<>(filtered);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.setId("keys-table");
    table.setAccessibleText("Commands and their keys");
    table.setPlaceholder(new Label("No command fits these words."));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().add(column("Place", PLACE_WIDTH, Keyed::place));
    table.getColumns().add(column("Command", COMMAND_WIDTH, keyed -> keyed.command().text()));
    table.getColumns().add(column("Keys", KEYS_WIDTH, KeyTable::keys));
    table.getStyleClass().add("dense");
    keymap.onChange(this::show);
  }

  private static TableColumn<Keyed, String> column(
      String title, double width, Function<Keyed, String> words) {
    TableColumn<Keyed, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
    return column;
  }

  static String keys(Keyed keyed) {
    KeyCombination keys = keyed.command().shortcut();
    return (keys == null ? "" : keys.getDisplayText()) + (keyed.isChanged() ? "  · changed" : "");
  }

  TableView<Keyed> view() {
    return table;
  }

  ReadOnlyObjectProperty<Keyed> chosen() {
    return table.getSelectionModel().selectedItemProperty();
  }

  /** Lists the commands as they are now. */
  void show() {
    Keyed chosen = chosen().get();
    commands.setAll(keymap.all());
    if (chosen != null) {
      table.getSelectionModel().select(chosen);
    }
  }

  /** Lists those alone in which every word, in lower case, stands. */
  void find(String[] wanted) {
    filtered.setPredicate(keyed -> {
      String words = (keyed.words() + " " + keys(keyed)).toLowerCase(Locale.ROOT);
      for (String word : wanted) {
        if (!words.contains(word)) {
          return false;
        }
      }
      return true;
    });
  }
}
