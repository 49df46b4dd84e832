package io.makerbench.workbench.monitor;

import io.makerbench.experiment.RunFolder;
import io.makerbench.workbench.panel.Assets;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.Panel;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A run while it works, and its curves afterwards. */
public final class MonitorPanel implements Panel {
  private static final double CURVES_SHARE = 0.8;

  private final RunDesk runs;
  private final CurveGrid curves;
  private final RunControls controls;
  private final RunHeader header = new RunHeader();
  private final RunMessages messages;
  private final BorderPane page = new BorderPane();
  private final StackPane root = new StackPane();
  private @Nullable LiveRun run;

  public MonitorPanel(Desk desk, RunDesk runs) {
    this.runs = runs;
    curves = new CurveGrid(desk.appearance().palette());
    messages = new RunMessages(finding -> curves.readAt(finding.step()));
    controls = new RunControls(runs, desk.notices());
    SplitPane split = new SplitPane(curves.view(), messages.view());
    split.setId("training-split");
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(CURVES_SHARE);
    page.setTop(new VBox(header.bar(controls.view()), header.stats(), curves.options()));
    page.setCenter(split);
    root.getChildren().setAll(empty());
    runs.onChange(this::refresh);
    desk.workspace().current().subscribe(this::follow);
  }

  private static Node empty() {
    return Assets.placeholder(
        "mdomz-show_chart",
        "No run chosen",
        "Start one from Config, or choose one in Runs: its curves appear here while it learns.");
  }

  private void follow(@Nullable RunFolder folder) {
    if (folder == null) {
      run = null;
      root.getChildren().setAll(empty());
      return;
    }
    run = runs.follow(folder);
    curves.show(run);
    messages.show(run);
    controls.show(run);
    root.getChildren().setAll(page);
    refresh();
  }

  private void refresh() {
    if (run != null && root.getScene() != null) {
      header.show(run);
      controls.refresh();
      curves.show(run);
    }
  }

  @Override
  public String title() {
    return "Training";
  }

  @Override
  public String icon() {
    return "mdomz-show_chart";
  }

  @Override
  public Node view() {
    return root;
  }

  @Override
  public void shown() {
    refresh();
  }

  @Override
  public List<Command> commands() {
    return controls.commands();
  }
}
