package io.makerbench.workbench.config;

import atlantafx.base.theme.Styles;
import io.makerbench.config.ConfigNode;
import io.makerbench.workbench.panel.Turns;
import io.makerbench.workbench.plot.Numbers;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.PropertySheet;
import org.controlsfx.property.editor.PropertyEditor;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import tools.jackson.databind.JsonNode;

/**
 * The editor of one field: the control, its unit, a button back to the default where it was
 * changed, and below it what the field does or what is wrong with its value. It is made when its
 * section is first opened: a form has hundreds, and a user sees a dozen.
 */
final class FieldEditor implements PropertyEditor<Object> {
  private final ConfigItem item;
  private final Turns turns;
  private final VBox box = new VBox();
  private Subscription waiting = Subscription.EMPTY;
  private @Nullable ValueControl control;

  private FieldEditor(ConfigItem item, Turns turns) {
    this.item = item;
    this.turns = turns;
    box.getStyleClass().add("field-box");
    waiting = box.sceneProperty().subscribe(this::waitForTheSection);
  }

  /**
   * The editor that the sheet asks for.
   *
   * @param turns in which the fields of the sheet are made
   */
  static PropertyEditor<?> of(PropertySheet.Item item, Turns turns) {
    return new FieldEditor((ConfigItem) item, turns);
  }

  private void waitForTheSection(@Nullable Scene scene) {
    if (scene != null) {
      waiting.unsubscribe();
      waiting = section().expandedProperty().subscribe(this::fillIfOpen);
    }
  }

  private void fillIfOpen(boolean open) {
    if (open && control == null) {
      turns.take(this::fill);
    }
  }

  private TitledPane section() {
    Node at = box;
    while (!(at instanceof TitledPane section)) {
      at = at.getParent();
    }
    return section;
  }

  private void fill() {
    if (control == null && box.getParent() != null) {
      ValueControl made = ValueControl.of(item.node());
      control = made;
      box.getChildren().setAll(row(made), note(made));
      nameTheKey();
    }
  }

  /** The label before the editor tells where the field stands in the text. */
  private void nameTheKey() {
    box.getParent().getChildrenUnmodifiable().stream()
        .filter(node -> node instanceof Label label && label.getLabelFor() == box)
        .forEach(node ->
            ((Label) node).setTooltip(new Tooltip(item.path() + ": " + item.node().help())));
  }

  private Label note(ValueControl made) {
    Label note = new Label();
    note.setWrapText(true);
    note.setId("note-" + item.path());
    item.message().subscribe(message -> show(note, made, message));
    made.onTyping(typed -> mark(made, !item.messageOf(typed).isEmpty()));
    return note;
  }

  private HBox row(ValueControl made) {
    made.node().setId("field-" + item.path());
    made.node().setAccessibleText(item.getCategory() + ": " + item.getName());
    made.onCommit(item::setValue);
    item.value().subscribe(value -> made.show((JsonNode) value));
    Label unit = new Label(unit(item.node()));
    unit.getStyleClass().add("field-unit");
    Button reset = new Button(null, new FontIcon("mdomz-undo"));
    reset.setId("reset-" + item.path());
    reset.setTooltip(new Tooltip("Back to the default, " + ConfigDocument.fallback(item.node())));
    reset.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    reset.visibleProperty().bind(item.changed());
    reset.setOnAction(event -> item.reset());
    HBox.setHgrow(made.node(), Priority.ALWAYS);
    HBox row = new HBox(made.node(), unit, reset);
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

  private void show(Label note, ValueControl made, String message) {
    boolean wrong = !message.isEmpty();
    note.setText(wrong ? message : item.node().help() + allowed(item.node()));
    note.getStyleClass().setAll("label", wrong ? "problem" : "field-note");
    mark(made, wrong);
  }

  /** While it is typed a wrong value is marked; what is wrong is said when the field is left. */
  private static void mark(ValueControl made, boolean wrong) {
    made.node().pseudoClassStateChanged(Styles.STATE_DANGER, wrong);
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
    return control == null ? item.getValue() : control.value();
  }

  @Override
  public void setValue(Object value) {
    if (control != null) {
      control.show((JsonNode) value);
    }
  }
}
