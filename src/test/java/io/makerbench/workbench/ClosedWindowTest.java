package io.makerbench.workbench;

import io.makerbench.experiment.RunFolder;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** A window that is closed lets go of its pages. */
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ClosedWindowTest {
  private static final List<String> PAGES =
      List.of("runs", "config", "data", "training", "replay", "compare", "report");

  @TempDir private Path folder;

  @Test
  void pagesAreNotKept(FxRobot robot) {
    RunFolder run = EvaluatedRun.synthetic(folder);
    WeakReference<Parent> pages = visited(robot, run);
    visited(robot, run); // JavaFX keeps some of the window it showed last
    Journey.await(
        "the pages are gone",
        () -> {
          System.gc();
          return pages.refersTo(null);
        });
  }

  private WeakReference<Parent> visited(FxRobot robot, RunFolder run) {
    Journey user = Journey.open(robot, folder, null);
    robot.interact(() -> user.workspace().select(List.of(run)));
    PAGES.forEach(page -> user.press("go-" + page));
    user.awaitTrue(() -> user.find("report-pdf") != null, "the report is open");
    WeakReference<Parent> root = new WeakReference<>(user.stage().getScene().getRoot());
    user.close();
    return root;
  }
}
