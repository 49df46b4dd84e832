package io.makerbench.workbench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The main job by keys alone: open, start, watch, compare, replay. */
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class KeyboardJourneyTest {
  private static final String SHORT =
      """
      {
        "label": "keys",
        "market": {
          "recording": {
            "dataset": "synthetic", "evaluation_windows": 2, "synthetic": {"seconds": 120}
          }
        },
        "dqn": {"min_replay": 200, "mdp_step_warmup": 0, "num_episodes": 1, "batch_size": 32,
          "hidden": [16]}
      }
      """;

  @TempDir private Path folder;
  private Journey user;

  @AfterEach
  void closeWindow() {
    user.close();
  }

  @Test
  void fromThePresetToTheReplayWithoutAMouse(FxRobot robot) throws Exception {
    Path config = Files.writeString(folder.resolve("keys.json"), SHORT);
    user = Journey.open(robot, folder, null);
    robot.interact(() -> user.workspace().habits().opened(config));
    give(robot, "open quickstart", "config");
    user.awaitTrue(() -> user.text("field-label").equals("quickstart"), "the preset is open");
    give(robot, "open keys", "config");
    user.awaitTrue(() -> user.text("field-label").equals("keys"), "the recent file is open");
    robot.type(KeyCode.F5);
    user.awaitTrue(() -> inFront("training"), "the curves are in front");
    user.awaitTrue(
        () -> user.find("training-state") != null && user.text("training-state").equals("Done"),
        "the run ends");
    page(robot, KeyCode.DIGIT6, "compare");
    TableView<?> table = (TableView<?>) user.find("compare-table");
    user.awaitTrue(() -> !table.getItems().isEmpty(), "the comparison is shown");
    page(robot, KeyCode.DIGIT5, "replay");
    user.awaitTrue(() -> user.text("replay-reading-time").startsWith("20"), "the replay is open");
    String before = user.text("replay-reading-time");
    robot.type(KeyCode.F);
    user.awaitTrue(
        () -> user.text("replay-reading-time").compareTo(before) > 0, "F goes to the next fill");
    robot.type(KeyCode.HOME);
    user.awaitTrue(() -> user.text("replay-reading-time").compareTo(before) <= 0, "Home goes back");
    page(robot, KeyCode.DIGIT7, "report");
    user.awaitTrue(() -> !user.find("report-empty").isVisible(), "the report is prepared");
    assertTrue(Files.isDirectory(folder.resolve("runs")));
  }

  private void give(FxRobot robot, String letters, String page) {
    robot.push(
        new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));
    user.awaitTrue(() -> user.find("palette-letters").isFocused(), "the palette is open");
    robot.write(letters);
    robot.type(KeyCode.ENTER);
    user.awaitTrue(() -> inFront(page), "the page is in front");
  }

  private void page(FxRobot robot, KeyCode digit, String page) {
    robot.push(new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN));
    user.awaitTrue(() -> inFront(page), page + " is in front");
  }

  private boolean inFront(String page) {
    return ((ToggleButton) user.find("go-" + page)).isSelected();
  }
}
