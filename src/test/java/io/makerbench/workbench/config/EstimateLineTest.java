package io.makerbench.workbench.config;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.experiment.RunFolder;
import io.makerbench.workbench.EvaluatedRun;
import io.makerbench.workbench.PanelStage;
import io.makerbench.workbench.panel.Panel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Label;
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

/** What a run will take is told from the finished run most like it. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class EstimateLineTest {
  private static final String LEARNS =
      """
      {
        "label": "small", "system": "control", "agent": {"type": "ppo"},
        "market": {"problem": "identity", "evaluation_windows": 1, "window_episodes": 2},
        "ppo": {"total_ticks": 2000, "hidden": [8]},
        "evaluation": {"baselines": ["random"]},
        "execution": {"copies": 5, "device": "cpu"}
      }
      """;

  @TempDir private Path folder;
  private final ConfigDocument document = new ConfigDocument();
  private PanelStage stage;
  private EstimateLine line;

  @Start
  void start(Stage shown) {
    stage =
        new PanelStage(
            shown,
            folder.resolve("runs"),
            desk -> {
              line = new EstimateLine(document, desk.background(), folder.resolve("runs"));
              return new Panel() {
                @Override
                public String title() {
                  return "Line";
                }

                @Override
                public String icon() {
                  return "mdal-add";
                }

                @Override
                public Node view() {
                  return line.view();
                }
              };
            });
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(5000, stage::close);
  }

  private String words() {
    return ((Label) line.view()).getText();
  }

  @Test
  void growsWithTheLengthOfTheTrainingAndIsSilentWithoutOne(FxRobot robot) throws IOException {
    RunFolder run = EvaluatedRun.carryOut(folder, null, LEARNS);
    String config = Files.readString(run.config());
    robot.interact(() -> {
      document.setText(config);
      line.read();
    });
    PanelStage.await(
        "it is told by the run", () -> words().contains("as run took, of the same settings"));
    assertTrue(words().startsWith("About 2000 steps"), words());
    robot.interact(
        () -> document.setText(config.replace("\"total_ticks\" : 2000", "\"total_ticks\" : 8000")));
    PanelStage.await("it grows with the training", () -> words().startsWith("About 8000 steps"));
    robot.interact(() -> document.setText(config.replace("\"seed\" : 42", "\"seed\" : \"a\"")));
    PanelStage.await("nothing is told of what is wrong", () -> words().isEmpty());
    assertFalse(line.view().isVisible());
  }
}
