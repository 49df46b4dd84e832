package io.makerbench.workbench.config;

import atlantafx.base.theme.Styles;
import io.makerbench.config.ConfigNode;
import io.makerbench.config.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Accordion;
import javafx.scene.control.TitledPane;
import org.controlsfx.control.PropertySheet;

/** The form: one sheet, a category for each section. It follows the document. */
final class ConfigForm {
  private final ConfigDocument document;
  private final PropertySheet sheet = new PropertySheet();
  private List<ConfigItem> items = List.of();

  ConfigForm(ConfigDocument document) {
    this.document = document;
    sheet.setId("config-form");
    sheet.setMode(PropertySheet.Mode.CATEGORY);
    sheet.setModeSwitcherVisible(false);
    sheet.setPropertyEditorFactory(FieldEditor::of);
    sheet.heightProperty().subscribe(height -> nameTheSearch());
  }

  /** Puts the first section in, which is a frame's work by itself. */
  void begin() {
    List<ConfigItem> all = ConfigItems.of(document);
    String first = all.getFirst().getCategory();
    sheet.getItems().setAll(all.stream().filter(item -> item.getCategory().equals(first)).toList());
  }

  /** Puts all sections in, and follows the document from now on. */
  void fill() {
    document.onChange(this::follow);
    follow();
  }

  /** The sheet makes its field of search by itself, and without words. */
  private void nameTheSearch() {
    Node search = sheet.lookup(".clearable-field");
    if (search != null) {
      search.setAccessibleText("Search the fields");
    }
  }

  Node view() {
    return sheet;
  }

  /** The fields now on the form. */
  List<ConfigItem> items() {
    return items;
  }

  private void follow() {
    List<ConfigItem> wanted = ConfigItems.of(document);
    if (places(wanted).equals(places(items))) {
      items.forEach(ConfigItem::refresh);
    } else {
      items = wanted;
      List<String> order = items.stream().map(ConfigItem::getCategory).distinct().toList();
      sheet.setCategoryComparator(Comparator.comparingInt(order::indexOf));
      sheet.getItems().setAll(items);
    }
    markSections();
  }

  /** Marks the heading of each section in which a value is wrong, closed or not. */
  private void markSections() {
    Set<String> wrong =
        items.stream()
            .filter(item -> !item.message().get().isEmpty())
            .map(ConfigItem::getCategory)
            .collect(Collectors.toSet());
    sections()
        .forEach(section ->
            section.pseudoClassStateChanged(
                Styles.STATE_DANGER, wrong.contains(section.getText())));
  }

  /** Opens the section of a problem. */
  void open(Problem problem) {
    items.stream()
        .filter(item -> item.path().covers(problem.path()))
        .findFirst()
        .ifPresent(item ->
            sections()
                .filter(section -> section.getText().equals(item.getCategory()))
                .forEach(section -> section.setExpanded(true)));
  }

  private Stream<TitledPane> sections() {
    return sheet.lookup(".accordion") instanceof Accordion accordion
        ? accordion.getPanes().stream()
        : Stream.empty();
  }

  private static List<Map.Entry<ConfigPath, ConfigNode>> places(List<ConfigItem> of) {
    return of.stream().map(item -> Map.entry(item.path(), item.node())).toList();
  }
}
