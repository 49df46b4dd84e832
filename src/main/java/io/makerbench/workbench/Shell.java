package io.makerbench.workbench;

import io.makerbench.workbench.panel.Assets;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.CommandControls;
import io.makerbench.workbench.panel.Panel;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** The window's frame: menus above, pages at the left, the page in front, status and notices. */
final class Shell {
  private final Navigation navigation;
  private final StackPane root;

  Shell(List<Panel> panels, List<Command> window, List<Command> help, Node status, Node notices) {
    navigation = new Navigation(panels, window.getFirst());
    BorderPane frame =
        new BorderPane(
            navigation.page(), menus(panels, window, help), null, status, navigation.rail());
    frame.getStyleClass().add("shell");
    root = new StackPane(frame, notices);
    StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
    root.getStylesheets().add(Assets.styleSheet());
  }

  private MenuBar menus(List<Panel> panels, List<Command> window, List<Command> help) {
    MenuBar bar = new MenuBar();
    bar.getMenus().add(menu("Go", pages(panels)));
    for (Panel panel : panels) {
      if (!panel.commands().isEmpty()) {
        bar.getMenus().add(menu(panel.title(), panel.commands()));
      }
    }
    bar.getMenus().addAll(menu("Window", window), menu("Help", help));
    return bar;
  }

  private List<Command> pages(List<Panel> panels) {
    return panels.stream()
        .map(panel ->
            Command.of(
                    "page-" + panels.indexOf(panel),
                    panel.title(),
                    panel.icon(),
                    () -> navigation.show(panel))
                .on("Shortcut+" + (panels.indexOf(panel) + 1)))
        .toList();
  }

  private static Menu menu(String title, List<Command> commands) {
    MenuItem[] items = commands.stream().map(CommandControls::menuItem).toArray(MenuItem[]::new);
    return new Menu(title, null, items);
  }

  Parent view() {
    return root;
  }

  Navigation navigation() {
    return navigation;
  }

  /** Every split pane of a page that has an id, for remembering where its dividers stand. */
  static List<SplitPane> splits(Panel panel) {
    return panel.view().lookupAll(".split-pane").stream()
        .filter(node -> node.getId() != null && node instanceof SplitPane)
        .map(SplitPane.class::cast)
        .toList();
  }
}
