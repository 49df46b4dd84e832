package io.makerbench.workbench.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** What can be done with the columns beside the market. */
final class ColumnMenu {
  private ColumnMenu() {}

  /** Every column, to be inserted at the right or hidden. */
  static List<MenuItem> all(Look look, Consumer<Look> changed) {
    List<MenuItem> items = new ArrayList<>();
    for (Column column : Column.values()) {
      CheckMenuItem item = new CheckMenuItem(column.toString());
      item.setId("replay-column-" + column.label().toLowerCase(Locale.ROOT));
      item.setSelected(look.shows(column));
      item.setOnAction(event -> changed.accept(look.toggled(column)));
      items.add(item);
    }
    return items;
  }

  /** What can be done with one column that is shown, and with the others. */
  static List<MenuItem> of(Column column, Look look, Consumer<Look> changed) {
    List<MenuItem> items = new ArrayList<>();
    ToggleGroup forms = new ToggleGroup();
    ColumnLook shown =
        look.columns().stream().filter(one -> one.column() == column).findFirst().orElseThrow();
    for (ColumnLook.Form form : ColumnLook.Form.values()) {
      RadioMenuItem item = new RadioMenuItem(form.toString());
      item.setToggleGroup(forms);
      item.setSelected(shown.form() == form);
      item.setOnAction(event -> changed.accept(look.changed(column, one -> one.in(form))));
      items.add(item);
    }
    int place = look.columns().indexOf(shown);
    items.add(new SeparatorMenuItem());
    items.add(item("Move left", () -> changed.accept(look.moved(column, place - 1))));
    items.add(item("Move right", () -> changed.accept(look.moved(column, place + 1))));
    items.add(item("Hide " + column.label(), () -> changed.accept(look.toggled(column))));
    items.add(new SeparatorMenuItem());
    items.addAll(all(look, changed));
    return items;
  }

  private static MenuItem item(String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(event -> action.run());
    return item;
  }
}
