package io.makerbench.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
@ExtendWith(StallGuard.class)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class WorkbenchTest {
  /** A run that goes on until it is stopped, on a recording that is generated at once. */
  private static final String CONFIG =
      """
      {
        "label": "journey",
        "market": {"recording": {"dataset": "synthetic", "synthetic": {"seconds": 60}}},
        "dqn": {"min_replay": 200, "mdp_step_warmup": 0, "num_episodes": 2000, "batch_size": 32,
          "hidden": [16]}
      }
      """;

  @TempDir private Path folder;
  private Journey user;

  @BeforeEach
  void openWindow(FxRobot robot) throws IOException {
    Path config = Files.writeString(folder.resolve("journey.json"), CONFIG);
    user = Journey.open(robot, folder, config);
    user.awaitTrue(() -> user.text("config-origin").endsWith("journey.json"), "the file is open");
  }

  @AfterEach
  void closeWindow() {
    user.close();
  }

  @Test
  void formShowsAndChangesTheConfiguration(FxRobot robot) {
    assertEquals("journey", user.text("field-label"));
    user.enter("field-seed", "7");
    assertTrue(user.text("config-json").contains("\"seed\" : 7"));
    robot.push(new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN));
    assertEquals("42", user.text("field-seed"));
  }

  @Test
  void wrongValueIsNamedUnderItsFieldAndDoesNotStart() {
    user.enter("field-seed", "many");
    assertTrue(user.text("note-seed").contains("whole number"), user.text("note-seed"));
    Screenshots.take(user.stage().getScene(), "config-problem");
    user.press("start-run");
    assertTrue(Files.notExists(folder.resolve("runs")));
  }

  @Test
  void textBesideTheFormChangesTheForm(FxRobot robot) {
    CodeArea text = user.json();
    robot.interact(
        () -> text.replaceText(text.getText().replace("\"seed\" : 42", "\"seed\" : 11")));
    user.awaitTrue(() -> user.text("field-seed").equals("11"), "the form follows the text");
  }

  @Test
  void presetOpensTheQuickstart(FxRobot robot) {
    MenuButton presets = (MenuButton) user.find("presets");
    MenuItem quickstart =
        presets.getItems().stream()
            .filter(item -> item.getText().equals("quickstart"))
            .findFirst()
            .orElseThrow();
    robot.interact(quickstart::fire);
    user.awaitTrue(() -> user.text("field-label").equals("quickstart"), "the preset is open");
  }

  @Test
  void themeIsRememberedFromWindowToWindow(FxRobot robot) {
    user.press("theme-button");
    user.close();
    user = Journey.open(robot, folder, null);
    assertTrue(
        Application.getUserAgentStylesheet().contains("dark"),
        Application.getUserAgentStylesheet());
  }

  @Test
  void noTwoCommandsShareAShortcut(FxRobot robot) {
    List<String> keys =
        robot.lookup(".menu-bar").queryAs(MenuBar.class).getMenus().stream()
            .flatMap(menu -> menu.getItems().stream())
            .filter(item -> item.getAccelerator() != null)
            .map(item -> item.getAccelerator().getName())
            .toList();
    assertEquals(keys.stream().distinct().toList(), keys);
  }

  private int rows() {
    try (Stream<Path> files = Files.walk(folder.resolve("runs"))) {
      Path metrics = files.filter(file -> file.endsWith("metrics.csv")).findFirst().orElseThrow();
      return Files.readAllLines(metrics).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void runIsStartedWatchedPausedResumedAndStopped(FxRobot robot) {
    robot.interact(() ->
        user.stage().getScene().getRoot().lookupAll(".titled-pane").stream()
            .map(TitledPane.class::cast)
            .filter(pane -> pane.getText().equals("DQN"))
            .forEach(pane -> pane.setExpanded(true)));
    user.press("theme-button");
    Screenshots.take(user.stage().getScene(), "config-dark");
    user.press("theme-button");
    Screenshots.take(user.stage().getScene(), "config-light");
    user.press("start-run");
    user.awaitTrue(() -> user.find("training-log") != null, "the curves are in front");
    ListView<?> log = (ListView<?>) user.find("training-log");
    user.awaitTrue(() -> user.text("training-state").equals("Running"), "the run works");
    user.awaitTrue(() -> !user.text("training-reward").equals("–"), "a reward is shown");
    user.awaitTrue(() -> rows() >= 8, "the curve grows");
    user.press("pause-run");
    user.awaitTrue(() -> user.text("training-state").equals("Paused"), "the run pauses");
    Screenshots.take(user.stage().getScene(), "training-light");
    user.press("theme-button");
    Screenshots.take(user.stage().getScene(), "training-dark");
    user.press("resume-run");
    user.awaitTrue(() -> user.text("training-state").equals("Running"), "the run goes on");
    user.press("stop-run");
    user.awaitTrue(() -> user.text("training-state").equals("Stopped"), "the run stops");
    assertTrue(log.getItems().stream().anyMatch(line -> line.toString().contains("Checkpoint")));
    user.press("go-runs");
    TableView<?> table = (TableView<?>) user.find("runs-table");
    user.awaitTrue(() -> table.getItems().size() == 1, "the run is in the table");
    Screenshots.take(user.stage().getScene(), "runs-dark");
  }
}
