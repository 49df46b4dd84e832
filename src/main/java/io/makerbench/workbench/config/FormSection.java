package io.makerbench.workbench.config;

import atlantafx.base.theme.Styles;
import io.makerbench.config.ConfigNode;
import io.makerbench.workbench.panel.Turns;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.controlsfx.control.PropertySheet;
import org.jspecify.annotations.Nullable;

/**
 * A part of the form that opens under its heading. Its fields are made when it is opened first,
 * some a frame: a configuration of several markets has hundreds, of which a user looks at a few.
 */
final class FormSection {
  private static final int FIELDS_PER_FRAME = 4;

  private final List<ConfigItem> items;
  private final ObservableValue<String> search;
  private final Turns turns = new Turns(FIELDS_PER_FRAME);
  private final TitledPane pane;
  private final Label changed = new Label();
  private @Nullable PropertySheet sheet;

  /**
   * @param search words that a field must mention to be shown
   */
  FormSection(String title, List<ConfigItem> items, ObservableValue<String> search) {
    this.items = items;
    this.search = search;
    pane = new TitledPane(title, null);
    changed.getStyleClass().addAll("badge", "changed-count");
    changed.setTooltip(new Tooltip("Values other than their defaults"));
    pane.setContentDisplay(ContentDisplay.RIGHT);
    pane.setExpanded(false); // panes are open at first
    pane.expandedProperty().subscribe(this::makeFields);
    mark();
  }

  private void makeFields(boolean open) {
    if (open && sheet == null) {
      PropertySheet made = new PropertySheet();
      made.skinProperty().subscribe(skin -> grow(made));
      sheet = made;
      sheet.setMode(PropertySheet.Mode.NAME);
      sheet.setModeSwitcherVisible(false);
      sheet.setSearchBoxVisible(false);
      sheet.setPropertyEditorFactory(item -> FieldEditor.of(item, turns));
      search.subscribe(words -> filter(made, words));
      pane.setContent(sheet);
    }
  }

  /** Fields are made anew, so nothing is done where the same are found. */
  private void filter(PropertySheet made, String words) {
    List<ConfigItem> found = items.stream().filter(item -> item.mentions(words)).toList();
    if (!made.getItems().equals(found)) {
      made.getItems().setAll(found);
    }
  }

  /** A sheet is as high as its fields; by itself it would scroll within some lines. */
  private static void grow(PropertySheet made) {
    if (made.lookup(".scroll-pane") instanceof ScrollPane scrolled
        && scrolled.getContent() instanceof Region fields) {
      fields.heightProperty().subscribe(height -> made.setPrefHeight(height.doubleValue()));
    }
  }

  TitledPane pane() {
    return pane;
  }

  String title() {
    return pane.getText();
  }

  /** Whether the name, key or help of a field holds these words. */
  boolean holds(String words) {
    return items.stream().anyMatch(item -> item.mentions(words));
  }

  /** Whether one of its fields is that of a path, or holds it. */
  boolean covers(String path) {
    return items.stream().anyMatch(item -> item.path().covers(path));
  }

  /** Whether it shows these fields, so that it can stay. */
  boolean shows(List<ConfigItem> others) {
    return places(items).equals(places(others));
  }

  private static List<Map.Entry<ConfigPath, ConfigNode>> places(List<ConfigItem> of) {
    return of.stream().map(item -> Map.entry(item.path(), item.node())).toList();
  }

  /** Follows the document. */
  void refresh() {
    items.forEach(ConfigItem::refresh);
    mark();
  }

  /** Marks the heading where a value is wrong or changed, closed or not. */
  private void mark() {
    long others = items.stream().filter(item -> item.changed().get()).count();
    changed.setText(others + " changed");
    pane.setGraphic(others > 0 ? changed : null);
    boolean wrong = items.stream().anyMatch(item -> !item.message().get().isEmpty());
    pane.pseudoClassStateChanged(Styles.STATE_DANGER, wrong);
  }
}
