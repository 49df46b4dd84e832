package io.makerbench.workbench.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fair_acc.chartfx.XYChart;
import io.makerbench.config.Json;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.ProgressEvent;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.Runner;
import io.makerbench.experiment.Settings;
import io.makerbench.workbench.PanelStage;
import io.makerbench.workbench.Screenshots;
import io.makerbench.workbench.StallGuard;
import io.makerbench.workbench.panel.Appearance;
import io.makerbench.workbench.panel.Assets;
import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.panel.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A run that goes on while its curves are looked at. */
@ExtendWith(ApplicationExtension.class)
@ExtendWith(StallGuard.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CurveGridTest {
  private static final int STEPS_AN_EPISODE = 10;

  @TempDir Path folder;
  private CurveGrid grid;
  private LiveRun run;
  private Workspace workspace;

  @Start
  void start(Stage stage) throws IOException {
    Appearance appearance = new Appearance();
    appearance.install();
    workspace = new Workspace(folder.resolve("runs"), folder.resolve("home"));
    grid = new CurveGrid(new SimpleObjectProperty<>(Palette.LIGHT), workspace.looks());
    Settings settings = new Settings(folder.resolve("home"), null, folder.resolve("runs"));
    RunFolder made =
        new Runner(settings)
            .create(
                folder.resolve("runs").resolve("one"),
                ConfigFiles.reader().complete(Json.parse("{}", "nothing")),
                null);
    run = new LiveRun(made);
    run.recall(Recalled.of(made));
    goOn(0, 101);
    Scene scene = new Scene(new VBox(grid.options().view(), (Parent) grid.view()), 1000, 700);
    scene.getStylesheets().add(Assets.styleSheet());
    stage.setScene(scene);
    stage.show();
    show();
  }

  private void goOn(int from, int to) {
    for (int step = from; step < to; step++) {
      double episode = step / STEPS_AN_EPISODE;
      double loss = step == 50 ? 1e6 : step % 7;
      run.accept(new ProgressEvent.Metrics(step, Map.of("loss", loss, "episode", episode)));
    }
    run.drain();
  }

  private void show() {
    grid.show(new Overlay(List.of(run), 0));
  }

  private XYChart loss(FxRobot robot) {
    Parent plot = robot.lookup("#plot-loss").query();
    return robot.from(plot).lookup(XYChart.class::isInstance).query();
  }

  private double end(FxRobot robot) {
    return loss(robot).getXAxis().getMax();
  }

  private ToggleButton follow(FxRobot robot) {
    return robot.lookup("#follow").queryAs(ToggleButton.class);
  }

  private void goOnAndAwait(FxRobot robot, int to, double end) {
    robot.interact(() -> {
      goOn(run.metrics().series("loss").size(), to);
      show();
    });
    PanelStage.await("the end is at " + end, () -> end(robot) == end);
  }

  @Test
  void theWholeGrowsAndTurningFollowingOffLetsItStand(FxRobot robot) {
    assertEquals(100, end(robot));
    goOnAndAwait(robot, 201, 200);
    robot.interact(() -> follow(robot).fire());
    goOnAndAwait(robot, 301, 200);
    robot.interact(() -> follow(robot).fire());
    assertEquals(300, end(robot), "following again shows the newest");
    assertEquals(100, loss(robot).getXAxis().getMin(), "in a stretch as long as before");
  }

  private void zoomByDragging(FxRobot robot) {
    Node area = loss(robot).getCanvas();
    Bounds place = area.localToScreen(area.getBoundsInLocal());
    double middle = place.getCenterY();
    robot
        .drag(place.getMinX() + 0.2 * place.getWidth(), middle, MouseButton.PRIMARY)
        .dropTo(place.getMinX() + 0.5 * place.getWidth(), middle);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void aStretchInThePastStaysWhereItIs(FxRobot robot) {
    zoomByDragging(robot);
    assertFalse(follow(robot).isSelected());
    double stood = end(robot);
    goOnAndAwait(robot, 201, stood);
    assertTrue(stood < 60, "the stretch ends at " + stood);
    robot.interact(() -> robot.lookup("#whole-run").queryButton().fire());
    assertTrue(follow(robot).isSelected());
    assertEquals(200, end(robot));
  }

  @Test
  void curvesAreDrawnOverTheEpisodesOfTheRun(FxRobot robot) {
    robot.interact(() -> robot.lookup("#curves-episodes").queryAs(ToggleButton.class).fire());
    assertEquals(10, end(robot), 1e-9);
  }

  @Test
  void curvesAreDrawnOverTheTimeOfDay(FxRobot robot) throws IOException {
    double noon = Instant.parse("2026-03-02T12:00:00Z").getEpochSecond();
    double[] clock = {0, 600, 4_200}; // a pause between steps 50 and 100
    for (int i = 0; i < clock.length; i++) {
      run.accept(new ProgressEvent.Timing(50L * i, Map.of("clock", noon + clock[i])));
    }
    run.drain();
    robot.interact(() -> robot.lookup("#curves-clock").queryAs(ToggleButton.class).fire());
    PanelStage.await("the axis is of time", () -> end(robot) == noon + 4_200);
    assertEquals(noon, loss(robot).getXAxis().getMin());
    String last = loss(robot).getXAxis().getTickMarkLabel(noon + 600);
    LocalTime there =
        Instant.ofEpochSecond((long) noon + 600).atZone(ZoneId.systemDefault()).toLocalTime();
    assertEquals(there.format(DateTimeFormatter.ofPattern("HH:mm:ss")), last);
    Screenshots.take(loss(robot).getScene(), "training-clock-light");
  }

  @Test
  void outliersAreLeftOutOfTheAxis(FxRobot robot) {
    assertTrue(loss(robot).getYAxis().getMax() > 1e5);
    robot.interact(() -> grid.options().withoutOutliers().set(true));
    assertTrue(loss(robot).getYAxis().getMax() < 1e5, "" + loss(robot).getYAxis().getMax());
  }

  @Test
  void aRangeChosenByHandOutlivesAnotherPage(FxRobot robot) {
    robot.doubleClickOn((Node) loss(robot).getYAxis());
    robot.lookup("#axis-from").queryTextInputControl().setText("-1");
    robot.lookup("#axis-to").queryTextInputControl().setText("0");
    robot.clickOn("#axis-set");
    robot.interact(() -> robot.lookup("#curves-machine").queryAs(ToggleButton.class).fire());
    robot.interact(() -> robot.lookup("#curves-learning").queryAs(ToggleButton.class).fire());
    assertEquals(-1, loss(robot).getYAxis().getMin());
    assertEquals(0, loss(robot).getYAxis().getMax());
  }
}
