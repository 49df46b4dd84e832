package io.makerbench.workbench.monitor;

import atlantafx.base.controls.ToggleSwitch;
import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.plot.ChartPlot;
import io.makerbench.workbench.plot.PlotView;
import io.makerbench.workbench.plot.Range;
import io.makerbench.workbench.plot.SmoothedCurve;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.util.Duration;

/** Every curve of a run, three plots a row; zoom and cross-hair go together. */
final class CurveGrid {
  private static final int COLUMNS = 3;
  private static final double LOWEST_PLOT = 120;
  private static final double FIRST_WEIGHT = 0.6;
  private static final double HIGHEST_WEIGHT = 0.999;
  private static final Duration BETWEEN_DRAWINGS = Duration.millis(80);

  private final GridPane grid = new GridPane();
  private final Slider smoothing = new Slider(0, HIGHEST_WEIGHT, FIRST_WEIGHT);
  private final ToggleSwitch logarithmic = new ToggleSwitch("Log scale for loss and gradient");
  private final Map<Metric, PlotView> plots = new EnumMap<>(Metric.class);
  private MetricSeries shown = new MetricSeries();
  private final PauseTransition pause = new PauseTransition(BETWEEN_DRAWINGS);

  CurveGrid(ObservableValue<Palette> palette) {
    grid.setMinHeight(0);
    for (Metric metric : Metric.values()) {
      add(metric, new ChartPlot(palette));
    }
    for (int i = 0; i < COLUMNS; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      grid.getColumnConstraints().add(column);
    }
    for (int i = 0; i < Math.ceilDiv(Metric.values().length, COLUMNS); i++) {
      RowConstraints row = new RowConstraints();
      row.setVgrow(Priority.ALWAYS);
      row.setMinHeight(LOWEST_PLOT);
      grid.getRowConstraints().add(row);
    }
    pause.setOnFinished(event -> draw());
    smoothing.valueProperty().subscribe(weight -> show(shown));
    logarithmic.selectedProperty().subscribe(this::scale);
  }

  private void add(Metric metric, PlotView plot) {
    plot.title(metric.label);
    plot.axes(new PlotView.Axis("", ""), new PlotView.Axis("", metric.unit));
    plot.node().setId("plot-" + metric.key);
    grid.add(plot.node(), metric.ordinal() % COLUMNS, metric.ordinal() / COLUMNS);
    plots.values().stream().findFirst().ifPresent(plot::link);
    plots.put(metric, plot);
  }

  private void scale(boolean log) {
    plots.get(Metric.LOSS).logarithmic().set(log);
    plots.get(Metric.GRAD_NORM).logarithmic().set(log);
  }

  Node view() {
    return grid;
  }

  Node options() {
    smoothing.setId("smoothing");
    Label weight = new Label();
    weight.setMinWidth(40);
    smoothing
        .valueProperty()
        .subscribe(
            value -> weight.setText(String.format(Locale.ROOT, "%.3f", value.doubleValue())));
    Label unit = new Label("Across: ticks learned from");
    unit.getStyleClass().add("muted");
    Button whole = new Button("Whole run");
    whole.setOnAction(event -> plots.get(Metric.REWARD).zoom().set(Range.EMPTY));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox options =
        new HBox(new Label("Smoothing"), smoothing, weight, logarithmic, space, unit, whole);
    options.getStyleClass().add("page-header");
    return options;
  }

  void show(MetricSeries metrics) {
    shown = metrics;
    plots.forEach((metric, plot) -> plot.show(List.of(curve(metric))));
    draw();
  }

  private SmoothedCurve curve(Metric metric) {
    double weight = metric == Metric.EPSILON ? 0 : smoothing.getValue(); // a schedule has no noise
    return new SmoothedCurve(metric.label, metric.ordinal(), shown.series(metric.key), weight);
  }

  /** All plots show the same stretch, so that what is above one another is at the same step. */
  private void draw() {
    Range all = Range.EMPTY;
    for (Metric metric : Metric.values()) {
      all = all.union(shown.series(metric.key).domain());
    }
    for (PlotView plot : plots.values()) {
      plot.atLeast(all);
      plot.refresh();
    }
  }

  /** Draws what came in, at most about twelve times a second. */
  void refresh(MetricSeries metrics) {
    if (metrics != shown) {
      show(metrics);
    } else if (pause.getStatus() != Animation.Status.RUNNING) {
      pause.playFromStart();
    }
  }
}
