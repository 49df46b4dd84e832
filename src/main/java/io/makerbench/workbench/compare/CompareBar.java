package io.makerbench.workbench.compare;

import io.makerbench.experiment.EvaluatedRuns;
import io.makerbench.workbench.panel.TextWidths;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which policies are compared, and on which windows. */
final class CompareBar extends HBox {
  private static final double GAP = 8;
  private static final double LEAST_POLICY = 110;

  private final ComboBox<String> agent = new ComboBox<>();
  private final ComboBox<String> baseline = new ComboBox<>();
  private final ChoiceMenu<String> windows;
  private final ChoiceMenu<Long> seeds;
  private final Label fillRule = new Label();
  private boolean filling;

  CompareBar(Runnable pairChanged, Runnable passagesChanged, Runnable copy) {
    super(GAP);
    windows = new ChoiceMenu<>("windows", passagesChanged);
    seeds = new ChoiceMenu<>("seeds", passagesChanged);
    setAlignment(Pos.CENTER_LEFT);
    describe(agent, "compare-agent", "Policy whose difference is shown");
    describe(baseline, "compare-baseline", "Policy it is compared with");
    TextWidths.least(agent, LEAST_POLICY);
    TextWidths.least(baseline, LEAST_POLICY);
    agent.setOnAction(event -> changed(pairChanged));
    baseline.setOnAction(event -> changed(pairChanged));
    fillRule.setId("compare-fill-rule");
    fillRule.getStyleClass().add("text-muted");
    Button copyButton = new Button("Copy table", new FontIcon("mdal-content_copy"));
    copyButton.setMinWidth(USE_PREF_SIZE);
    describe(copyButton, "compare-copy", "Copy the table for a spreadsheet (TSV)");
    copyButton.setOnAction(event -> copy.run());
    HBox spacer = new HBox();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    getChildren()
        .addAll(
            caption("Compare"),
            agent,
            caption("with"),
            baseline,
            caption("on"),
            windows,
            seeds,
            fillRule,
            spacer,
            copyButton);
  }

  private static Label caption(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("text-muted");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static void describe(Control control, String id, String words) {
    control.setId(id);
    control.setTooltip(new Tooltip(words));
    control.setAccessibleText(words);
  }

  private void changed(Runnable what) {
    if (!filling && agent.getValue() != null && baseline.getValue() != null) {
      what.run();
    }
  }

  /**
   * Offers what the runs have: the first policy against the next one, on all windows with all
   * seeds.
   */
  void offer(EvaluatedRuns runs) {
    filling = true;
    List<String> names = runs.names();
    keepOrChoose(agent, names, 0);
    keepOrChoose(baseline, names, 1);
    fillRule.setText(
        (runs.fillRules().size() == 1 ? "Fill rule " : "Fill rules ")
            + String.join(", ", runs.fillRules()));
    windows.offer(runs.windows());
    seeds.offer(runs.seeds());
    filling = false;
  }

  private static void keepOrChoose(ComboBox<String> box, List<String> names, int place) {
    String before = box.getValue();
    box.getItems().setAll(names);
    box.setValue(names.contains(before) ? before : names.get(Math.min(place, names.size() - 1)));
  }

  String agent() {
    return agent.getValue();
  }

  String baseline() {
    return baseline.getValue();
  }

  /** What is compared: the passages through the windows and with the seeds that count. */
  EvaluatedRuns within(EvaluatedRuns runs) {
    return runs.within(windows.values(), seeds.values());
  }
}
