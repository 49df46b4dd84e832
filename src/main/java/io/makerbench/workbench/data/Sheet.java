package io.makerbench.workbench.data;

import atlantafx.base.theme.Styles;
import java.util.function.UnaryOperator;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A form at the right of the page: labels above fields, what is wrong under them, the button with
 * the verb at the foot. Esc closes it.
 */
final class Sheet {
  private static final double WIDTH = 360;

  private final VBox fields = new VBox();
  private final BorderPane root = new BorderPane();
  private final Label problem = new Label();

  Sheet(String id, String title, Runnable close) {
    root.getStyleClass().add("sheet");
    root.setId(id);
    root.setPrefWidth(WIDTH);
    root.setMinWidth(WIDTH);
    root.setTop(header(title, close));
    fields.getStyleClass().add("sheet-fields");
    ScrollPane scroll = new ScrollPane(fields);
    scroll.setFitToWidth(true);
    root.setCenter(scroll);
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    problem.setId(id + "-problem");
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close.run();
            event.consume();
          }
        });
  }

  private static Node header(String title, Runnable close) {
    Label heading = new Label(title);
    heading.getStyleClass().add("sheet-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button button = new Button(null, new FontIcon("mdoal-close"));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.setAccessibleText("Close");
    button.setId("close-sheet");
    button.setOnAction(event -> close.run());
    HBox header = new HBox(heading, space, button);
    header.getStyleClass().add("sheet-header");
    return header;
  }

  Node view() {
    return root;
  }

  /** Adds a part without a label. */
  void add(Node part) {
    fields.getChildren().add(part);
  }

  /** Adds a control under its label. */
  void add(String label, Node control, String note) {
    Label name = new Label(label);
    name.setLabelFor(control);
    control.setAccessibleText(label);
    VBox box = new VBox(name, control);
    box.getStyleClass().add("sheet-field");
    if (!note.isEmpty()) {
      Label hint = new Label(note);
      hint.getStyleClass().add("field-note");
      hint.setWrapText(true);
      box.getChildren().add(hint);
    }
    fields.getChildren().add(box);
  }

  /**
   * Adds a text that is checked when it is left.
   *
   * @param check what is wrong with a text, in words; empty when nothing is
   */
  TextField text(
      String id, String label, StringProperty value, String note, UnaryOperator<String> check) {
    TextField field = new TextField();
    field.setId(id);
    field.textProperty().bindBidirectional(value);
    Label wrong = new Label();
    wrong.getStyleClass().add("problem");
    wrong.setWrapText(true);
    wrong.setId(id + "-problem");
    field
        .focusedProperty()
        .subscribe(focused -> say(wrong, focused ? "" : check.apply(value.get())));
    add(label, new VBox(field, wrong), note);
    field.setAccessibleText(label);
    return field;
  }

  private static void say(Label label, String words) {
    label.setText(words);
    label.setVisible(!words.isEmpty());
    label.setManaged(!words.isEmpty());
  }

  /** Adds the button at the foot, which carries the verb. */
  void foot(String id, String verb, Runnable action) {
    Button button = new Button(verb);
    button.setId(id);
    button.getStyleClass().add(Styles.ACCENT);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> {
      refuse("");
      action.run();
    });
    VBox foot = new VBox(problem, button);
    foot.getStyleClass().add("sheet-foot");
    refuse("");
    root.setBottom(foot);
  }

  /** Says over the button why it did nothing. */
  void refuse(String words) {
    say(problem, words);
  }
}
