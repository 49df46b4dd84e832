package io.makerbench.workbench.compare;

import io.makerbench.workbench.panel.Palette;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Circle;

/** The colours of the policies, once for all plots of a comparison. */
final class PolicyLegend extends FlowPane {
  private static final double DOT_RADIUS = 4;

  private final ObservableValue<Palette> palette;
  private List<Contestant> shown = List.of();

  PolicyLegend(ObservableValue<Palette> palette) {
    this.palette = palette;
    setId("compare-policies");
    getStyleClass().add("policy-legend");
    palette.subscribe(colours -> fill());
  }

  void show(List<Contestant> contestants) {
    shown = contestants;
    fill();
  }

  private void fill() {
    getChildren().setAll(shown.stream().map(this::entry).toList());
  }

  private Label entry(Contestant contestant) {
    Circle dot = new Circle(DOT_RADIUS, palette.getValue().curve(contestant.colour()));
    Label entry = new Label(contestant.name(), dot);
    entry.getStyleClass().add("plot-legend-entry");
    return entry;
  }
}
