package io.makerbench.workbench.monitor;

import io.makerbench.experiment.RunFolder;
import io.makerbench.workbench.panel.Assets;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.Gradual;
import io.makerbench.workbench.panel.Panel;
import io.makerbench.workbench.panel.Workspace;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Runs while they work, what waits, and their curves afterwards. */
public final class MonitorPanel implements Panel {
  private static final double CURVES_SHARE = 0.8;
  private static final double QUEUE_SHARE = 0.2;

  private final Workspace workspace;
  private final RunDesk runs;
  private final CurveGrid curves;
  private final OverlayLegend legend;
  private final RunControls controls;
  private final QueueActions queueActions;
  private final QueueView queue;
  private final RunHeader header = new RunHeader();
  private final RunMessages messages;
  private final JudgedView judged;
  private final VBox curvesHead;
  private final BorderPane page = new BorderPane();
  private final Gradual gradual = new Gradual(page);
  private final Node curvesPlace;
  private final SplitPane split;
  private final SplitPane root = new SplitPane();
  private @Nullable LiveRun run;

  public MonitorPanel(Desk desk, RunDesk runs) {
    this.runs = runs;
    workspace = desk.workspace();
    curves = new CurveGrid(desk.appearance().palette(), workspace.looks());
    legend =
        new OverlayLegend(
            workspace, desk.appearance().palette(), curves.options().means(), curves::emphasise);
    messages = new RunMessages(finding -> curves.readAt(finding.step()));
    controls = new RunControls(runs, desk.notices());
    queueActions = new QueueActions(runs, desk.notices());
    queue = new QueueView(desk, runs, queueActions);
    judged = new JudgedView(desk.background());
    Node messagesPlace = gradual.place(messages.view());
    curvesPlace = gradual.place(curves.view()); // last: its plots come in turn after it
    split = new SplitPane(curvesPlace, messagesPlace);
    split.setId("training-split");
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(CURVES_SHARE);
    curvesHead = new VBox(curves.options().view(), legend.view());
    page.setTop(new VBox(header.bar(controls.view()), header.stats(), curvesHead));
    page.setCenter(split);
    root.setId("training-queue-split");
    root.getItems().setAll(empty());
    runs.onChange(this::refresh);
    workspace.current().subscribe(this::follow);
    workspace.selected().subscribe(this::overlay);
    workspace.looks().onChange(this::overlay);
  }

  private static Node empty() {
    return Assets.placeholder(
        "mdomz-show_chart",
        "No run chosen",
        "Start one from Config, or choose one in Runs: its curves appear here while it learns.");
  }

  private void follow(@Nullable RunFolder folder) {
    run = folder == null ? null : runs.follow(folder);
    if (run != null) {
      messages.show(run);
      controls.show(run);
    }
    show(run == null ? empty() : page);
    overlay();
    refresh();
  }

  /** The page at the right; the queue beside it while it holds anything. */
  private void show(Node content) {
    boolean beside = !queue.isEmpty();
    boolean was = root.getItems().size() > 1;
    if (root.getItems().getLast() == content && beside == was) {
      return;
    }
    if (beside) {
      root.getItems().setAll(queue.view(), content);
      SplitPane.setResizableWithParent(queue.view(), false);
      root.setDividerPositions(QUEUE_SHARE);
    } else {
      root.getItems().setAll(content);
    }
  }

  /** A run without a training has no curves, but an evaluation. */
  private void showCurvesOrEvaluation(LiveRun shown) {
    boolean only = shown.onlyJudges();
    Node content = only ? judged.view() : curvesPlace;
    curvesHead.setVisible(!only);
    curvesHead.setManaged(!only);
    if (split.getItems().getFirst() != content) {
      double[] positions = split.getDividerPositions();
      split.getItems().set(0, content);
      split.setDividerPositions(positions);
    }
    if (only) {
      judged.show(shown);
    }
  }

  private void overlay() {
    // plots find the theme's colours only in a window
    if (root.getScene() != null && run != null && workspace.current().get() != null) {
      Overlay overlay = Overlay.of(workspace, runs);
      legend.show(overlay);
      curves.show(overlay);
    }
  }

  private void refresh() {
    if (root.getScene() == null) {
      return;
    }
    show(run == null ? root.getItems().getLast() : page);
    queue.refresh();
    queueActions.refresh(run);
    if (run != null) {
      header.show(run);
      controls.refresh();
      showCurvesOrEvaluation(run);
      curves.show(Overlay.of(workspace, runs));
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
    overlay();
    refresh();
  }

  @Override
  public @Nullable Node finder() {
    return run == null ? null : messages.finder();
  }

  @Override
  public List<Command> commands() {
    return Stream.concat(controls.commands().stream(), queueActions.commands().stream()).toList();
  }
}
