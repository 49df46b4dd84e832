package io.makerbench.workbench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.makerbench.experiment.RunFolder;
import io.makerbench.workbench.panel.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * Renews the pictures of README and guide: every page of the window in both themes, for a folder of
 * finished runs that the variable {@code MAKERBENCH_PICTURES} names (in it {@code runs}).
 */
@Tag("journey")
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class WindowPicturesTest {
  private static final String PLACE = "MAKERBENCH_PICTURES";

  private FxRobot robot;
  private Journey user;

  @Test
  void everyPageInBothThemes(FxRobot fxRobot) throws IOException {
    String place = System.getenv(PLACE);
    assumeTrue(place != null, "Skipped: " + PLACE + " names no folder of runs.");
    robot = fxRobot;
    user = Journey.open(robot, Path.of(place), null);
    try {
      List<RunFolder> runs = runs(Path.of(place).resolve("runs"));
      robot.interact(() -> user.workspace().select(runs));
      for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
        user.press("theme-button");
        round(theme.name().toLowerCase(java.util.Locale.ROOT));
      }
    } finally {
      user.close();
    }
  }

  private static List<RunFolder> runs(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.sorted().map(RunFolder::new).toList();
    }
  }

  private void round(String theme) {
    for (String page : List.of("runs", "config", "data", "training", "compare", "report")) {
      user.press("go-" + page);
      rest();
      take(page, theme);
    }
    user.press("go-replay");
    user.awaitTrue(() -> user.text("replay-reading-time").startsWith("20"), "the replay is open");
    for (int fill = 0; fill < 12; fill++) {
      robot.type(KeyCode.F);
    }
    rest();
    take("replay", theme);
    robot.type(KeyCode.A);
    rest();
    take("replay-agent", theme);
    robot.type(KeyCode.A);
  }

  private void take(String page, String theme) {
    Screenshots.take(user.stage().getScene(), "window-" + page + "-" + theme);
  }

  /** What is read in the background arrives, and plots come to rest. */
  private static void rest() {
    for (int i = 0; i < 40; i++) {
      Journey.settle();
    }
  }
}
