package io.makerbench.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.experiment.RunFolder;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Accordion;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Nothing long runs on the JavaFX thread. */
@Tag("slow")
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
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + TimeUnit.MILLISECONDS.toNanos(400);
        while (threads.getCurrentThreadCpuTime() < end) {
          Thread.onSpinWait();
        }
      });
      Journey.await("the stall is seen", () -> watch.stalls().size() == 1);
    }
  }

  @Test
  void aRoundThroughTheWindowNeverStalls(FxRobot robot) {
    RunFolder run = EvaluatedRun.synthetic(folder);
    try (StallWatch watch = new StallWatch()) {
      Journey user = Journey.open(robot, folder, null);
      robot.interact(() -> user.workspace().select(List.of(run)));
      round(robot, user);
      openEverySection(robot, user);
      round(robot, user);
      user.close();
      assertEquals(List.of(), watch.stalls());
    }
  }

  private static void openEverySection(FxRobot robot, Journey user) {
    user.press("go-config");
    Accordion form = (Accordion) user.find("config-form").lookup(".accordion");
    for (TitledPane section : form.getPanes()) {
      robot.interact(() -> section.setExpanded(true));
      Journey.settle();
    }
  }

  @Test
  void aDeskPlayedAtFullSpeedNeverStalls(FxRobot robot) {
    RunFolder run = EvaluatedRun.desk(folder);
    Journey user = Journey.open(robot, folder, null);
    robot.interact(() -> user.workspace().select(List.of(run)));
    play(robot, user); // what is done for the first time, Java has not compiled yet
    play(robot, user);
    try (StallWatch watch = new StallWatch()) {
      play(robot, user);
      assertEquals(List.of(), watch.stalls());
    } finally {
      user.close();
    }
  }

  private static void play(FxRobot robot, Journey user) {
    user.press("go-runs");
    user.press("go-replay");
    user.awaitTrue(() -> user.find("replay-venues-venue-4") != null, "the venues are there");
    robot.type(KeyCode.HOME, KeyCode.UP, KeyCode.UP, KeyCode.SPACE, KeyCode.E, KeyCode.F);
    robot.type(KeyCode.C, KeyCode.C, KeyCode.SPACE, KeyCode.END, KeyCode.X);
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
    user.press("theme-button");
  }
}
