package io.makerbench.workbench.compare;

import io.makerbench.evaluate.Metric;
import io.makerbench.experiment.EvaluatedRuns;
import io.makerbench.workbench.panel.Desk;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** What was tried, and what came of it: the runs as lines across parallel axes. */
final class ParallelPage {
  private static final double GAP = 8;
  private static final List<Metric> FIRST =
      List.of(Metric.REALISED_PNL, Metric.SHARPE, Metric.MAX_DRAWDOWN, Metric.MAP, Metric.FILLS);

  private final Desk desk;
  private final ParallelPicture picture;
  private final MenuButton metrics = new MenuButton("Metrics");
  private final Map<Metric, CheckMenuItem> items = new EnumMap<>(Metric.class);
  private final Label reading = new Label();
  private final Label empty = new Label();
  private final BorderPane root = new BorderPane();
  private EvaluatedRuns runs = new EvaluatedRuns(List.of(), List.of());
  private List<Contestant> contestants = List.of();
  private ParallelAxes shown = new ParallelAxes(List.of(), List.of());
  private long asked;

  ParallelPage(Desk desk) {
    this.desk = desk;
    picture = new ParallelPicture(desk.appearance().palette());
    metrics.setId("parallel-metrics");
    metrics.setAccessibleText("Metrics that have an axis");
    for (Metric metric : Metric.values()) {
      CheckMenuItem item = new CheckMenuItem(metric.label());
      item.setSelected(FIRST.contains(metric));
      item.setOnAction(event -> reckon());
      items.put(metric, item);
      metrics.getItems().add(item);
    }
    Label hint = new Label("A click on the name of an axis turns it.");
    hint.getStyleClass().add("text-muted");
    HBox bar = new HBox(GAP, metrics, hint);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("side-bar");
    reading.setId("parallel-reading");
    reading.setWrapText(true);
    reading.textProperty().bind(picture.reading());
    empty.setId("parallel-empty");
    empty.setWrapText(true);
    empty.getStyleClass().add("muted");
    empty.setText(
        "Choose several runs whose configurations differ: each is a line across the keys in which"
            + " they do, and the metrics.");
    root.setTop(bar);
    root.setCenter(new StackPane(picture.view(), empty));
    root.setBottom(reading);
  }

  Node view() {
    return root;
  }

  /** What is shown. */
  ParallelAxes shown() {
    return shown;
  }

  /** Shows the runs of what is compared. */
  void open(EvaluatedRuns compared, List<Contestant> coloured) {
    runs = compared;
    contestants = coloured;
    reckon();
  }

  private void reckon() {
    long mine = ++asked;
    EvaluatedRuns of = runs;
    List<Contestant> coloured = contestants;
    List<Metric> chosen = new ArrayList<>();
    items.forEach((metric, item) -> {
      if (item.isSelected()
          && of.metrics().stream().anyMatch(row -> Double.isFinite(row.value(metric)))) {
        chosen.add(metric);
      }
    });
    desk.background()
        .compute(
            "Reading the configurations",
            () -> ParallelAxes.of(of, coloured, chosen),
            found -> {
              if (mine == asked) {
                show(found);
              }
            });
  }

  private void show(ParallelAxes found) {
    shown = found;
    boolean several = found.lines().size() > 1;
    empty.setVisible(!several);
    picture.view().setVisible(several);
    picture.show(found);
  }
}
