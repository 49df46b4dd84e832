package io.makerbench.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** A page goes into a window of its own and comes back, with this start and the next. */
@ExtendWith(ApplicationExtension.class)
@ExtendWith(StallGuard.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ApartPagesTest {
  private static final KeyCodeCombination APART =
      new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final KeyCodeCombination CLOSE =
      new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN);

  @TempDir private Path folder;
  private Journey user;

  @BeforeEach
  void openWindow(FxRobot robot) {
    user = Journey.open(robot, folder, null);
    user.press("go-runs");
    robot.push(APART);
    user.awaitTrue(() -> apart().isPresent(), "the page has a window");
  }

  @AfterEach
  void closeWindow() {
    user.close();
  }

  private static Optional<Stage> apart() {
    return List.copyOf(Window.getWindows()).stream()
        .filter(window -> window instanceof Stage stage && stage.isShowing())
        .map(Stage.class::cast)
        .filter(stage -> stage.getTitle() != null && stage.getTitle().startsWith("Runs –"))
        .findFirst();
  }

  private ToggleButton rail(String page) {
    return (ToggleButton) user.find("go-" + page);
  }

  @Test
  void itComesBackWhenItsWindowIsClosed(FxRobot robot) {
    assertEquals("Runs ↗", rail("runs").getText());
    assertTrue(rail("config").isSelected(), "another page is in front");
    Screenshots.take(apart().orElseThrow().getScene(), "apart-light");
    user.press("go-runs");
    assertTrue(rail("config").isSelected(), "its own window comes to the front instead");
    robot.interact(() -> apart().orElseThrow().requestFocus());
    robot.push(CLOSE);
    user.awaitTrue(() -> apart().isEmpty(), "its window is closed");
    user.awaitTrue(() -> rail("runs").isSelected(), "the page is back, in front");
    assertEquals("Runs", rail("runs").getText());
    assertTrue(user.find("runs-table") != null);
  }

  @Test
  void keysWorkThereToo(FxRobot robot) {
    robot.interact(() -> apart().orElseThrow().requestFocus());
    robot.push(new KeyCodeCombination(KeyCode.DIGIT3, KeyCombination.SHORTCUT_DOWN));
    user.awaitTrue(() -> rail("data").isSelected(), "the main window shows another page");
  }

  @Test
  void itsWindowIsThereWithTheNextStart(FxRobot robot) {
    robot.interact(() -> {
      apart().orElseThrow().setX(40);
      apart().orElseThrow().setWidth(900);
    });
    user.close();
    assertTrue(apart().isEmpty(), "it closes with the program");
    user = Journey.open(robot, folder, null);
    user.awaitTrue(() -> apart().isPresent(), "it is back");
    assertEquals(40, apart().orElseThrow().getX());
    assertEquals(900, apart().orElseThrow().getWidth());
  }
}
