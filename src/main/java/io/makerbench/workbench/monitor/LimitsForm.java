package io.makerbench.workbench.monitor;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import io.makerbench.config.InputException;
import io.makerbench.experiment.queue.RunLimits;
import io.makerbench.experiment.queue.RunQueue;
import io.makerbench.workbench.panel.TextWidths;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks how much of the machine runs may take together; what was entered is checked at once. */
final class LimitsForm {
  private static final int MEMORY_STEP = 512;
  private static final int MOST_CORES = 4096;
  private static final double SPINNER_WIDTH = 120;
  private static final double WIDTH = 360;

  private final RunQueue queue;
  private final Spinner<Integer> cores =
      spinner("limit-cores", "Cores of all runs", 1, MOST_CORES, 1);
  private final Spinner<Integer> memory =
      spinner("limit-memory", "Memory of all runs in MiB", 0, Integer.MAX_VALUE, MEMORY_STEP);
  private final Spinner<Integer> ofRun =
      spinner("limit-run-memory", "Memory of a run in MiB", 0, Integer.MAX_VALUE, MEMORY_STEP);
  private final Label problem = new Label();
  private final Popover popover;

  LimitsForm(RunQueue queue) {
    this.queue = queue;
    GridPane fields = new GridPane();
    fields.getStyleClass().add("facts");
    fields.addRow(0, new Label("Cores of all runs"), cores);
    fields.addRow(1, new Label("Memory of all runs"), memory, new Label("MiB"));
    fields.addRow(2, new Label("Memory of a run"), ofRun, new Label("MiB"));
    Label note =
        new Label(
            "A run takes the cores of execution.threads, one where that is 0. Its memory is the"
                + " heap of its own process. A paused run keeps its memory and frees its cores.");
    note.getStyleClass().add("field-note");
    note.setWrapText(true);
    note.setMaxWidth(WIDTH);
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    problem.setMaxWidth(WIDTH);
    Button machine = new Button("All of the machine");
    machine.setId("limit-machine");
    machine.setOnAction(event -> fill(RunLimits.ofMachine()));
    Button set = new Button("Set limits");
    set.setId("limit-set");
    set.getStyleClass().add(Styles.ACCENT);
    set.setDefaultButton(true);
    set.setOnAction(event -> set());
    HBox buttons = new HBox(set, machine);
    buttons.getStyleClass().add("curve-option");
    VBox form = new VBox(fields, note, problem, buttons);
    form.getStyleClass().add("run-form");
    popover = new Popover(form);
    popover.setTitle("Limits");
    popover.setHeaderAlwaysVisible(true);
    popover.setDetachable(false);
    popover.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
  }

  private static Spinner<Integer> spinner(String id, String words, int least, int most, int step) {
    Spinner<Integer> spinner = new Spinner<>(least, most, least, step);
    spinner.setId(id);
    spinner.setEditable(true);
    TextWidths.prefer(spinner, SPINNER_WIDTH);
    spinner.setAccessibleText(words);
    spinner.getEditor().setAccessibleText(words);
    return spinner;
  }

  void show(Node owner) {
    fill(queue.limits());
    popover.show(owner);
    cores.requestFocus();
  }

  private void fill(RunLimits limits) {
    cores.getValueFactory().setValue(limits.cores());
    memory.getValueFactory().setValue(limits.memoryMib());
    ofRun.getValueFactory().setValue(limits.runMemoryMib());
    tell("");
  }

  private void tell(String words) {
    problem.setText(words);
    problem.setManaged(!words.isEmpty());
  }

  private void set() {
    try {
      queue.limit(new RunLimits(cores.getValue(), memory.getValue(), ofRun.getValue()));
      popover.hide();
    } catch (InputException e) {
      tell(String.valueOf(e.getMessage()));
    }
  }
}
