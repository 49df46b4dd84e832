package io.makerbench.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.makerbench.experiment.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Every colour and size that a style sheet asks for is there, in both themes. */
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class StyleWarningsTest {
  private static final List<String> PAGES =
      List.of("runs", "config", "data", "training", "replay", "compare", "report");

  /** JavaFX logs what is wrong with a style here. */
  private static final Logger STYLES = Logger.getLogger("javafx.css");

  @TempDir private Path folder;
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final Handler kept =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
            warnings.add(String.valueOf(record.getMessage()));
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    STYLES.addHandler(kept);
  }

  @AfterEach
  void leave() {
    STYLES.removeHandler(kept);
  }

  @Test
  void aWrongStyleIsHeard(FxRobot robot) {
    Journey user = Journey.open(robot, folder, null);
    robot.interact(() -> user.find("go-runs").setStyle("-fx-text-fill: -no-such-colour;"));
    robot.interact(() -> user.stage().getScene().getRoot().applyCss());
    user.close();
    assertFalse(warnings.isEmpty());
  }

  @Test
  void noPageHasAStyleThatIsNotThere(FxRobot robot) {
    RunFolder run = EvaluatedRun.synthetic(folder);
    Journey user = Journey.open(robot, folder, null);
    robot.interact(() -> user.workspace().select(List.of(run)));
    for (String theme : List.of("light", "dark")) {
      robot.type(KeyCode.F1);
      for (String page : PAGES) {
        user.press("go-" + page);
        if (page.equals("replay")) {
          user.awaitTrue(
              () -> user.text("replay-reading-time").startsWith("20"), "the replay is open");
        }
        if (page.equals("compare")) {
          user.awaitTrue(() -> user.find("compare-table") != null, "the comparison is there");
        }
        Screenshots.take(user.stage().getScene(), "window-" + page + "-" + theme);
      }
      user.press("preferences");
      Screenshots.take(user.stage().getScene(), "window-preferences-" + theme);
      user.press("find-command");
      robot.type(KeyCode.ESCAPE);
      user.press("theme-button");
    }
    user.close();
    assertEquals(List.of(), warnings.stream().distinct().toList());
  }

  @Test
  void noVenueHasAStyleThatIsNotThere(FxRobot robot) {
    RunFolder desk = EvaluatedRun.desk(folder);
    Journey user = Journey.open(robot, folder, null);
    robot.interact(() -> user.workspace().select(List.of(desk)));
    user.press("go-replay");
    for (String theme : List.of("light", "dark")) {
      user.awaitTrue(() -> user.find("replay-venues-venue-4") != null, "the venues are there");
      robot.type(KeyCode.F);
      Screenshots.take(user.stage().getScene(), "window-venues-" + theme);
      user.press("theme-button");
    }
    user.close();
    assertEquals(List.of(), warnings.stream().distinct().toList());
  }
}
