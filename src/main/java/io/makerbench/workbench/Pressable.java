package io.makerbench.workbench;

import io.makerbench.workbench.panel.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TitledPane;

/**
 * Whatever can be pressed on a page without being a command: switches, choices, tabs and what their
 * menus hold, so that the command palette reaches all of it. Lines of tables and lists are left
 * out: what they do is a command on the chosen line.
 */
final class Pressable {
  private static final String ICON = "mdomz-touch_app";

  private final Set<String> commands;
  private final List<Command> found = new ArrayList<>();

  /**
   * Looks for what can be pressed.
   *
   * @param commands ids of commands and of menus that are offered otherwise
   */
  private Pressable(Set<String> commands) {
    this.commands = commands;
  }

  /** What can be pressed now below a node, by its words. */
  static List<Command> below(Node page, Set<String> commands) {
    Pressable pressable = new Pressable(commands);
    pressable.walk(page);
    return pressable.found;
  }

  private void walk(Node node) {
    if (!node.isVisible() || node.isDisabled() || node instanceof IndexedCell) {
      return;
    }
    switch (node) {
      case MenuButton button -> {
        add("open-" + button.getId(), "Open: " + words(button), button::show);
        if (button.getId() == null || !commands.contains(button.getId())) {
          menu(words(button), button.getItems());
        }
      }
      case ButtonBase button -> offer(button, words(button), button::fire);
      case ComboBoxBase<?> box -> offer(box, "Choose: " + words(box), () -> open(box));
      default -> inside(node);
    }
  }

  private void inside(Node node) {
    if (node instanceof TabPane tabs) {
      tabs.getTabs().forEach(tab -> offerTab(tabs, tab));
    }
    if (node instanceof TitledPane section && section.isCollapsible()) {
      offer(section, "Open or close: " + section.getText(), () -> toggle(section));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(this::walk);
    }
  }

  private static void toggle(TitledPane section) {
    section.setExpanded(!section.isExpanded());
    section.requestFocus();
  }

  private static void open(ComboBoxBase<?> box) {
    box.requestFocus();
    box.show();
  }

  private void offerTab(TabPane tabs, Tab tab) {
    if (!tab.isSelected() && tab.getText() != null) {
      add(tab.getText(), "Show " + tab.getText(), () -> tabs.getSelectionModel().select(tab));
    }
  }

  private void menu(String name, List<MenuItem> items) {
    for (MenuItem item : items) {
      if (item instanceof Menu inner) {
        menu(name + " ▸ " + inner.getText(), inner.getItems());
      } else if (item.getText() != null && !item.isDisable()) {
        add(name + item.getText(), name + " ▸ " + item.getText(), item::fire);
      }
    }
  }

  private void offer(Control control, String words, Runnable action) {
    boolean known = control.getId() != null && commands.contains(control.getId());
    if (!known && !words.isBlank()) {
      String state = control instanceof CheckBox box ? (box.isSelected() ? " (on)" : " (off)") : "";
      add(control.getId() == null ? words : control.getId(), words + state, action);
    }
  }

  private void add(String id, String words, Runnable action) {
    found.add(Command.of(id, words, ICON, action));
  }

  /** What a screen reader says of it, or what stands on it. */
  static String words(Control control) {
    String spoken = control.getAccessibleText();
    if (spoken != null && !spoken.isBlank()) {
      return spoken;
    }
    if (control instanceof ButtonBase button
        && button.getText() != null
        && !button.getText().isBlank()) {
      return button.getText();
    }
    return control.getTooltip() == null ? "" : control.getTooltip().getText();
  }
}
