package io.makerbench.workbench.plot;

import io.fair_acc.chartfx.XYChart;
import io.makerbench.workbench.panel.Palette;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.shape.Circle;

/**
 * The values of many curves at the cross-hair, the largest first, beside it and out of its way.
 * Only the plot under the pointer has one; the others would hide their curves.
 */
final class ValuesCard {
  private static final int MOST = 10;
  private static final double DOT_RADIUS = 4;
  private static final double GAP = 12;

  private final XYChart chart;
  private final GridPane root = new GridPane();
  private Palette palette = Palette.LIGHT;

  ValuesCard(XYChart chart) {
    this.chart = chart;
    root.getStyleClass().add("plot-card");
    root.setManaged(false); // it is placed here, not by the pane's layout
    root.setMouseTransparent(true);
    root.setVisible(false);
    chart.getCanvasForeground().getChildren().add(root);
  }

  void paintWith(Palette colours) {
    palette = colours;
  }

  void hide() {
    root.setVisible(false);
  }

  void show(double x, List<Curve> curves, List<Reading> values) {
    root.setVisible(chart.isHover() && !curves.isEmpty());
    if (!root.isVisible()) {
      return;
    }
    root.getChildren().clear();
    List<Integer> order =
        IntStream.range(0, curves.size())
            .boxed()
            .filter(i -> !values.get(i).isNone())
            .sorted(Comparator.comparing((Integer i) -> values.get(i).value()).reversed())
            .toList();
    for (int row = 0; row < Math.min(MOST, order.size()); row++) {
      Curve curve = curves.get(order.get(row));
      Label name = new Label(curve.name(), new Circle(DOT_RADIUS, palette.curve(curve.colour())));
      root.addRow(row, name, new Label(values.get(order.get(row)).words()));
    }
    if (order.size() > MOST) {
      root.addRow(MOST, new Label("and " + (order.size() - MOST) + " more"));
    }
    place(x);
  }

  private void place(double x) {
    root.applyCss();
    root.autosize();
    double width = root.getWidth();
    boolean right = x + GAP + width <= chart.getCanvas().getWidth();
    root.relocate(right ? x + GAP : Math.max(0, x - GAP - width), 0);
  }
}
