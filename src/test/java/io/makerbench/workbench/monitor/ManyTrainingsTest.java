package io.makerbench.workbench.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ToggleSwitch;
import io.fair_acc.chartfx.XYChart;
import io.makerbench.config.Json;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunState;
import io.makerbench.experiment.Runner;
import io.makerbench.experiment.Settings;
import io.makerbench.experiment.queue.RunLimits;
import io.makerbench.experiment.queue.Trainings;
import io.makerbench.workbench.PanelStage;
import io.makerbench.workbench.StallGuard;
import io.makerbench.workbench.panel.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Several trainings at once, as a user watches them. */
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
@ExtendWith(StallGuard.class)
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ManyTrainingsTest {
  private static final String MARKET =
      """
      {
        "label": "%s", "seed": %d,
        "system": "analytic",
        "agent": {"type": "ppo"},
        "market": {
          "model": "avellaneda-stoikov", "evaluation_windows": 1, "window_episodes": 2,
          "actions": {"kind": "%s"}
        },
        "ppo": {"total_ticks": 150000, "n_steps": 50, "n_epochs": 2, "minibatch_size": 256,
          "lr": %s},
        "evaluation": {"enabled": false, "baselines": ["do_nothing"]},
        "execution": {"copies": 8, "device": "cpu"}
      }
      """;

  @TempDir Path folder;
  private Settings settings;
  private PanelStage stage;
  private RunDesk runs;

  @Start
  void start(Stage shown) {
    settings = Trainings.settings(folder);
    stage =
        new PanelStage(
            shown,
            settings.runs(),
            desk -> {
              runs = new RunDesk(desk, settings);
              runs.queue().limit(new RunLimits(2, 2048, 512));
              return new MonitorPanel(desk, runs);
            });
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> runs.close())
        .forEach(handle -> handle.ended().join());
    WaitForAsyncUtils.waitForAsyncFx(5000, stage::close);
  }

  private RunFolder begin(String name, long ticks) {
    RunFolder run = Trainings.make(settings, name, ticks);
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> runs.resume(run));
    return run;
  }

  private LiveRun live(RunFolder run) {
    return runs.follow(run);
  }

  @Test
  void twoWorkTheRestWaitAndMovesAndLeaves(FxRobot robot) throws IOException {
    RunFolder first = begin("2026-01-05_09-30-00_wide-spread", Trainings.ENDLESS);
    RunFolder second = begin("2026-01-05_09-31-00_narrow-spread", Trainings.ENDLESS);
    RunFolder third = begin("2026-01-05_09-32-00_small-steps", Trainings.SHORT);
    RunFolder fourth = begin("2026-01-05_09-33-00_large-steps", Trainings.SHORT);
    PanelStage.await(
        "two are at work",
        () ->
            live(first).state().get() == RunState.RUNNING
                && live(second).metrics().series("reward").size() > 3
                && "2 at work, 2 waiting"
                    .equals(robot.lookup("#queue-summary").queryAs(Label.class).getText()));
    robot.clickOn(tool(robot, fourth, "Move up"));
    PanelStage.await("it moved", () -> runs.queue().waiting().equals(List.of(fourth, third)));
    stage.select(first, second);
    stage.settle();
    stage.picture("training-queue-light");
    stage.theme(Theme.DARK);
    stage.settle();
    stage.picture("training-queue-dark");
    robot.interact(() -> robot.clickOn(tool(robot, third, "Take out of the queue")));
    PanelStage.await("it left", () -> runs.queue().waiting().equals(List.of(fourth)));
    assertTrue(stage.notices().getLast().contains("small-steps was taken out of the queue."));
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> live(second).handle().stop());
    PanelStage.await("the next begins and ends", () -> live(fourth).state().get() == RunState.DONE);
    assertEquals(RunState.STOPPED, second.record().state());
  }

  @Test
  void aWaitingRunIsDraggedToAnotherPlace(FxRobot robot) throws IOException {
    RunFolder first = begin("first", Trainings.ENDLESS);
    begin("second", Trainings.ENDLESS);
    RunFolder third = begin("third", Trainings.SHORT);
    RunFolder fourth = begin("fourth", Trainings.SHORT);
    RunFolder fifth = begin("fifth", Trainings.SHORT);
    PanelStage.await(
        "three wait", () -> runs.queue().waiting().equals(List.of(third, fourth, fifth)));
    stage.select(first);
    stage.settle();
    robot.drag(cell(robot, "fifth"), MouseButton.PRIMARY).moveTo(cell(robot, "third"));
    WaitForAsyncUtils.waitForFxEvents();
    stage.picture("training-queue-drag-light");
    robot.drop();
    PanelStage.await(
        "it moved", () -> runs.queue().waiting().equals(List.of(fifth, third, fourth)));
  }

  private static Node cell(FxRobot robot, String name) {
    return robot.lookup("#queue .queue-run").queryAll().stream()
        .filter(cell ->
            cell.lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label && name.equals(label.getText())))
        .findFirst()
        .orElseThrow();
  }

  private Button tool(FxRobot robot, RunFolder run, String words) {
    return robot.lookup("#queue .queue-run").queryAll().stream()
        .filter(cell ->
            cell.lookupAll(".label").stream()
                .anyMatch(label ->
                    label instanceof Label name
                        && Overlay.brief(run.name()).equals(name.getText())))
        .flatMap(cell -> cell.lookupAll(".button").stream())
        .map(Button.class::cast)
        .filter(button -> words.equals(button.getAccessibleText()) && button.getScene() != null)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void limitsAreEnteredAndRefusedInWords(FxRobot robot) {
    begin("a", Trainings.ENDLESS);
    PanelStage.await(
        "the queue is there", () -> robot.lookup("#queue-limits").tryQuery().isPresent());
    robot.clickOn("#queue-limits");
    Spinner<?> memory = robot.lookup("#limit-memory").queryAs(Spinner.class);
    robot.interact(() -> memory.getEditor().setText("100"));
    robot.interact(() -> memory.commitValue());
    robot.interact(() -> robot.lookup("#limit-set").queryButton().fire());
    assertTrue(
        robot.lookup(".problem").queryAllAs(Label.class).stream()
            .anyMatch(label -> label.getText().contains("less than the 512 MiB of one")));
    robot.interact(() -> memory.getEditor().setText("1024"));
    robot.interact(() -> memory.commitValue());
    robot.interact(() -> robot.lookup("#limit-set").queryButton().fire());
    assertEquals(new RunLimits(2, 1024, 512), runs.queue().limits());
  }

  @Test
  void runsAreDrawnTogetherOverStepsAndOverTime(FxRobot robot) throws IOException {
    RunFolder one = trained("2026-01-05_09-30-00_slow", 1, "grid", "0.0003");
    RunFolder two = trained("2026-01-05_09-31-00_fast", 2, "grid", "0.003");
    RunFolder three = trained("2026-01-05_09-32-00_other-seed", 3, "grid", "0.0003");
    stage.select(one, two, three);
    PanelStage.await(
        "all are read",
        () ->
            List.of(one, two, three).stream()
                .allMatch(run -> live(run).metrics().series("reward").size() > 10));
    stage.settle();
    assertEquals(3, robot.lookup(".overlay-run").queryAll().size());
    XYChart chart = chart(robot, "reward");
    assertEquals(3, chart.getAllDatasets().size());
    robot.moveTo(chart.getCanvas());
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(
        List.of("fast", "other-seed", "slow"),
        robot
            .from(robot.lookup("#plot-reward").queryAll())
            .lookup(".plot-card .label")
            .queryAllAs(Label.class)
            .stream()
            .filter(label -> label.getGraphic() != null)
            .map(Label::getText)
            .sorted()
            .toList());
    stage.picture("training-overlay-light");
    robot.interact(
        () -> robot.lookup("#curves-time").queryAs(javafx.scene.control.ToggleButton.class).fire());
    stage.settle();
    double seconds = chart(robot, "reward").getXAxis().getMax();
    assertTrue(seconds > 0.1 && seconds < 600, "seconds of work: " + seconds);
    stage.theme(Theme.DARK);
    stage.settle();
    stage.picture("training-overlay-time-dark");
    WaitForAsyncUtils.waitForAsyncFx(
        5000, () -> stage.desk().workspace().looks().toggle(List.of(three.name())));
    stage.settle();
    assertEquals(2, chart(robot, "reward").getAllDatasets().size());
    assertFalse(robot.lookup(".overlay-run").queryAll().isEmpty());
  }

  @Test
  void seedsOfOneConfigurationAreDrawnAsTheirMean(FxRobot robot) throws IOException {
    List<RunFolder> seeds = new ArrayList<>();
    for (int seed = 1; seed <= 4; seed++) {
      seeds.add(trained("seed-" + seed, seed, "grid", "0.001"));
    }
    RunFolder other = trained("other", 1, "grid", "0.0003");
    stage.select(seeds.get(0), seeds.get(1), seeds.get(2), seeds.get(3), other);
    PanelStage.await(
        "all are read", () -> live(other).recipe() != null && live(seeds.get(3)).recipe() != null);
    stage.settle();
    ToggleSwitch means = robot.lookup("#mean-of-seeds").queryAs(ToggleSwitch.class);
    assertTrue(means.isVisible());
    assertEquals(5, chart(robot, "reward").getAllDatasets().size());
    robot.interact(() -> means.setSelected(true));
    stage.settle();
    assertEquals(2, chart(robot, "reward").getAllDatasets().size());
    assertEquals(
        List.of("seed-1 · 4 seeds", "other"),
        robot.lookup(".overlay-run").queryAllAs(Button.class).stream()
            .map(Button::getText)
            .toList());
    robot.moveTo(chart(robot, "reward").getCanvas());
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(
        robot
            .from(robot.lookup("#plot-reward").queryAll())
            .lookup(".plot-card .label")
            .queryAllAs(Label.class)
            .stream()
            .anyMatch(label -> label.getText().contains(" ± ")));
    stage.picture("training-seeds-light");
    stage.theme(Theme.DARK);
    stage.settle();
    stage.picture("training-seeds-dark");
    press(robot, "#curves-behaviour");
    stage.settle();
    assertEquals(4, shares(robot));
    stage.picture("training-shares-of-several-dark");
    stage.theme(Theme.LIGHT);
    stage.select(seeds.get(0), other);
    stage.settle();
    assertEquals(2, shares(robot));
    assertFalse(means.isVisible());
    stage.picture("training-shares-of-several-light");
  }

  private static long shares(FxRobot robot) {
    return robot.lookup(".plot").queryAll().stream()
        .filter(plot -> String.valueOf(plot.getId()).startsWith("plot-share_"))
        .count();
  }

  @Test
  void actionsRewardTermsAndTheMachineHaveTheirPages(FxRobot robot) throws IOException {
    for (String actions : List.of("grid", "depths")) {
      RunFolder run = trained("actions-" + actions, 1, actions, "0.001");
      stage.select(run);
      PanelStage.await("it is read", () -> live(run).metrics().series("reward").size() > 10);
      press(robot, "#curves-behaviour");
      stage.settle();
      assertTrue(robot.lookup("#plot-reward_profit").tryQuery().isPresent());
      assertTrue(
          robot.lookup(".plot").queryAll().stream()
              .anyMatch(plot -> String.valueOf(plot.getId()).startsWith("plot-share_")));
      stage.picture("training-behaviour-" + actions + "-light");
      stage.theme(Theme.DARK);
      stage.settle();
      stage.picture("training-behaviour-" + actions + "-dark");
      stage.theme(Theme.LIGHT);
    }
    press(robot, "#curves-machine");
    stage.settle();
    assertEquals(
        List.of("Throughput", "Cores busy", "Memory"),
        robot.lookup(".plot-title").queryAllAs(Label.class).stream().map(Label::getText).toList());
    stage.picture("training-machine-light");
    stage.theme(Theme.DARK);
    stage.settle();
    stage.picture("training-machine-dark");
  }

  private static void press(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup(id).queryAs(javafx.scene.control.ToggleButton.class).fire());
  }

  private static XYChart chart(FxRobot robot, String key) {
    return (XYChart)
        robot
            .from(robot.lookup("#plot-" + key).queryAll())
            .lookup(XYChart.class::isInstance)
            .query();
  }

  private RunFolder trained(String name, long seed, String actions, String lr) {
    Runner runner = new Runner(settings);
    RunFolder run =
        runner.create(
            settings.runs().resolve(name),
            ConfigFiles.reader()
                .complete(Json.parse(MARKET.formatted(name, seed, actions, lr), name)),
            null);
    assertEquals(
        RunState.DONE, runner.start(run, event -> {}).ended().join(), () -> run.record().message());
    return run;
  }

  @Test
  void theListShowsWhatIsChosenElsewhere(FxRobot robot) {
    RunFolder one = begin("one", Trainings.ENDLESS);
    RunFolder two = begin("two", Trainings.ENDLESS);
    PanelStage.await("both work", () -> runs.queue().atWork().size() == 2);
    stage.select(one, two);
    stage.settle();
    ListView<?> list = robot.lookup("#queue").queryAs(ListView.class);
    assertEquals(2, list.getSelectionModel().getSelectedItems().size());
    robot.interact(() -> {
      list.getSelectionModel().clearSelection();
      list.getSelectionModel().select(1);
    });
    assertEquals(List.of(one), stage.desk().workspace().selected());
  }
}
