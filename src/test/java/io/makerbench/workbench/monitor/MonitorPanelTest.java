package io.makerbench.workbench.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.Settings;
import io.makerbench.workbench.EvaluatedRun;
import io.makerbench.workbench.PanelStage;
import io.makerbench.workbench.StallGuard;
import io.makerbench.workbench.panel.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A run of each kind of learner, as the page shows it. */
@ExtendWith(ApplicationExtension.class)
@ExtendWith(StallGuard.class)
@Timeout(120)
class MonitorPanelTest {
  private static final String MARKET =
      """
      {
        "label": "curves",
        "system": "analytic",
        "agent": {"type": "%s"},
        "market": {
          "model": "avellaneda-stoikov", "evaluation_windows": 1, "window_episodes": 2,
          "actions": {"kind": "%s"}
        },
        "ppo": {"total_ticks": 100000, "n_steps": 50, "n_epochs": 2, "minibatch_size": 256},
        "a2c": {"total_ticks": 60000, "ent_coef": 0.01},
        "cloning": {"expert": "avellaneda_stoikov", "demonstrations": 4000, "epochs": 30},
        "evaluation": {"baselines": ["symmetric", "do_nothing"], "during_ticks": 20000},
        "execution": {"copies": 8, "device": "cpu"}
      }
      """;

  private static final String STATES =
      """
      {
        "label": "curves",
        "system": "control",
        "agent": {"type": "%s"},
        "market": {"problem": "identity", "evaluation_windows": 1, "window_episodes": 2},
        "cloning": {"expert": "scripted", "demonstrations": 1000, "lr": 0.01, "lr_end": 0,
          "epochs": 20},
        "evaluation": {"baselines": ["random"]},
        "execution": {"copies": 5, "device": "cpu"}
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

  /** Titles in reading order. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ppo | grid | Reward per episode, PnL per episode, Reward per tick, PnL on held-out"
            + " windows, Reward on held-out windows, Speed, Policy loss,"
            + " Value loss, Explained variance, Gradient norm, Entropy, KL divergence, Clip"
            + " fraction, Share of the commonest action, Learning rate",
        "a2c | grid | Reward per episode, PnL per episode, Reward per tick, PnL on held-out"
            + " windows, Reward on held-out windows, Speed, Policy loss,"
            + " Value loss, Explained variance, Gradient norm, Entropy, Share of the commonest"
            + " action, Learning rate",
        "cloning | depths | Loss, Mean absolute error, Gradient norm, Learning rate, Speed",
        "cloning | | Loss, Agreement, Recall by choice, Gradient norm, Learning rate, Speed"
      })
  void everyLearnerHasItsCharts(
      String agent, @Nullable String actions, String titles, FxRobot robot) throws IOException {
    String config = actions == null ? STATES.formatted(agent) : MARKET.formatted(agent, actions);
    RunFolder run = EvaluatedRun.carryOut(folder, null, config);
    stage.select(run);
    PanelStage.await("the plots are made", () -> !robot.lookup(".plot").queryAll().isEmpty());
    stage.settle();
    List<String> shown =
        robot.lookup(".plot-title").queryAllAs(Label.class).stream().map(Label::getText).toList();
    assertEquals(List.of(titles.split(", ")), shown);
    assertFitInside(robot);
    List<?> log = robot.lookup("#training-log").queryListView().getItems();
    assertTrue(log.stream().anyMatch(line -> line.toString().contains("heckpoint")), "" + log);
    stage.picture("training-" + agent + (actions == null ? "" : "-" + actions) + "-light");
    stage.theme(Theme.DARK);
    stage.picture("training-" + agent + (actions == null ? "" : "-" + actions) + "-dark");
  }

  @Test
  void aRunThatOnlyJudgesSaysSoAndShowsWhatItEarned(FxRobot robot) throws IOException {
    RunFolder run =
        EvaluatedRun.carryOut(folder, null, MARKET.formatted("avellaneda_stoikov", "depths"));
    stage.select(run);
    PanelStage.await(
        "what it earned is there",
        () ->
            robot.lookup("#judged").tryQueryAs(TableView.class).isPresent()
                && !robot.lookup("#judged").queryTableView().getItems().isEmpty());
    stage.settle();
    Label words = robot.lookup("#nothing-to-learn").queryAs(Label.class);
    assertTrue(words.getText().contains("avellaneda_stoikov, which acts by a rule"));
    assertEquals(3, robot.lookup("#judged").queryTableView().getItems().size());
    assertTrue(robot.lookup(".plot").queryAll().isEmpty());
    stage.picture("training-nothing-to-learn-light");
    stage.theme(Theme.DARK);
    stage.settle();
    stage.picture("training-nothing-to-learn-dark");
  }

  /** A network's hedge weights never add up to 1 by themselves. */
  @Test
  void correctedActionsAreAChartOfWhatAPolicyDoes(FxRobot robot) throws IOException {
    RunFolder run =
        EvaluatedRun.carryOut(
            folder,
            null,
            """
            {
              "label": "corrections", "system": "perp", "agent": {"type": "ppo"},
              "market": {"max_ticks": 30, "evaluation_windows": 1},
              "ppo": {"total_ticks": 4000, "n_steps": 10, "hidden": [8]},
              "evaluation": {"baselines": ["heuristic"]},
              "execution": {"copies": 8, "device": "cpu"}
            }
            """);
    stage.select(run);
    PanelStage.await("the plots are made", () -> !robot.lookup(".plot").queryAll().isEmpty());
    robot.clickOn(CurvePage.BEHAVIOUR.words());
    PanelStage.await(
        "the chart is there", () -> !robot.lookup("Corrections a decision").queryAll().isEmpty());
    stage.settle();
    stage.picture("training-corrections-light");
    stage.theme(Theme.DARK);
    stage.settle();
    stage.picture("training-corrections-dark");
    List<?> log = robot.lookup("#training-log").queryListView().getItems();
    int lines = log.size();
    Object last = log.getLast();
    PanelStage.await(
        "the log of an ended run stands at its end",
        () ->
            robot.lookup("#training-log .list-cell").queryAllAs(ListCell.class).stream()
                .anyMatch(cell -> cell.isVisible() && last.equals(cell.getItem())));
    robot.interact(
        () -> robot.lookup("#training-log-filter").queryAs(TextField.class).setText("CHECKPOINT"));
    List<?> found = robot.lookup("#training-log").queryListView().getItems();
    assertTrue(found.stream().allMatch(line -> line.toString().contains("heckpoint")), "" + found);
    assertTrue(!found.isEmpty() && found.size() < lines, found.size() + " of " + lines);
  }

  private static void assertFitInside(FxRobot robot) {
    for (Node plot : robot.lookup(".plot").queryAll()) {
      double bottom = plot.localToScene(plot.getLayoutBounds()).getMaxY();
      Node log = Objects.requireNonNull(robot.lookup("#training-log").query());
      double logTop = log.localToScene(log.getLayoutBounds()).getMinY();
      assertTrue(
          bottom <= logTop, plot.getId() + " reaches " + bottom + ", the log is at " + logTop);
    }
  }
}
