package io.makerbench.workbench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.evaluate.Pairing;
import io.makerbench.experiment.EvaluatedRuns;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.Settings;
import io.makerbench.oracle.QuoteDistance;
import io.makerbench.system.analytic.CarteaJaimungalPenalva;
import io.makerbench.workbench.EvaluatedRun;
import io.makerbench.workbench.PanelStage;
import io.makerbench.workbench.StallGuard;
import io.makerbench.workbench.panel.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
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

/** Two seeds of one configuration in a market whose optimum is known. */
@ExtendWith(ApplicationExtension.class)
@ExtendWith(StallGuard.class)
@Timeout(180)
class OptimumTest {
  private static final String CONFIG =
      """
      {
        "label": "known", "system": "analytic", "seed": %d,
        "agent": {"type": "symmetric"},
        "market": {"max_inventory": 20, "phi": 0.2, "alpha": 0.1,
                   "evaluation_windows": 4, "window_episodes": 10},
        "evaluation": {"baselines": ["cjp", "avellaneda_stoikov"]},
        "execution": {"device": "cpu"}
      }
      """;

  @TempDir static Path folder;
  private static RunFolder first;
  private static RunFolder second;
  private static Settings settings;

  private PanelStage stage;
  private ComparePanel panel;

  @BeforeAll
  static void evaluate() {
    first = EvaluatedRun.carryOut(folder.resolve("1"), null, CONFIG.formatted(1));
    second = EvaluatedRun.carryOut(folder.resolve("2"), null, CONFIG.formatted(2));
    settings = new Settings(folder.resolve("home"), null, folder.resolve("runs"));
  }

  @Start
  void start(Stage shown) {
    stage =
        new PanelStage(
            shown,
            folder.resolve("runs"),
            desk -> {
              panel = new ComparePanel(desk, settings, null);
              return panel;
            });
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(5000, stage::close);
  }

  private static QuoteDistance distance(String policy) {
    return QuoteDistance.of(
            first.readConfig(),
            settings.place(),
            List.of(new EvaluationStore(first.evaluation()).episode(policy, "b1")))
        .orElseThrow();
  }

  @Test
  void optimumIsNoDistanceFromItself() {
    assertEquals(0, distance("cjp").rootMeanSquare(), 1e-5);
  }

  @Test
  void bestQuotesAreThoseOfTheClosedForm() {
    // At the start, without a position, the last row of the table is the closed form itself.
    CarteaJaimungalPenalva form = new CarteaJaimungalPenalva(140, 1.5, 0.2, 0.1, 1, 20);
    QuoteDistance.Row flat =
        distance("symmetric").rows().stream()
            .filter(r -> r.position() == 0)
            .findFirst()
            .orElseThrow();
    double ever = Math.max(form.bidDepth(0, 0), form.bidDepth(0.995, 0));
    double never = Math.min(form.bidDepth(0, 0), form.bidDepth(0.995, 0));
    assertTrue(flat.bestBid() >= never - 1e-6 && flat.bestBid() <= ever + 1e-6, flat.toString());
    assertEquals(flat.bestBid(), flat.bestAsk(), 1e-6, "without a position both sides are alike");
    assertTrue(flat.decisions() > 10);
  }

  @Test
  void seedsOfOneConfigurationAreOnePolicy() {
    EvaluatedRuns runs = EvaluatedRuns.read(List.of(first, second));
    assertEquals(List.of("symmetric", "cjp", "avellaneda_stoikov"), runs.names());
    assertEquals(List.of(1L, 2L), runs.seeds());
    Pairing pairing = runs.compare("symmetric", List.of("cjp")).pairings().getFirst();
    assertEquals(2, pairing.seeds());
    assertEquals(8, pairing.test().n(), "four windows × two seeds");
  }

  @Test
  void seedsAreChosenAndTheOptimumIsShown(FxRobot robot) throws IOException {
    stage.select(first, second);
    PanelStage.await("the table opens", () -> panel.table() != null);
    assertEquals(
        "all 2 seeds",
        robot.lookup("#compare-seeds").<MenuButton>queryAs(MenuButton.class).getText());
    stage.settle();
    stage.picture("compare-seeds-light");
    robot.interact(
        () -> robot.lookup("#compare-tabs").queryAs(TabPane.class).getSelectionModel().select(2));
    PanelStage.await("the distance is shown", () -> panel.optimum().shown().size() == 3);
    for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
      stage.theme(theme);
      stage.settle();
      stage.picture("compare-optimum-" + theme.name().toLowerCase(Locale.ROOT));
    }
  }
}
