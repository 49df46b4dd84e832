package io.makerbench.workbench.report;

import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.Metrics;
import io.makerbench.evaluate.Pairing;
import io.makerbench.report.ReportInput;
import io.makerbench.report.Verdict;
import io.makerbench.workbench.plot.Numbers;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** What a report will say, in short: verdict, main figures, facts. */
final class Preview extends ScrollPane {
  private static final double GAP = 8;
  private static final double WIDE_GAP = 24;
  private static final double TEXT_WIDTH = 900;
  private static final List<Metric> SHOWN =
      List.of(
          Metric.REALISED_PNL,
          Metric.SPREAD_PNL,
          Metric.FEES,
          Metric.MAX_DRAWDOWN,
          Metric.SHARPE,
          Metric.FILLS,
          Metric.MAP);

  private final VBox content = new VBox(GAP);

  Preview() {
    super();
    setId("report-preview");
    setFitToWidth(true);
    content.setPadding(new Insets(WIDE_GAP));
    content.setMaxWidth(TEXT_WIDTH);
    setContent(content);
  }

  void show(ReportInput input) {
    content.getChildren().setAll(text(input.title(), "title-2"));
    for (String note : input.notes()) {
      content.getChildren().add(text(note, "warning"));
    }
    showVerdict(input);
    showFigures(input);
    showFacts(input);
  }

  private void showVerdict(ReportInput input) {
    if (input.comparison() == null) {
      content.getChildren().add(text("There is no baseline to compare with.", "text-muted"));
      return;
    }
    heading("Result");
    for (Pairing pairing : input.comparison().pairings()) {
      content.getChildren().add(text(Verdict.headline(input.agent(), pairing), "text-bold"));
      String sentences = String.join(" ", Verdict.sentences(input.agent(), pairing));
      content.getChildren().add(text(sentences, "text"));
    }
  }

  private void showFigures(ReportInput input) {
    List<String> policies = input.metrics().stream().map(Metrics::policy).distinct().toList();
    if (policies.isEmpty()) {
      content.getChildren().add(text("This run was not evaluated yet.", "text-muted"));
      return;
    }
    String rules =
        input.metrics().stream()
            .map(Metrics::fillRule)
            .distinct()
            .collect(Collectors.joining(", "));
    heading("Means over the windows · fill rule " + rules);
    GridPane grid = grid();
    for (int column = 0; column <= SHOWN.size(); column++) {
      ColumnConstraints constraints = new ColumnConstraints();
      constraints.setHalignment(column == 0 ? HPos.LEFT : HPos.RIGHT);
      grid.getColumnConstraints().add(constraints);
    }
    for (int column = 0; column < SHOWN.size(); column++) {
      Label name = text(SHOWN.get(column).label(), "text-muted");
      name.setTooltip(new Tooltip(SHOWN.get(column).help()));
      grid.add(name, column + 1, 0);
    }
    for (int row = 0; row < policies.size(); row++) {
      grid.add(text(policies.get(row), "text-bold"), 0, row + 1);
      for (int column = 0; column < SHOWN.size(); column++) {
        double mean = mean(input, policies.get(row), SHOWN.get(column));
        grid.add(text(Numbers.precise(mean), "text"), column + 1, row + 1);
      }
    }
    content.getChildren().add(grid);
  }

  private static double mean(ReportInput input, String policy, Metric metric) {
    return input.metrics().stream()
        .filter(row -> row.policy().equals(policy))
        .mapToDouble(row -> row.value(metric))
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  private void showFacts(ReportInput input) {
    heading("Facts");
    GridPane grid = grid();
    input
        .facts()
        .forEach((name, value) ->
            grid.addRow(grid.getRowCount(), text(name, "text-muted"), text(value, "text")));
    grid.addRow(
        grid.getRowCount(), text("Repeat with", "text-muted"), text(input.command(), "text"));
    content.getChildren().add(grid);
  }

  private static GridPane grid() {
    GridPane grid = new GridPane(WIDE_GAP, GAP / 2);
    grid.setPadding(new Insets(0, 0, GAP, 0));
    return grid;
  }

  private void heading(String words) {
    Node label = text(words, "title-4");
    VBox.setMargin(label, new Insets(GAP, 0, 0, 0));
    content.getChildren().add(label);
  }

  private static Label text(String words, String style) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }
}
