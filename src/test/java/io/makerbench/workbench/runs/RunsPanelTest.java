package io.makerbench.workbench.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.Runner;
import io.makerbench.experiment.Settings;
import io.makerbench.workbench.Journey;
import io.makerbench.workbench.Screenshots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import tools.jackson.databind.node.ObjectNode;

@ExtendWith(ApplicationExtension.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RunsPanelTest {
  @TempDir private Path folder;
  private Journey user;
  private TableView<?> table;

  @BeforeEach
  void openWindow(FxRobot robot) {
    Path runs = folder.resolve("runs");
    Runner runner = new Runner(new Settings(folder.resolve("home"), null, runs));
    for (String label : new String[] {"alpha", "beta", "gamma"}) {
      ObjectNode config = ConfigFiles.defaults();
      config.put("label", label);
      runner.create(runs.resolve("run-" + label), config, null);
    }
    user = Journey.open(robot, folder, null);
    user.press("go-runs");
    table = (TableView<?>) user.find("runs-table");
    user.awaitTrue(() -> table.getItems().size() == 3, "all runs are listed");
  }

  @AfterEach
  void closeWindow() {
    user.close();
  }

  private void filter(FxRobot robot, String words) {
    robot.interact(() -> ((TextField) user.find("runs-filter")).setText(words));
  }

  private void selectOnly(FxRobot robot, String words) {
    filter(robot, words);
    robot.interact(() -> table.getSelectionModel().select(0));
  }

  @Test
  void filterKeepsTheRunsThatHoldAllItsWords(FxRobot robot) {
    filter(robot, "dqn bet");
    assertEquals(1, table.getItems().size());
    filter(robot, "");
    assertEquals(3, table.getItems().size());
  }

  @Test
  void deletedRunComesBackByUndo(FxRobot robot) {
    selectOnly(robot, "beta");
    Screenshots.take(user.stage().getScene(), "runs-light");
    user.press("delete-runs");
    user.awaitTrue(() -> table.getItems().isEmpty(), "the run is gone");
    assertTrue(Files.notExists(folder.resolve("runs/run-beta")));
    user.press("go-training");
    assertNull(user.find("training-state"), "no page shows the deleted run");
    user.press("go-runs");
    user.press("notice-undo");
    user.awaitTrue(() -> table.getItems().size() == 1, "the run is back");
    assertTrue(Files.exists(folder.resolve("runs/run-beta/run.json")));
  }

  @Test
  void clonedRunOpensItsConfigurationInTheForm(FxRobot robot) {
    selectOnly(robot, "gamma");
    user.press("clone-run");
    user.awaitTrue(() -> user.find("config-origin") != null, "the form is in front");
    assertEquals("Copy of run-gamma", user.text("config-origin"));
    assertEquals("gamma", user.text("field-label"));
  }
}
