package io.makerbench.workbench.replay;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.experiment.RunFolder;
import io.makerbench.system.TradingSystem;
import io.makerbench.system.perp.DeskHistory;
import io.makerbench.workbench.EvaluatedRun;
import io.makerbench.workbench.PanelStage;
import io.makerbench.workbench.panel.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
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

/** A run on several venues is replayed venue by venue. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class VenueReplayTest {
  /** A desk that may lose little, so that its kill switch is set. */
  private static final String CONFIG =
      """
      {
        "label": "desk", "system": "perp", "agent": {"type": "modulating"},
        "market": {
          "randomisation": "full", "loss_limit": 40, "evaluation_windows": 6, "max_ticks": 400
        },
        "evaluation": {"baselines": ["heuristic", "do_nothing"]}
      }
      """;

  @TempDir static Path folder;
  private static RunFolder run;

  private PanelStage stage;
  private ReplayPanel panel;

  @BeforeAll
  static void evaluate() {
    run = EvaluatedRun.carryOut(folder, null, CONFIG);
  }

  @Start
  void start(Stage shown) {
    stage =
        new PanelStage(
            shown,
            folder.resolve("runs"),
            desk -> {
              panel =
                  new ReplayPanel(
                      desk, new TradingSystem.Place(null, folder.resolve("home").resolve("tapes")));
              return panel;
            });
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(5000, stage::close);
  }

  private void open() {
    stage.select(run);
    PanelStage.await("the replay opens", () -> panel.replay() != null);
  }

  private DeskHistory history() {
    return assertInstanceOf(Board.Known.class, panel.replay().data().board()).story().history();
  }

  private String text(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAs(Label.class).getText();
  }

  @Test
  void everyVenueHasARow(FxRobot robot) throws IOException {
    open();
    robot.type(KeyCode.F);
    stage.settle();
    for (int venue = 0; venue < history().venues().size(); venue++) {
      Node row = robot.lookup("#replay-venues-venue-" + venue).query();
      assertTrue(row.getAccessibleText().startsWith(history().venues().get(venue).name()));
    }
    assertFalse(robot.lookup("#replay-ladder").query().isVisible());
    for (Theme theme : Theme.values()) {
      stage.theme(theme);
      stage.settle();
      stage.picture("venues-fill-" + theme.name().toLowerCase(Locale.ROOT));
    }
  }
}
