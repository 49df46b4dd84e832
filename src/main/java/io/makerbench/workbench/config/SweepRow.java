package io.makerbench.workbench.config;

import atlantafx.base.theme.Styles;
import io.makerbench.experiment.SweepAxis;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A key that is swept, with the field for its values. */
final class SweepRow {
  private final String key;
  private final TextField values = new TextField();
  private final VBox box;

  /**
   * Makes it.
   *
   * @param now the key's present value
   * @param changed told when other values are typed
   * @param removed told when the key is to be swept no more
   */
  SweepRow(String key, String now, Runnable changed, Consumer<SweepRow> removed) {
    this.key = key;
    values.setId("sweep-" + key.replace('.', '-'));
    values.setText(now.replaceAll("^\"|\"$", ""));
    values.setAccessibleText("Values of " + key);
    values.textProperty().subscribe((before, typed) -> changed.run());
    HBox.setHgrow(values, Priority.ALWAYS);
    Button remove = new Button(null, new FontIcon("mdoal-close"));
    remove.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    remove.setTooltip(new Tooltip("Sweep it no more"));
    remove.setAccessibleText("Sweep " + key + " no more");
    remove.setOnAction(event -> removed.accept(this));
    HBox line = new HBox(values, remove);
    line.getStyleClass().add("field-row");
    box = new VBox(new Label(key), line);
    box.getStyleClass().add("field-box");
  }

  Node view() {
    return box;
  }

  String key() {
    return key;
  }

  /**
   * The key with its values.
   *
   * @throws io.makerbench.config.InputException when what was typed is neither list nor range
   */
  SweepAxis axis() {
    return SweepAxis.parse(key, values.getText());
  }

  void focus() {
    values.requestFocus();
    values.selectAll();
  }
}
