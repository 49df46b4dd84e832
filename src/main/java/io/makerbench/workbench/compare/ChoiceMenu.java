package io.makerbench.workbench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** A menu in which one or several things are chosen; at least one stays. */
final class ChoiceMenu<T> extends MenuButton {
  private final String kind;
  private final Runnable changed;
  private final List<CheckMenuItem> items = new ArrayList<>();
  private final List<T> values = new ArrayList<>();
  private boolean filling;

  /**
   * @param kind what is chosen, in the plural
   * @param changed told when a user chose
   */
  ChoiceMenu(String kind, Runnable changed) {
    this.kind = kind;
    this.changed = changed;
    setId("compare-" + kind);
    setMinWidth(USE_PREF_SIZE);
    setAccessibleText(
        kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1) + " that count");
  }

  /** Offers other things; all are chosen. Those offered before stay as they were. */
  void offer(List<T> offered) {
    if (offered.equals(values)) {
      return;
    }
    values.clear();
    values.addAll(offered);
    items.clear();
    MenuItem all = new MenuItem("All " + kind);
    all.setOnAction(event -> chooseAll());
    getItems().setAll(all, new SeparatorMenuItem());
    for (int i = 0; i < offered.size(); i++) {
      CheckMenuItem item = new CheckMenuItem(words(i, offered.get(i)));
      item.setSelected(true);
      item.setMnemonicParsing(false);
      item.selectedProperty().addListener((property, old, now) -> chosen(item));
      items.add(item);
      getItems().add(item);
    }
    name();
  }

  private String words(int place, T value) {
    return value instanceof Long ? "Seed " + value : (place + 1) + "  " + value;
  }

  private void chooseAll() {
    filling = true;
    items.forEach(item -> item.setSelected(true));
    filling = false;
    chosen(items.getFirst());
  }

  private void chosen(CheckMenuItem item) {
    if (filling) {
      return;
    }
    if (values().isEmpty()) {
      item.setSelected(true); // a comparison needs one at least
      return;
    }
    name();
    changed.run();
  }

  private void name() {
    int chosen = values().size();
    String what = values.size() == 1 ? kind.substring(0, kind.length() - 1) : kind;
    setText(
        values.size() == 1
            ? "1 " + what
            : chosen == values.size()
                ? "all " + chosen + " " + what
                : chosen + " of " + values.size() + " " + what);
  }

  /** What is chosen, in its order. */
  List<T> values() {
    List<T> chosen = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).isSelected()) {
        chosen.add(values.get(i));
      }
    }
    return chosen;
  }
}
