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
  private List<Entry> shown = List.of();

  /**
   * What has a colour.
   *
   * @param name of a policy, or of what policies are held against
   * @param colour number of its colour in the palette
   */
  record Entry(String name, int colour) {}

  PolicyLegend(ObservableValue<Palette> palette) {
    this.palette = palette;
    setId("compare-policies");
    getStyleClass().add("policy-legend");
    palette.subscribe(colours -> fill());
  }

  void show(List<Entry> entries) {
    shown = entries;
    fill();
  }

  private void fill() {
    getChildren().setAll(shown.stream().map(this::entry).toList());
  }

  private Label entry(Entry of) {
    Circle dot = new Circle(DOT_RADIUS, palette.getValue().curve(of.colour()));
    Label entry = new Label(of.name(), dot);
    entry.getStyleClass().add("plot-legend-entry");
    return entry;
  }
}
