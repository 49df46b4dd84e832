package io.makerbench.workbench.plot;

import io.makerbench.workbench.panel.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/** Title and legend above a plot; under the cursor the legend reads the values. */
final class PlotHeader {
  private static final double DOT_RADIUS = 4;

  private final Label title = new Label();
  private final HBox legend = new HBox();
  private final Label position = new Label();
  private final HBox root;
  private final List<Label> entries = new ArrayList<>();
  private List<? extends Curve> curves = List.of();
  private Palette palette = Palette.LIGHT;
  private boolean withoutValues;

  PlotHeader() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    title.getStyleClass().add("plot-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    legend.getStyleClass().add("plot-legend");
    position.getStyleClass().add("plot-position");
    root = new HBox(title, space, legend, position);
    root.getStyleClass().add("plot-header");
  }

  Node node() {
    return root;
  }

  void title(String text) {
    title.setText(text);
  }

  void paintWith(Palette colours) {
    palette = colours;
    build();
  }

  void show(List<? extends Curve> shown) {
    curves = List.copyOf(shown);
    build();
  }

  private void build() {
    entries.clear();
    for (Curve curve : curves) {
      Label entry = new Label(curve.name(), new Circle(DOT_RADIUS, palette.curve(curve.colour())));
      entry.getStyleClass().add("plot-legend-entry");
      entries.add(entry);
    }
    legend.setManaged(!withoutValues);
    legend.getChildren().setAll(entries);
    clearValues();
  }

  /** From now on it names neither curves nor values: something else does. */
  void withoutValues() {
    withoutValues = true;
    clearValues();
  }

  void standAt(String x) {
    position.setText(x);
  }

  void readAt(String x, List<Reading> values) {
    legend.setVisible(true);
    position.setText(x);
    for (int i = 0; i < entries.size(); i++) {
      entries.get(i).setText(curves.get(i).name() + "  " + values.get(i).words());
    }
  }

  void clearValues() {
    position.setText("");
    legend.setVisible(
        curves.size() > 1 && !withoutValues); // a single curve has its name in the title
    for (int i = 0; i < entries.size(); i++) {
      entries.get(i).setText(curves.get(i).name());
    }
  }
}
