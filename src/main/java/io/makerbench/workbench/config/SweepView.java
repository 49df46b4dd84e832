package io.makerbench.workbench.config;

import atlantafx.base.theme.Styles;
import io.makerbench.config.ConfigNode;
import io.makerbench.config.InputException;
import io.makerbench.experiment.Sweep;
import io.makerbench.experiment.SweepAxis;
import io.makerbench.experiment.catalogue.RunEstimate;
import io.makerbench.workbench.plot.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;
import org.kordamp.ikonli.javafx.FontIcon;
import tools.jackson.databind.node.ObjectNode;

/** Keys of the form with several values each: how many runs that makes, and their start. */
final class SweepView {
  private static final String HELP =
      "Values are a list (32, 64, 128) or a range (1..5, 0.1..0.9 by 0.2, 1e-5..1e-3 times 10)."
          + " Each value of a key is combined with each of the others; all else is as in the form.";

  private final ConfigDocument document;
  private final Supplier<Optional<RunEstimate>> estimate;
  private final Consumer<List<ObjectNode>> start;
  private final SearchableComboBox<String> keys = new SearchableComboBox<>();
  private final VBox rows = new VBox();
  private final Label count = new Label();
  private final Label problem = new Label();
  private final Button begin = new Button("Start", new FontIcon("mdomz-playlist_play"));
  private final List<SweepRow> axes = new ArrayList<>();
  private final ScrollPane root;

  /**
   * Makes it.
   *
   * @param estimate what one run takes, where that is known
   * @param start takes the configurations of the runs to be started
   */
  SweepView(
      ConfigDocument document,
      Supplier<Optional<RunEstimate>> estimate,
      Consumer<List<ObjectNode>> start) {
    this.document = document;
    this.estimate = estimate;
    this.start = start;
    keys.setId("sweep-key");
    keys.setAccessibleText("Choose a key to sweep");
    keys.setMaxWidth(Double.MAX_VALUE);
    keys.setOnShowing(event -> offer());
    keys.valueProperty()
        .addListener((at, before, now) -> {
          if (now != null) {
            add(now);
          }
        });
    Label help = new Label(HELP);
    help.setWrapText(true);
    help.getStyleClass().add("field-note");
    count.setId("sweep-count");
    problem.setId("sweep-problem");
    problem.setWrapText(true);
    problem.getStyleClass().add("problem");
    begin.setId("start-sweep");
    begin.getStyleClass().add(Styles.ACCENT);
    begin.setOnAction(event -> begin());
    HBox foot = new HBox(begin, count);
    foot.getStyleClass().add("field-row");
    VBox chooser = new VBox(new Label("Key to sweep"), keys);
    chooser.getStyleClass().add("field-box");
    VBox box = new VBox(chooser, help, rows, problem, foot);
    box.getStyleClass().add("run-form");
    rows.getStyleClass().add("run-form-rows");
    root = new ScrollPane(box);
    root.setFitToWidth(true);
    document.onChange(this::show);
    offer();
    show();
  }

  Node view() {
    return root;
  }

  /** Every key with a single value. */
  private void offer() {
    List<String> all =
        ConfigItems.of(document).stream()
            .filter(item -> item.node() instanceof ConfigNode.Field)
            .map(item -> item.path().toString())
            .filter(key -> !key.equals("label"))
            .toList();
    if (!keys.getItems().equals(all)) {
      keys.getItems().setAll(all);
    }
  }

  /** A row for a key, with its present value to go on from. */
  private void add(String key) {
    boolean known = axes.stream().anyMatch(row -> row.key().equals(key));
    if (!known) {
      String now =
          String.valueOf(
              document.tree().at("/" + key.replace(".", "/").replace("[", "/").replace("]", "")));
      SweepRow row = new SweepRow(key, now, this::show, this::remove);
      axes.add(row);
      rows.getChildren().add(row.view());
      row.focus();
    }
    show();
  }

  private void remove(SweepRow row) {
    axes.remove(row);
    rows.getChildren().remove(row.view());
    show();
  }

  private void show() {
    try {
      Sweep sweep = sweep();
      int runs = sweep.of(document.tree()).size();
      tell("");
      count.setText(axes.isEmpty() ? "No key is swept yet." : words(sweep, runs));
      begin.setText(axes.isEmpty() ? "Start" : "Start " + words(runs));
      begin.setDisable(axes.isEmpty());
    } catch (InputException e) {
      tell(String.valueOf(e.getMessage()));
      count.setText("");
      begin.setText("Start");
    }
  }

  private Sweep sweep() {
    return new Sweep(axes.stream().map(SweepRow::axis).toList());
  }

  private static String words(int runs) {
    return runs == 1 ? "1 run" : String.format("%,d runs", runs);
  }

  private String words(Sweep sweep, int runs) {
    String product =
        String.join(
            " × ", sweep.axes().stream().map(SweepAxis::values).map(v -> "" + v.size()).toList());
    String time =
        estimate
            .get()
            .map(one ->
                ", about "
                    + Numbers.clock(one.seconds() * runs)
                    + (runs > 1 ? " one after the other" : ""))
            .orElse("");
    return (axes.size() > 1 ? product + " = " : "") + words(runs) + time;
  }

  private void tell(String words) {
    problem.setText(words);
    problem.setVisible(!words.isEmpty());
    problem.setManaged(!words.isEmpty());
  }

  /** A click on what cannot start says why. */
  private void begin() {
    show();
    if (problem.getText().isEmpty()) {
      start.accept(sweep().of(document.tree()));
    }
  }
}
