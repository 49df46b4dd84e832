package io.makerbench.workbench.runs;

import atlantafx.base.theme.Styles;
import io.makerbench.experiment.catalogue.RunFacts;
import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.panel.RunLooks;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Eye, colour and name of a run in the table. It is made where a run is shown: a table fills its
 * page with lines, most of which are empty.
 */
final class RunName {
  private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden-run");
  private static final double DOT_RADIUS = 5;

  private final RunLooks looks;
  private final ObservableValue<Palette> palette;
  private final FontIcon eyeIcon = new FontIcon("mdomz-visibility");
  private final Button eye = new Button(null, eyeIcon);
  private final Circle dot = new Circle(DOT_RADIUS);
  private final Button colour = new Button(null, dot);
  private final Label name = new Label();
  private final HBox row = new HBox(eye, colour, name);
  private final Tooltip eyeHint = new Tooltip();
  private final Tooltip hint = new Tooltip();

  RunName(RunLooks looks, ObservableValue<Palette> palette) {
    this.looks = looks;
    this.palette = palette;
    row.getStyleClass().add("run-name");
    for (Button button : List.of(eye, colour)) {
      button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "run-look");
      button.setFocusTraversable(false); // the same by commands, on the runs that are chosen
    }
    colour.setTooltip(new Tooltip("Next colour"));
    eye.setTooltip(eyeHint);
  }

  Node view() {
    return row;
  }

  /** The run's folder and notes. */
  Tooltip hint() {
    return hint;
  }

  /**
   * Shows a run.
   *
   * @param baseline whether the others are held against it
   */
  void show(RunFacts run, boolean baseline) {
    String key = run.name();
    boolean shown = looks.isShown(key);
    eyeIcon.setIconLiteral(shown ? "mdomz-visibility" : "mdomz-visibility_off");
    eye.setAccessibleText((shown ? "Hide " : "Show ") + run.label() + " in curves");
    eyeHint.setText(shown ? "Hide in curves and comparison" : "Show in curves and comparison");
    eye.setOnAction(event -> looks.toggle(List.of(key)));
    dot.setFill(palette.getValue().curve(looks.colour(key)));
    colour.setAccessibleText("Change the colour of " + run.label());
    colour.setOnAction(event -> looks.paint(List.of(key), looks.colour(key) + 1));
    name.setText(run.label());
    name.setGraphic(baseline ? new FontIcon("mdomz-push_pin") : null);
    name.pseudoClassStateChanged(HIDDEN, !shown || run.notes().archived());
    hint.setText(run.notes().notes().isBlank() ? key : key + "\n\n" + run.notes().notes());
  }
}
