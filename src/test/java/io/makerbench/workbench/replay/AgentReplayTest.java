package io.makerbench.workbench.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.env.Episode;
import io.makerbench.experiment.Recollection;
import io.makerbench.experiment.RunFolder;
import io.makerbench.system.TradingSystem;
import io.makerbench.workbench.EvaluatedRun;
import io.makerbench.workbench.PanelStage;
import io.makerbench.workbench.panel.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The replay of a trained policy: its mind, and a baseline beside it. */
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
class AgentReplayTest {
  private static final String LEARNS =
      """
      {
        "label": "learns", "agent": {"type": "dqn", "mode": "train"},
        "market": {
          "recording": {
            "dataset": "synthetic", "evaluation_share": 0.4, "evaluation_windows": 2,
            "synthetic": {"seconds": 300}
          },
          "simulator": {"max_inventory": 0.05, "min_order_size": 0.01}
        },
        "dqn": {
          "min_replay": 200, "mdp_step_warmup": 0, "epsilon_warmup_ticks": 200, "num_episodes": 1,
          "batch_size": 32, "hidden": [16]
        },
        "evaluation": {"baselines": ["symmetric_l1"]},
        "execution": {"device": "cpu"}
      }
      """;

  private static final double MAX_INVENTORY = 0.05;

  @TempDir static Path folder;
  private static RunFolder run;
  private static TradingSystem.Place place;

  private PanelStage stage;
  private ReplayPanel panel;

  @BeforeAll
  static void learn() {
    run = EvaluatedRun.carryOut(folder, null, LEARNS);
    place = new TradingSystem.Place(null, folder.resolve("home").resolve("tapes"));
  }

  @Start
  void start(Stage shown) {
    stage =
        new PanelStage(
            shown,
            folder.resolve("runs"),
            desk -> {
              panel = new ReplayPanel(desk, place);
              return panel;
            });
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(5000, stage::close);
  }

  private Replay open() {
    stage.select(run);
    PanelStage.await("the replay opens", () -> panel.replay() != null);
    return panel.replay();
  }

