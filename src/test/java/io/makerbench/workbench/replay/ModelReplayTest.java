package io.makerbench.workbench.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.experiment.RunFolder;
import io.makerbench.workbench.EvaluatedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Label;
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

/** A run in a market model, which no recording lies under. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class ModelReplayTest {
  private static final String CONFIG =
      """
      {
        "label": "model", "system": "analytic", "agent": {"type": "cjp"},
        "market": {"max_inventory": 20, "evaluation_windows": 2, "window_episodes": 3},
        "evaluation": {"baselines": ["symmetric", "do_nothing"]}
      }
      """;

  @TempDir static Path folder;
  private static RunFolder run;

  private ReplayStage stage;

  @BeforeAll
  static void evaluate() {
    run = EvaluatedRun.carryOut(folder, null, CONFIG);
  }

  @Start
  void start(Stage shown) {
    stage = new ReplayStage(shown, folder);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void showsTheEpisodeWithoutABook(FxRobot robot) {
    Replay replay = stage.open(run);
    assertFalse(replay.data().episode().fills().isEmpty());
    assertEquals(0, replay.data().trades().count());
    robot.clickOn("#replay-next-fill");
    stage.awaitPicture();
    assertFalse(robot.lookup("#replay-empty").queryAs(Label.class).isVisible());
  }

  @Test
  void itsReportNamesTheShareOfTheOptimum() throws IOException {
    String page = Files.readString(run.report().resolve("report.html"));
    assertTrue(page.contains("Share of the optimum"));
    assertTrue(page.contains("cjp"));
  }
}
