package io.makerbench.workbench.monitor;

import atlantafx.base.controls.ToggleSwitch;
import io.makerbench.learn.cloning.Cloning;
import io.makerbench.learn.watch.Finding;
import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.plot.ChartPlot;
import io.makerbench.workbench.plot.PlotView;
import io.makerbench.workbench.plot.Range;
import io.makerbench.workbench.plot.SmoothedCurve;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Every curve of a run, in the rows of its learner; zoom and cross-hair go together. */
final class CurveGrid {
  private static final double LOWEST_PLOT = 110;
  private static final double FIRST_WEIGHT = 0.6;
  private static final double HIGHEST_WEIGHT = 0.999;
  private static final Duration BETWEEN_DRAWINGS = Duration.millis(80);

  /** A chart with those of its lines that the run has. */
  private record Drawn(Chart chart, List<Chart.Line> lines) {}

  /** A row of the page with those of its charts that have lines. */
  private record DrawnRow(String title, List<Drawn> charts) {}

  private final ObservableValue<Palette> palette;
  private final VBox rows = new VBox();
  private final Slider smoothing = new Slider(0, HIGHEST_WEIGHT, FIRST_WEIGHT);
  private final ToggleSwitch logarithmic = new ToggleSwitch("Log scale for loss and gradient");
  private final Label across = new Label();
  private final Map<Drawn, PlotView> plots = new LinkedHashMap<>();
  private final PauseTransition pause = new PauseTransition(BETWEEN_DRAWINGS);
  private List<DrawnRow> layout = List.of();
  private String learner = "";
  private MetricSeries shown = new MetricSeries();
  private List<Finding> findings = List.of();

  CurveGrid(ObservableValue<Palette> palette) {
    this.palette = palette;
    rows.setMinHeight(0);
    rows.getStyleClass().add("curves");
    pause.setOnFinished(event -> draw());
    smoothing.valueProperty().subscribe(weight -> showCurves());
    logarithmic.selectedProperty().subscribe(this::scale);
  }

  private void scale(boolean log) {
    plots.forEach((drawn, plot) ->
        plot.logarithmic().set(log && drawn.chart().kind() == Chart.Kind.POSITIVE));
  }

  Node view() {
    return rows;
  }

  Node options() {
    smoothing.setId("smoothing");
    smoothing.setAccessibleText("Smoothing of the curves");
    Label weight = new Label();
    weight.setMinWidth(40);
    smoothing
        .valueProperty()
        .subscribe(
            value -> weight.setText(String.format(Locale.ROOT, "%.3f", value.doubleValue())));
    across.getStyleClass().add("muted");
    Button whole = new Button("Whole run");
    whole.setOnAction(event ->
        plots.values().stream().findFirst().ifPresent(plot -> plot.zoom().set(Range.EMPTY)));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox options =
        new HBox(new Label("Smoothing"), smoothing, weight, logarithmic, space, across, whole);
    options.getStyleClass().add("page-header");
    return options;
  }

  /** Shows a run, and from then on what came in, at most about twelve times a second. */
  void show(LiveRun run) {
    findings = run.warnings();
    boolean another = run.metrics() != shown || !run.learner().equals(learner);
    if (another) {
      shown = run.metrics();
      learner = run.learner();
      across.setText("Across: " + (learner.equals(Cloning.NAME) ? "epochs" : "ticks learned from"));
      layout = List.of();
      draw();
    } else if (pause.getStatus() != Animation.Status.RUNNING) {
      pause.playFromStart();
    }
  }

  /** All plots show the same stretch. */
  private void draw() {
    layOut();
    Range all = Range.EMPTY;
    for (Drawn drawn : plots.keySet()) {
      for (Chart.Line line : drawn.lines()) {
        all = all.union(shown.series(line.key()).domain());
      }
    }
    for (Map.Entry<Drawn, PlotView> entry : plots.entrySet()) {
      PlotView plot = entry.getValue();
      plot.marks(FindingMarks.on(entry.getKey().lines(), findings));
      plot.atLeast(all);
      plot.refresh();
    }
  }

  /** Reads all curves at a step. */
  void readAt(double step) {
    plots.values().stream().findFirst().ifPresent(plot -> plot.cursor().set(step));
  }

  /** Makes the plots, and anew where a first figure calls for another. */
  private void layOut() {
    List<DrawnRow> wanted = wanted();
    if (wanted.equals(layout)) {
      return;
    }
    layout = wanted;
    plots.clear();
    rows.getChildren().clear();
    for (DrawnRow row : wanted) {
      rows.getChildren().add(view(row));
    }
    scale(logarithmic.isSelected());
    showCurves();
  }

  private List<DrawnRow> wanted() {
    List<DrawnRow> wanted = new ArrayList<>();
    if (!learner.isEmpty()) {
      for (ChartRow row : ChartRow.of(learner)) {
        List<Drawn> charts =
            row.charts().stream()
                .map(chart -> new Drawn(chart, chart.lines().of(shown)))
                .filter(drawn -> !drawn.lines().isEmpty())
                .toList();
        wanted.add(new DrawnRow(row.title(), charts));
      }
    }
    return wanted;
  }

  private Node view(DrawnRow row) {
    Label title = new Label(row.title());
    title.getStyleClass().add("curves-title");
    HBox charts = new HBox();
    VBox.setVgrow(charts, Priority.ALWAYS);
    for (Drawn drawn : row.charts()) {
      charts.getChildren().add(plot(drawn));
    }
    VBox view = new VBox(title, charts);
    VBox.setVgrow(view, Priority.ALWAYS);
    return view;
  }

  private Region plot(Drawn drawn) {
    PlotView plot = new ChartPlot(palette);
    plot.title(drawn.chart().title());
    plot.axes(new PlotView.Axis("", ""), new PlotView.Axis("", drawn.chart().unit()));
    plots.values().stream().findFirst().ifPresent(plot::link);
    plots.put(drawn, plot);
    Region node = (Region) plot.node();
    node.setId("plot-" + drawn.lines().getFirst().key());
    node.setMinSize(0, LOWEST_PLOT);
    node.setPrefSize(0, LOWEST_PLOT); // all of a row share its width alike
    HBox.setHgrow(node, Priority.ALWAYS);
    return node;
  }

  private void showCurves() {
    int colour = 0;
    for (Map.Entry<Drawn, PlotView> entry : plots.entrySet()) {
      List<SmoothedCurve> curves = new ArrayList<>();
      for (Chart.Line line : entry.getKey().lines()) {
        curves.add(
            new SmoothedCurve(
                line.name(), colour, shown.series(line.key()), weight(entry.getKey().chart())));
        colour++;
      }
      entry.getValue().show(curves);
    }
  }

  private double weight(Chart chart) {
    return chart.kind() == Chart.Kind.EXACT ? 0 : smoothing.getValue();
  }
}
