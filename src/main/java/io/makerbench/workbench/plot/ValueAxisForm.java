package io.makerbench.workbench.plot;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import io.makerbench.workbench.panel.TextWidths;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks from where to where the value axis of a plot is to reach. */
final class ValueAxisForm {
  private static final double FIELD_WIDTH = 120;

  private final ObjectProperty<Range> chosen;
  private final TextField least = field("axis-from", "Lowest value of the axis");
  private final TextField most = field("axis-to", "Highest value of the axis");
  private final Label problem = new Label();
  private final Popover popover;

  /**
   * Makes it.
   *
   * @param chosen takes the range; {@link Range#EMPTY} follows the curves
   */
  ValueAxisForm(ObjectProperty<Range> chosen) {
    this.chosen = chosen;
    GridPane fields = new GridPane();
    fields.getStyleClass().add("facts");
    fields.addRow(0, new Label("From"), least);
    fields.addRow(1, new Label("To"), most);
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    Button set = new Button("Set axis");
    set.setId("axis-set");
    set.setDefaultButton(true);
    set.getStyleClass().add(Styles.ACCENT);
    set.setOnAction(event -> set());
    Button automatic = new Button("Fit the curves");
    automatic.setId("axis-fit");
    automatic.setOnAction(event -> choose(Range.EMPTY));
    HBox buttons = new HBox(set, automatic);
    buttons.getStyleClass().add("curve-option");
    VBox form = new VBox(fields, problem, buttons);
    form.getStyleClass().add("run-form");
    popover = new Popover(form);
    popover.setTitle("Value axis");
    popover.setHeaderAlwaysVisible(true);
    popover.setDetachable(false);
    popover.setArrowLocation(Popover.ArrowLocation.LEFT_TOP);
  }

  private static TextField field(String id, String words) {
    TextField field = new TextField();
    field.setId(id);
    field.setAccessibleText(words);
    TextWidths.prefer(field, FIELD_WIDTH);
    return field;
  }

  /** Opens it with the range that is shown now. */
  void show(Node owner, Range now) {
    least.setText(Numbers.precise(now.min()));
    most.setText(Numbers.precise(now.max()));
    tell("");
    popover.show(owner);
    least.requestFocus();
    least.selectAll();
  }

  private void set() {
    try {
      Range typed = new Range(number(least), number(most));
      if (typed.length() > 0) {
        choose(typed);
      } else {
        tell("The axis must reach from a number to a larger one.");
      }
    } catch (NumberFormatException e) {
      tell("Both ends must be numbers, for example -0.5 or 1e-3.");
    }
  }

  private static double number(TextField field) {
    return Double.parseDouble(field.getText().strip().replace(",", "").replace('−', '-'));
  }

  private void choose(Range range) {
    chosen.set(range);
    popover.hide();
  }

  private void tell(String words) {
    problem.setText(words);
    problem.setVisible(!words.isEmpty());
    problem.setManaged(!words.isEmpty());
  }
}
