package io.makerbench.workbench.config;

import atlantafx.base.theme.Styles;
import io.makerbench.config.ConfigNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;
import org.controlsfx.control.PropertySheet;
import org.jspecify.annotations.Nullable;

/**
 * A part of the form that opens under its heading. Its fields are made when it is opened first: a
 * configuration of several markets has hundreds, of which a user looks at a few.
 */
final class FormSection {
  private final List<ConfigItem> items;
  private final ObservableValue<String> search;
  private final TitledPane pane;
  private @Nullable PropertySheet sheet;

  /**
   * @param search words that the name of a field must hold to be shown
   */
  FormSection(String title, List<ConfigItem> items, ObservableValue<String> search) {
    this.items = items;
    this.search = search;
    pane = new TitledPane(title, null);
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
      sheet.setPropertyEditorFactory(FieldEditor::of);
      sheet.getItems().setAll(items);
      sheet.titleFilter().bind(search);
      pane.setContent(sheet);
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

  /** Whether the name of a field holds these words. */
  boolean holds(String words) {
    return items.stream()
        .map(item -> item.getName().toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.contains(words.toLowerCase(Locale.ROOT)));
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

  /** Marks the heading where a value is wrong, closed or not. */
  private void mark() {
    boolean wrong = items.stream().anyMatch(item -> !item.message().get().isEmpty());
    pane.pseudoClassStateChanged(Styles.STATE_DANGER, wrong);
  }
}
