package io.makerbench.workbench.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fair_acc.chartfx.XYChart;
import io.makerbench.experiment.Findings;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.Settings;
import io.makerbench.learn.watch.Finding;
import io.makerbench.learn.watch.FindingKind;
import io.makerbench.workbench.EvaluatedRun;
import io.makerbench.workbench.PanelStage;
import io.makerbench.workbench.StallGuard;
import io.makerbench.workbench.panel.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Polygon;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What was found in a training, in the list below the curves and on them. */
@ExtendWith(ApplicationExtension.class)
@ExtendWith(StallGuard.class)
@Timeout(120)
class FindingsOnCurvesTest {
  private static final String COLLAPSING =
      """
      {
        "label": "collapse",
        "system": "control",
        "agent": {"type": "dqn"},
        "market": {"problem": "identity", "evaluation_windows": 1, "window_episodes": 2},
        "dqn": {"lr": 0, "hidden": [1], "min_replay": 1, "mdp_step_warmup": 0, "batch_size": 8,
          "epsilon_warmup_ticks": 0, "epsilon_share": 0.2, "num_episodes": 100},
        "evaluation": {"baselines": ["random"]},
        "execution": {"device": "cpu"}
      }
      """;

  @TempDir Path folder;
  private PanelStage stage;
  private RunDesk runs;

  @Start
  void start(Stage shown) {
    stage =
        new PanelStage(
            shown,
            folder.resolve("runs"),
            desk -> {
              Settings settings =
                  new Settings(folder.resolve("home"), null, folder.resolve("runs"));
              runs = new RunDesk(desk, settings);
              return new MonitorPanel(desk, runs);
            });
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          runs.close();
          stage.close();
        });
  }

  @Test
  void aFindingIsListedAndMarkedWhereItHappened(FxRobot robot) throws IOException {
    RunFolder run = EvaluatedRun.carryOut(folder, null, COLLAPSING);
    List<Finding> found = Findings.read(run.warnings());
    Finding collapse =
        found.stream()
            .filter(f -> f.kind() == FindingKind.COLLAPSED_POLICY)
            .findFirst()
            .orElseThrow();
    stage.select(run);
    PanelStage.await("the flags are set", () -> flags(robot, "top_action_share").count() == 1);
    stage.settle();
    Node flag = flags(robot, "top_action_share").findFirst().orElseThrow();
    assertTrue(flag.getStyleClass().contains("danger"));
    XYChart chart =
        (XYChart)
            robot
                .from(robot.lookup("#plot-top_action_share").queryAll())
                .lookup(XYChart.class::isInstance)
                .query();
    double width = chart.getCanvas().getWidth();
    double start = chart.getXAxis().getMin();
    double length = chart.getXAxis().getMax() - start;
    assertEquals((collapse.step() - start) / length, inChart(chart, flag) / width, 0.012);
    robot.moveTo(
        chart.getCanvas().localToScreen(inChart(chart, flag), chart.getCanvas().getHeight() / 2));
    PanelStage.await(
        "the words appear",
        () ->
            robot.listWindows().stream()
                .filter(Tooltip.class::isInstance)
                .map(window -> ((Tooltip) window).getText())
                .anyMatch(words -> words.contains(collapse.message())));
    choose(robot, collapse);
    assertTrue(texts(robot).contains("Danger"), texts(robot).toString());
    assertTrue(texts(robot).contains(collapse.seen()), texts(robot).toString());
    assertTrue(texts(robot).contains(collapse.advice()), texts(robot).toString());
    assertFalse(
        robot.lookup(".plot-position").queryAllAs(Label.class).stream()
            .map(Label::getText)
            .filter(text -> !text.isEmpty())
            .toList()
            .isEmpty());
    stage.picture("findings-light");
    stage.theme(Theme.DARK);
    stage.settle();
    stage.picture("findings-dark");
  }

  /** Pixels from the left edge of a chart's canvas. */
  private static double inChart(XYChart chart, Node node) {
    return node.localToScene(0, 0).getX() - chart.getCanvas().localToScene(0, 0).getX();
  }

  @SuppressWarnings("unchecked")
  private static void choose(FxRobot robot, Finding finding) {
    robot.interact(() -> {
      TabPane tabs = robot.lookup(".tab-pane").queryAs(TabPane.class);
      tabs.getSelectionModel().select(1);
      ListView<Finding> list = (ListView<Finding>) tabs.getTabs().get(1).getContent();
      list.getSelectionModel().select(finding);
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static List<String> texts(FxRobot robot) {
    return robot.lookup("#training-warnings .label").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .toList();
  }

  private static Stream<Polygon> flags(FxRobot robot, String plot) {
    return robot.lookup("#plot-" + plot + " .plot-mark").queryAll().stream()
        .filter(Polygon.class::isInstance)
        .map(Polygon.class::cast)
        .filter(node -> node.getParent().isVisible());
  }
}
