package io.makerbench.workbench.monitor;

import atlantafx.base.theme.Styles;
import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.Metrics;
import io.makerbench.experiment.AgentConfig;
import io.makerbench.experiment.RunState;
import io.makerbench.workbench.panel.Background;
import io.makerbench.workbench.plot.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A run that has nothing to learn: it says so, and shows what its policies earned. */
final class JudgedView {
  private static final List<Metric> SHOWN =
      List.of(
          Metric.REALISED_PNL,
          Metric.SPREAD_PNL,
          Metric.INVENTORY_PNL,
          Metric.FEES,
          Metric.MAX_DRAWDOWN,
          Metric.MAP,
          Metric.FILLS);

  private final Background background;
  private final Label words = new Label();
  private final Label waiting = new Label();
  private final TableView<Metrics> table = new TableView<>();
  private final BorderPane root = new BorderPane(table);
  private @Nullable LiveRun run;
  private @Nullable RunState readAt;

  JudgedView(Background background) {
    this.background = background;
    Label title = new Label("Nothing to learn");
    title.getStyleClass().add("section-title");
    words.setId("nothing-to-learn");
    words.setWrapText(true);
    words.getStyleClass().add("muted");
    waiting.getStyleClass().add("muted");
    VBox head = new VBox(title, words);
    head.getStyleClass().add("judged-head");
    root.setTop(head);
    root.setMinHeight(0);
    table.setId("judged");
    table.setAccessibleText("What the policies of the run earned, window by window");
    table.getStyleClass().addAll(Styles.DENSE, Styles.STRIPED);
    table.setPlaceholder(waiting);
    table.getColumns().setAll(columns());
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
  }

  private static List<TableColumn<Metrics, ?>> columns() {
    List<TableColumn<Metrics, ?>> columns = new ArrayList<>();
    columns.add(column("Policy", Metrics::policy));
    columns.add(column("Window", Metrics::window));
    for (Metric metric : SHOWN) {
      TableColumn<Metrics, String> column = column("", row -> Numbers.precise(row.value(metric)));
      column.getStyleClass().add("figure-column");
      String unit = metric.unit().isEmpty() ? "" : " In " + metric.unit() + ".";
      Label heading = new Label(metric.label());
      heading.setTooltip(new Tooltip(metric.help() + unit));
      column.setGraphic(heading);
      columns.add(column);
    }
    return columns;
  }

  private static TableColumn<Metrics, String> column(String name, Function<Metrics, String> words) {
    TableColumn<Metrics, String> column = new TableColumn<>(name);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
    return column;
  }

  Node view() {
    return root;
  }

  /** Shows a run; again after it changed. */
  void show(LiveRun shown) {
    RunState state = shown.state().get();
    if (shown == run && state == readAt) {
      return;
    }
    run = shown;
    readAt = state;
    words.setText(words(shown));
    waiting.setText(
        state.ended()
            ? "This run has no evaluation."
            : "What it earns is listed here as soon as all windows are met.");
    table.getItems().clear();
    background.compute(
        "Reading the evaluation",
        () -> new EvaluationStore(shown.folder().evaluation()).metrics(),
        rows -> {
          if (shown == run) {
            table.getItems().setAll(rows);
          }
        });
  }

  private static String words(LiveRun run) {
    String what =
        AgentConfig.LEARNERS.contains(run.agent())
            ? "This run judges a policy that was trained before"
            : "This run judges " + run.agent() + ", which acts by a rule";
    return what
        + ": there are no curves of a training. Its evaluation is below; Compare draws it against"
        + " other policies, and Replay shows it tick by tick.";
  }
}
