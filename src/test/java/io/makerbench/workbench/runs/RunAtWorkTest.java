package io.makerbench.workbench.runs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.workbench.Journey;
import io.makerbench.workbench.Screenshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The table while nothing has run yet, and while a run is at work. */
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class RunAtWorkTest {
  private static final String CONFIG =
      """
      {
        "label": "at work",
        "market": {"recording": {"dataset": "synthetic", "synthetic": {"seconds": 60}}},
        "dqn": {"min_replay": 200, "mdp_step_warmup": 0, "num_episodes": 20000, "batch_size": 32,
          "hidden": [16]}
      }
      """;

  @TempDir private Path folder;
  private Journey user;

  @BeforeEach
  void openWindow(FxRobot robot) throws IOException {
    Path config = Files.writeString(folder.resolve("work.json"), CONFIG);
    user = Journey.open(robot, folder, config);
    user.awaitTrue(() -> user.text("config-origin").endsWith("work.json"), "the file is open");
  }

  @AfterEach
  void closeWindow() {
    user.close();
  }

  private boolean isKnown(Node node) {
    return node instanceof ProgressBar bar
        && bar.isVisible()
        && bar.getProgress() > 0
        && bar.getAccessibleText().contains("left");
  }

  @Test
  void aRunAtWorkShowsItsProgressAndCannotBeDeleted(FxRobot robot) {
    user.press("go-runs");
    Screenshots.take(user.stage().getScene(), "runs-empty-light");
    user.press("empty-config");
    user.press("start-run");
    user.press("go-runs");
    TableView<?> table = (TableView<?>) user.find("runs-table");
    user.awaitTrue(() -> table.getItems().size() == 1, "the run is in the table");
    user.awaitTrue(
        () -> table.lookupAll(".progress-bar").stream().anyMatch(this::isKnown),
        "its progress is known");
    user.awaitTrue(() -> !table.lookupAll(".sparkline").isEmpty(), "the curve grows in the row");
    Screenshots.take(user.stage().getScene(), "runs-at-work-light");
    robot.interact(() -> table.getSelectionModel().select(0));
    user.press("delete-runs");
    user.awaitTrue(
        () ->
            user.stage().getScene().getRoot().lookupAll(".notice").stream()
                .anyMatch(notice -> notice.toString().contains("danger")),
        "a notice says why not");
    Screenshots.take(user.stage().getScene(), "runs-not-deleted-light");
    assertTrue(table.getItems().size() == 1, "it stays");
  }
}
