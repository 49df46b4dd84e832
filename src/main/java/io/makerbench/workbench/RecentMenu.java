package io.makerbench.workbench;

import io.makerbench.workbench.panel.Habits;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** The files opened last, in a menu that follows them. */
final class RecentMenu {
  private RecentMenu() {}

  static Menu of(Habits habits, Consumer<Path> open) {
    Menu menu = new Menu("Recent files", new FontIcon("mdoal-history"));
    menu.setId("recent-files");
    habits.onChange(() -> fill(menu, habits.files(), open));
    fill(menu, habits.files(), open);
    return menu;
  }

  private static void fill(Menu menu, List<Path> files, Consumer<Path> open) {
    menu.setDisable(files.isEmpty());
    menu.getItems().setAll(files.stream().map(file -> item(file, open)).toList());
  }

  private static MenuItem item(Path file, Consumer<Path> open) {
    MenuItem item = new MenuItem(file.toString());
    item.setMnemonicParsing(false);
    item.setOnAction(event -> open.accept(file));
    return item;
  }
}
