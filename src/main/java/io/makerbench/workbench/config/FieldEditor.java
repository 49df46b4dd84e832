package io.makerbench.workbench.config;

import atlantafx.base.theme.Styles;
import io.makerbench.config.ConfigNode;
import io.makerbench.workbench.plot.Numbers;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PropertySheet;
import org.controlsfx.property.editor.PropertyEditor;
import org.kordamp.ikonli.javafx.FontIcon;
import tools.jackson.databind.JsonNode;

/**
 * The editor of one field: the control, its unit, a button back to the default where it was
 * changed, and below it what the field does or what is wrong with its value.
 */
final class FieldEditor implements PropertyEditor<Object> {
  private final ValueControl control;
  private final VBox box;

  private FieldEditor(ConfigItem item, ValueControl control) {
    this.control = control;
    Label note = new Label();
    note.setWrapText(true);
    note.setId("note-" + item.path());
    item.message().subscribe(message -> show(note, item, message));
    control.node().setId("field-" + item.path());
    control.node().setAccessibleText(item.getName());
    control.node().setAccessibleText(item.getCategory() + ": " + item.getName());
    control.onCommit(item::setValue);
    control.onTyping(typed -> mark(!item.messageOf(typed).isEmpty()));
    item.value().subscribe(value -> control.show((JsonNode) value));
    box = new VBox(row(item), note);
    box.getStyleClass().add("field-box");
  }

  /** The editor that the sheet asks for. */
  static PropertyEditor<?> of(PropertySheet.Item item) {
    ConfigItem field = (ConfigItem) item;
    return new FieldEditor(field, ValueControl.of(field.node()));
  }

  private HBox row(ConfigItem item) {
    Label unit = new Label(unit(item.node()));
    unit.getStyleClass().add("field-unit");
    Button reset = new Button(null, new FontIcon("mdomz-undo"));
    reset.setId("reset-" + item.path());
    reset.setTooltip(new Tooltip("Back to the default, " + ConfigDocument.fallback(item.node())));
    reset.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    reset.visibleProperty().bind(item.changed());
    reset.setOnAction(event -> item.reset());
    HBox.setHgrow(control.node(), Priority.ALWAYS);
    HBox row = new HBox(control.node(), unit, reset);
    row.getStyleClass().add("field-row");
    return row;
  }

  private static String unit(ConfigNode node) {
    return switch (node) {
      case ConfigNode.Field field -> field.unit();
      case ConfigNode.Listing listing -> unit(listing.element());
      case ConfigNode.Section section -> "";
      case ConfigNode.Variant variant -> "";
    };
  }

  private void show(Label note, ConfigItem item, String message) {
    boolean wrong = !message.isEmpty();
    note.setText(wrong ? message : item.node().help() + allowed(item.node()));
    note.getStyleClass().setAll("label", wrong ? "problem" : "field-note");
    mark(wrong);
  }

  /** While it is typed a wrong value is marked; what is wrong is said when the field is left. */
  private void mark(boolean wrong) {
    control.node().pseudoClassStateChanged(Styles.STATE_DANGER, wrong);
  }

  /** The range of a number, where it has one: " From 0 to 1." */
  private static String allowed(ConfigNode node) {
    if (!(node instanceof ConfigNode.Field field)) {
      return "";
    }
    boolean low = field.min() > Integer.MIN_VALUE;
    boolean high = field.max() < Integer.MAX_VALUE;
    String least = Numbers.precise(field.min());
    String most = Numbers.precise(field.max());
    if (low && high) {
      return " From " + least + " to " + most + ".";
    }
    return low ? " At least " + least + "." : high ? " At most " + most + "." : "";
  }

  @Override
  public Node getEditor() {
    return box;
  }

  @Override
  public Object getValue() {
    return control.value();
  }

  @Override
  public void setValue(Object value) {
    control.show((JsonNode) value);
  }
}