  private void seek(Replay replay, long instantNs) {
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> replay.playback().seek(instantNs));
    stage.settle();
  }

  private static long middle(Replay replay) {
    return (replay.data().startNs() + replay.data().endNs()) / 2;
  }

  @Test
  void thePolicyThinksWhatItDid() {
    Episode episode = open().data().episode();
    assertEquals("dqn", episode.policy());
    Mind mind = new MindReader(run, place).read(episode);
    Recollection thoughts = ((Mind.Known) mind).recollection();
    assertEquals(16, thoughts.actionNames().size());
    assertEquals("bid at touch, ask at touch", thoughts.actionNames().get(10));
    assertEquals("inventory", thoughts.observationNames().getLast());
    assertTrue(thoughts.decisions() > 100);
    for (int decision = 0; decision < thoughts.decisions(); decision++) {
      int tick = Moment.at(episode, thoughts.time(decision)).tick();
      assertEquals(episode.action()[tick], thoughts.chosen(decision));
      assertEquals(thoughts.chosen(decision), thoughts.ranked(decision, 0));
      assertTrue(thoughts.preference(decision, 0) >= thoughts.preference(decision, 1));
    }
    assertEquals(-1, thoughts.at(thoughts.time(0) - 1));
    assertEquals(1, thoughts.at(thoughts.time(1)));
  }

  @Test
  void theRewardIsWhatWasEarnedLessThePenalty() {
    Episode episode = open().data().episode();
    Recollection thoughts = ((Mind.Known) new MindReader(run, place).read(episode)).recollection();
    assertEquals("earned", thoughts.rewardTerms().getFirst().name());
    double[] earned = thoughts.rewardTerms().getFirst().values();
    double[] penalty = thoughts.rewardTerms().getLast().values();
    for (int tick = 1; tick < episode.ticks(); tick++) {
      assertEquals(episode.reward()[tick], earned[tick] + penalty[tick], 1e-12);
      double cash = episode.cash()[tick] - episode.cash()[tick - 1];
      assertEquals(cash / (episode.mid()[tick] * MAX_INVENTORY), earned[tick], 1e-9);
      assertTrue(penalty[tick] <= 0);
    }
  }

  @Test
  void theChosenActionIsMarkedAmongAll() {
    Episode episode = open().data().episode();
    Recollection thoughts = ((Mind.Known) new MindReader(run, place).read(episode)).recollection();
    List<AgentRow> rows = AgentRow.preferences(thoughts, 7);
    assertEquals("Value of each action", rows.getFirst().name());
    assertEquals(17, rows.size());
    AgentRow chosen = rows.get(1 + thoughts.chosen(7));
    assertEquals(AgentRow.Kind.CHOSEN, chosen.kind());
    assertEquals(1, chosen.to());
    List<AgentRow> observation = AgentRow.observation(thoughts, 7);
    assertEquals(1 + thoughts.observationNames().size(), observation.size());
  }

  @Test
  void aRuleHasNoMind() {
    Episode episode = new EpisodeLibrary(run).load("symmetric_l1", first()).episode();
    Mind mind = new MindReader(run, place).read(episode);
    assertTrue(((Mind.Unknown) mind).words().contains("follows a rule"));
  }

  private static String first() {
    return new EpisodeLibrary(run).contents().windows().getFirst();
  }

  @Test
  void showsTheMindAtTheCursor(FxRobot robot) throws IOException {
    Replay replay = open();
    robot.clickOn("#replay-agent-toggle");
    Label words = robot.lookup("#replay-agent-words").queryAs(Label.class);
    PanelStage.await("the thoughts are known", () -> words.getText().startsWith("Decided"));
    seek(replay, middle(replay));
    String before = words.getText();
    robot.push(KeyCode.D);
    PanelStage.await("the next decision is shown", () -> !words.getText().equals(before));
    for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
      stage.theme(theme);
      stage.settle();
      stage.picture("replay-agent-" + theme.name().toLowerCase(Locale.ROOT));
    }
    robot.clickOn("#replay-agent-toggle");
    assertFalse(robot.lookup("#replay-agent").query().isVisible());
  }

  @Test
  @SuppressWarnings("unchecked")
  void showsTwoPoliciesAtTheSameMoment(FxRobot robot) throws IOException {
    Replay replay = open();
    MarketView beside = (MarketView) panel.view().lookup("#replay-market-beside");
    robot.interact(
        () -> robot.lookup("#replay-beside").queryAs(ComboBox.class).setValue("symmetric_l1"));
    PanelStage.await("the other policy is shown", () -> beside.shown() != null);
    Replay both = panel.replay();
    seek(both, middle(replay));
    MarketView market = (MarketView) panel.view().lookup("#replay-market");
    MarketView difference = (MarketView) panel.view().lookup("#replay-difference");
    assertEquals("dqn", market.shown().data().episode().policy());
    assertEquals("symmetric_l1", beside.shown().data().episode().policy());
    robot.moveTo("#replay-market").scroll(2, javafx.geometry.VerticalDirection.UP);
    stage.settle();
    assertEquals(market.shown().view(), beside.shown().view());
    assertEquals(market.shown().cursorNs(), beside.shown().cursorNs());
    assertEquals(market.shown().view(), difference.shown().view());
    for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
      stage.theme(theme);
      stage.settle();
      stage.picture("replay-beside-" + theme.name().toLowerCase(Locale.ROOT));
    }
    robot.interact(
        () -> robot.lookup("#replay-beside").queryAs(ComboBox.class).setValue("no other"));
    PanelStage.await("one policy is shown", () -> !beside.getParent().isVisible());
  }

  @Test
  void theDifferenceIsWhatTheFirstHasMore() {
    EpisodeLibrary library = new EpisodeLibrary(run);
    ReplayData first = library.load("dqn", first());
    Episode second = library.load("symmetric_l1", first()).episode();
    Episode difference = Difference.of(first, second).episode();
    int last = difference.ticks() - 1;
    assertEquals(
        first.episode().equity()[last]
            - first.episode().initialCash()
            - second.equity()[last]
            + second.initialCash(),
        difference.equity()[last],
        1e-9);
    assertEquals(
        first.episode().inventory()[100] - second.inventory()[100],
        difference.inventory()[100],
        1e-12);
  }
}
