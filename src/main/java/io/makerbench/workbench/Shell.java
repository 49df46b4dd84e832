package io.makerbench.workbench;

import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.CommandControls;
import io.makerbench.workbench.panel.CopyMenu;
import io.makerbench.workbench.panel.Keymap;
import io.makerbench.workbench.panel.Panel;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The window's frame: menus above, pages at the left, the page in front, help beside it, tasks and
 * status below; over all of it notices, the tour and the command palette.
 */
final class Shell {
  private final BorderPane frame;
  private final StackPane root;

  /**
   * Puts the frame together.
   *
   * @param above what stands between the menus and the page
   * @param foot what stands at the foot, from above
   * @param over what lies over everything, the last in front
   * @param sheet address of the style sheet, which changes with the size of text
   */
  Shell(
      Navigation navigation,
      MenuBar menus,
      Node above,
      List<Node> foot,
      List<Node> over,
      ObservableValue<String> sheet) {
    frame = new BorderPane(navigation.page());
    frame.setTop(new VBox(menus, above));
    frame.setLeft(navigation.rail());
    frame.setBottom(new VBox(foot.toArray(Node[]::new)));
    frame.getStyleClass().add("shell");
    root = new StackPane(frame);
    root.getChildren().addAll(over);
    StackPane.setAlignment(over.getFirst(), Pos.BOTTOM_RIGHT);
    sheet.subscribe(address -> root.getStylesheets().setAll(address));
    CopyMenu.install(root);
  }

  /**
   * The menus: a place of commands each.
   *
   * @param files opened last, in the menu of configurations
   */
  static MenuBar menus(Keymap commands, Menu files) {
    MenuBar bar = new MenuBar();
    for (String place : commands.places()) {
      bar.getMenus().add(menu(place, commands.of(place)));
    }
    bar.getMenus().stream()
        .filter(menu -> menu.getText().equals("Config"))
        .forEach(menu -> menu.getItems().add(files));
    return bar;
  }

  private static Menu menu(String title, List<Command> commands) {
    MenuItem[] items = commands.stream().map(CommandControls::menuItem).toArray(MenuItem[]::new);
    return new Menu(title, null, items);
  }

  Parent view() {
    return root;
  }

  /** Shows something beside the page, or where it is there already, no more. */
  void toggleBeside(Node side) {
    frame.setRight(frame.getRight() == side ? null : side);
  }

  /** Shows nothing beside the page; false where nothing was there. */
  boolean closeBeside() {
    boolean shown = frame.getRight() != null;
    frame.setRight(null);
    return shown;
  }

  /** Every split pane of a page that has an id, for remembering where its dividers stand. */
  static List<SplitPane> splits(Panel panel) {
    return panel.view().lookupAll(".split-pane").stream()
        .filter(node -> node.getId() != null && node instanceof SplitPane)
        .map(SplitPane.class::cast)
        .toList();
  }
}
