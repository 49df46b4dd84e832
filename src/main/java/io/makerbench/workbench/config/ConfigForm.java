package io.makerbench.workbench.config;

import io.makerbench.config.ConfigNode;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
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
    document.onChange(this::follow);
    follow();
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
  }

  private static List<ConfigNode> places(List<ConfigItem> of) {
    return of.stream().map(ConfigItem::node).toList();
  }
}
