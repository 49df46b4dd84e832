package io.makerbench.workbench.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A menu of views: shows one, saves the present one under a name, forgets one. */
final class SavedViews {
  private final Supplier<TableState> state;
  private final Consumer<TableState> keep;
  private final Consumer<TableState.View> show;
  private final MenuButton menu = new MenuButton("Views", new FontIcon("mdomz-view_list"));
  private final TextField name = new TextField();

  /**
   * Makes it.
   *
   * @param state the page as it stands now
   * @param keep keeps a state with other views
   * @param show shows a view
   */
  SavedViews(
      Supplier<TableState> state, Consumer<TableState> keep, Consumer<TableState.View> show) {
    this.state = state;
    this.keep = keep;
    this.show = show;
    menu.setId("runs-views");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    menu.setAccessibleText("Saved views");
    menu.setOnShowing(event -> fill());
    name.setId("view-name");
    name.setPromptText("Save this view as …");
    name.setAccessibleText("Name of the view to save");
    name.setOnAction(event -> save());
    menu.getItems().add(new SeparatorMenuItem()); // an empty menu would not open
  }

  MenuButton view() {
    return menu;
  }

  private void fill() {
    List<MenuItem> items = new ArrayList<>();
    items.add(item("All runs, usual columns", () -> show.accept(TableState.FIRST.view())));
    state.get().views().forEach((title, view) -> items.add(item(title, () -> show.accept(view))));
    items.add(new SeparatorMenuItem());
    items.add(new CustomMenuItem(name, false));
    if (!state.get().views().isEmpty()) {
      Menu forget = new Menu("Forget a view");
      state
          .get()
          .views()
          .keySet()
          .forEach(title ->
              forget.getItems().add(item(title, () -> keep.accept(state.get().without(title)))));
      items.add(forget);
    }
    menu.getItems().setAll(items);
  }

  private static MenuItem item(String title, Runnable action) {
    MenuItem item = new MenuItem(title);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void save() {
    String title = name.getText().strip();
    if (!title.isEmpty()) {
      keep.accept(state.get().with(title, state.get().view()));
      name.clear();
      menu.hide();
    }
  }
}
