package io.makerbench.workbench.compare;

import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.evaluate.MarketState;
import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.Regime;
import io.makerbench.experiment.EvaluatedRuns;
import io.makerbench.workbench.panel.Desk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/** Not means alone: how a metric is spread over the windows and seeds, and by regime. */
final class DistributionPage {
  private static final double GAP = 8;

  private final Desk desk;
  private final ComboBox<Metric> metric = new ComboBox<>();
  private final ComboBox<Regime> regime = new ComboBox<>();
  private final DistributionPicture picture;
  private final BorderPane root = new BorderPane();
  private EvaluatedRuns runs = new EvaluatedRuns(List.of(), List.of());
  private List<Contestant> contestants = List.of();
  private List<MarketState> states = List.of();
  private long asked;

  DistributionPage(Desk desk) {
    this.desk = desk;
    picture = new DistributionPicture(desk.appearance().palette());
    name(metric, "distribution-metric", "Metric whose distribution is shown", Metric::label);
    name(regime, "distribution-regime", "What windows are grouped by", Regime::label);
    regime.getItems().setAll(Regime.values());
    regime.setValue(Regime.VOLATILITY);
    HBox bar = new HBox(GAP, new Label("Metric"), metric, new Label("Windows grouped by"), regime);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("side-bar");
    root.setTop(bar);
    root.setCenter(picture.view());
  }

  private <T> void name(ComboBox<T> box, String id, String words, Function<T, String> label) {
    box.setId(id);
    box.setAccessibleText(words);
    box.setOnAction(event -> draw());
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : label.apply(value);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("The box is not edited.");
          }
        });
  }

  Node view() {
    return root;
  }

  /** Shows what is compared; the market of each window is read from the first passage in it. */
  void open(EvaluatedRuns shown, List<Contestant> coloured) {
    long mine = ++asked;
    desk.background()
        .compute(
            "Reading the windows",
            () -> read(shown),
            found -> {
              if (mine == asked) {
                runs = shown;
                contestants = coloured;
                states = found;
                offer();
                draw();
              }
            });
  }

  private static List<MarketState> read(EvaluatedRuns runs) {
    Map<String, MarketState> found = new LinkedHashMap<>();
    for (EvaluatedRuns.Passage passage : runs.passages()) {
      String window = passage.metrics().window();
      EvaluatedRuns.Policy policy =
          runs.policies().stream()
              .filter(p -> p.name().equals(passage.metrics().policy()))
              .findFirst()
              .orElseThrow();
      found.computeIfAbsent(
          window,
          name ->
              MarketState.of(
                  new EvaluationStore(passage.run().evaluation()).episode(policy.policy(), name)));
    }
    return List.copyOf(found.values());
  }

  /** Metrics that any policy has. */
  private void offer() {
    Metric before = metric.getValue();
    List<Metric> known =
        List.of(Metric.values()).stream()
            .filter(m -> runs.metrics().stream().anyMatch(row -> Double.isFinite(row.value(m))))
            .toList();
    metric.getItems().setAll(known);
    metric.setValue(known.contains(before) ? before : Metric.REALISED_PNL);
  }

  private void draw() {
    if (!contestants.isEmpty() && metric.getValue() != null) {
      picture.show(distribution());
    }
  }

  /** What is shown. */
  Distribution distribution() {
    return new Distribution(
        metric.getValue(), regime.getValue(), contestants, runs.metrics(), states);
  }
}
