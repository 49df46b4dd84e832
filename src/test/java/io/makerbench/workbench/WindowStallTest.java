package io.makerbench.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.experiment.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Nothing long runs on the JavaFX thread. */
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class WindowStallTest {
  private static final List<String> PAGES =
      List.of("runs", "config", "data", "training", "replay", "compare", "report");

  @TempDir private Path folder;

  @Test
  void aWatchSeesWhatHoldsTheThreadUp(FxRobot robot) {
    try (StallWatch watch = new StallWatch()) {
      robot.interact(() -> {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(600);
        while (System.nanoTime() < end) {
          Thread.onSpinWait();
        }
      });
      Journey.await("the stall is seen", () -> watch.stalls().size() == 1);
    }
  }

  @Test
  void aRoundThroughTheWindowNeverStalls(FxRobot robot) {
    RunFolder run = EvaluatedRun.synthetic(folder);
    Journey user = Journey.open(robot, folder, null);
    robot.interact(() -> user.workspace().select(List.of(run)));
    round(robot, user); // what is done for the first time, Java has not compiled yet
    round(robot, user);
    try (StallWatch watch = new StallWatch()) {
      round(robot, user);
      assertEquals(List.of(), watch.stalls());
    } finally {
      user.close();
    }
  }

  private static void round(FxRobot robot, Journey user) {
    for (String page : PAGES) {
      user.press("go-" + page);
    }
    user.press("go-replay");
    user.awaitTrue(() -> user.text("replay-reading-time").startsWith("20"), "the replay is open");
    robot.type(KeyCode.SPACE, KeyCode.F, KeyCode.F, KeyCode.SPACE, KeyCode.END, KeyCode.HOME);
    robot.type(KeyCode.F1, KeyCode.F1);
    user.press("find-command");
    robot.write("compare");
    robot.type(KeyCode.ENTER);
  }
}
