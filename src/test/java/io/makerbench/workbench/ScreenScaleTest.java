package io.makerbench.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.experiment.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * On a screen of 1920 × 1080 that is scaled, the window is as large as the screen and shows all: no
 * button's words are cut, and what does not fit can be scrolled to.
 */
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ScreenScaleTest {
  private static final double WIDTH = 1920;
  private static final double HEIGHT = 1080;
  private static final List<String> PAGES =
      List.of("runs", "config", "data", "training", "replay", "compare", "report");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"1.5", "2"})
  void nothingIsCut(double scale, FxRobot robot) {
    RunFolder run = EvaluatedRun.synthetic(folder);
    Journey user = Journey.open(robot, folder, null);
    robot.interact(() -> {
      user.stage().setRenderScaleX(scale);
      user.stage().setRenderScaleY(scale);
      user.stage().setWidth(WIDTH / scale);
      user.stage().setHeight(HEIGHT / scale);
      user.workspace().select(List.of(run));
    });
    List<String> cut = new ArrayList<>();
    for (String page : PAGES) {
      user.press("go-" + page);
      if (page.equals("replay")) {
        user.awaitTrue(
            () -> user.text("replay-reading-time").startsWith("20"), "the replay is open");
        Journey.settle();
        assertTrue(fitsInWidth(user), "the replay need not be scrolled sideways");
      }
      Screenshots.take(user.stage().getScene(), "scaled-" + scale + "-" + page, scale);
      robot.interact(() -> collect(user.stage().getScene().getRoot(), page, cut));
    }
    RunFolder desk = EvaluatedRun.desk(folder.resolve("desk"));
    robot.interact(() -> user.workspace().select(List.of(desk)));
    user.press("go-replay");
    user.awaitTrue(() -> user.find("replay-venues-venue-4") != null, "the venues are there");
    Screenshots.take(user.stage().getScene(), "scaled-" + scale + "-venues", scale);
    robot.interact(() -> collect(user.stage().getScene().getRoot(), "venues", cut));
    user.close();
    assertEquals(List.of(), cut);
  }

  private static boolean fitsInWidth(Journey user) {
    ScrollPane sight = (ScrollPane) user.stage().getScene().lookup(".page-sight");
    return sight.getContent().getLayoutBounds().getWidth() <= sight.getWidth();
  }

  private static void collect(Node node, String page, List<String> cut) {
    if (!node.isVisible() || node instanceof IndexedCell) {
      return;
    }
    if (node instanceof ButtonBase button && button.isManaged()) {
      button.lookupAll(".text").stream()
          .filter(words -> words instanceof Text text && text.getText().endsWith("..."))
          .filter(words -> !button.getText().endsWith("..."))
          .forEach(words -> cut.add(page + ": the words of " + button.getText()));
      if (!isWithin(button)) {
        cut.add(page + ": " + button.getId() + " " + button.getText() + " is out of reach");
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, page, cut));
    }
  }

  /** Whether it lies within what the window shows, or what can be scrolled into it. */
  private static boolean isWithin(Node node) {
    for (Parent at = node.getParent(); at != null; at = at.getParent()) {
      Bounds place = at.sceneToLocal(node.localToScene(node.getLayoutBounds()));
      boolean inside =
          at.getLayoutBounds().getMinX() - 1 <= place.getMinX()
              && at.getLayoutBounds().getMaxX() + 1 >= place.getMaxX()
              && at.getLayoutBounds().getMinY() - 1 <= place.getMinY()
              && at.getLayoutBounds().getMaxY() + 1 >= place.getMaxY();
      if (at.getStyleClass().contains("viewport") && isScrollable(at)) {
        return true;
      }
      if (!inside && at.getParent() == null) {
        return false;
      }
    }
    return true;
  }

  private static boolean isScrollable(Parent viewport) {
    return viewport.getParent() instanceof ScrollPane;
  }
}
