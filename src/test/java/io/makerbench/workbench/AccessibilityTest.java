package io.makerbench.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Everything that acts says what it is, and can be reached without a mouse. */
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class AccessibilityTest {
  private static final List<String> PAGES =
      List.of("runs", "config", "data", "training", "replay", "compare", "report");

  @TempDir private Path folder;
  private Journey user;

  @AfterEach
  void closeWindow() {
    user.close();
  }

  private List<String> faultsOfAllPages(FxRobot robot) {
    List<String> faults = new ArrayList<>();
    robot.push(javafx.scene.input.KeyCode.F1);
    for (String page : PAGES) {
      user.press("go-" + page);
      robot.interact(() -> collect(user.stage().getScene().getRoot(), page, faults));
    }
    user.press("preferences");
    robot.interact(() -> collect(user.stage().getScene().getRoot(), "preferences", faults));
    return faults.stream().distinct().toList();
  }

  @Test
  void everyControlOfAnEmptyWindowHasWordsAndFocus(FxRobot robot) {
    user = Journey.open(robot, folder, null);
    assertEquals(List.of(), faultsOfAllPages(robot));
  }

  @Test
  void everyControlOfAFinishedRunHasWordsAndFocus(FxRobot robot) {
    var run = EvaluatedRun.synthetic(folder);
    user = Journey.open(robot, folder, null);
    robot.interact(() -> user.workspace().select(List.of(run)));
    user.press("go-replay");
    user.awaitTrue(() -> user.text("replay-reading-time").startsWith("20"), "the replay is open");
    assertEquals(List.of(), faultsOfAllPages(robot));
  }

  @Test
  void everyVenueOfADeskHasWordsAndFocus(FxRobot robot) {
    var run = EvaluatedRun.desk(folder);
    user = Journey.open(robot, folder, null);
    robot.interact(() -> user.workspace().select(List.of(run)));
    user.press("go-replay");
    user.awaitTrue(() -> user.find("replay-venues-venue-4") != null, "the venues are there");
    List<String> faults = new ArrayList<>();
    robot.interact(() -> collect(user.stage().getScene().getRoot(), "replay", faults));
    assertEquals(List.of(), faults);
  }

  private static void collect(Node node, String page, List<String> faults) {
    if (!node.isVisible()) {
      return;
    }
    if (acts(node)) {
      if (words(node).isBlank()) {
        faults.add(page + ": no words at " + place(node));
      }
      if (!node.isFocusTraversable() && !(node instanceof ProgressIndicator) && !isInATable(node)) {
        faults.add(page + ": no keyboard focus at " + place(node));
      }
    } else if (node.getOnMouseClicked() != null && !focusable(node) && !hasWords(node)) {
      faults.add(page + ": only a mouse works at " + place(node));
    }
    if (node instanceof Parent parent && !isOneThing(node)) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, page, faults));
    }
  }

  private static boolean acts(Node node) {
    return node instanceof ButtonBase
        || node instanceof TextInputControl
        || node instanceof ComboBoxBase
        || node instanceof ChoiceBox
        || node instanceof Slider
        || node instanceof Spinner
        || node instanceof TableView
        || node instanceof ListView
        || node instanceof TreeView
        || node instanceof ProgressIndicator
        || node instanceof atlantafx.base.controls.ToggleSwitch;
  }

  /** Controls made of others that are their own business. */
  private static boolean isOneThing(Node node) {
    return node instanceof MenuBar
        || node instanceof ScrollBar
        || node instanceof Control && acts(node) && !(node instanceof TableView);
  }

  /** What a screen reader says. */
  private static String words(Node node) {
    if (node.getAccessibleText() != null) {
      return node.getAccessibleText();
    }
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      return labeled.getText();
    }
    return node.getScene().getRoot().lookupAll(".label").stream()
        .filter(label -> label instanceof Label words && words.getLabelFor() == node)
        .map(label -> ((Label) label).getText())
        .findFirst()
        .orElse("");
  }

  /** What a button in a line of a table does is a command on the chosen line too. */
  private static boolean isInATable(Node node) {
    return node != null && (node instanceof IndexedCell || isInATable(node.getParent()));
  }

  /** Pictures say what they show; the keys of their page do what the mouse does. */
  private static boolean hasWords(Node node) {
    return node.getAccessibleRole() == AccessibleRole.IMAGE_VIEW
        && !node.getAccessibleText().isBlank();
  }

  private static boolean focusable(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.isFocusTraversable()) {
        return true;
      }
    }
    return false;
  }

  private static String place(Node node) {
    StringBuilder place = new StringBuilder();
    for (Node at = node; at != null && place.length() < 140; at = at.getParent()) {
      place.append(at.getClass().getSimpleName());
      place.append(at.getId() == null ? "" : "#" + at.getId());
      place.append(at.getStyleClass().isEmpty() ? "" : "." + at.getStyleClass().getLast());
      place.append(" < ");
    }
    return place.toString();
  }
}
