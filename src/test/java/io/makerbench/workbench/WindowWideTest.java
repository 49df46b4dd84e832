package io.makerbench.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.Notification;
import io.makerbench.experiment.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** What works on every page: the command palette, help, the tour, recent files. */
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WindowWideTest {
  private static final KeyCodeCombination PALETTE =
      new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final List<String> PAGES =
      List.of("runs", "config", "data", "training", "replay", "compare", "report");

  @TempDir private Path folder;
  private Journey user;

  @BeforeEach
  void openWindow(FxRobot robot) {
    user = Journey.open(robot, folder, null);
  }

  @AfterEach
  void closeWindow() {
    user.close();
  }

  private void find(FxRobot robot, String letters) {
    robot.push(PALETTE);
    user.awaitTrue(() -> user.find("palette-letters").isFocused(), "the palette is open");
    robot.write(letters);
  }

  private List<String> found() {
    ListView<?> list = (ListView<?>) user.find("palette-list");
    return list.getItems().stream()
        .map(PaletteSearch.Found.class::cast)
        .map(found -> found.entry().text())
        .toList();
  }

  private boolean inFront(String page) {
    return ((ToggleButton) user.find("go-" + page)).isSelected();
  }

  @Test
  void aFewLettersGiveACommand(FxRobot robot) {
    find(robot, "comp");
    Screenshots.take(user.stage().getScene(), "palette-light");
    robot.type(KeyCode.ENTER);
    user.awaitTrue(() -> inFront("compare"), "the page is in front");
    find(robot, "theme");
    robot.type(KeyCode.ESCAPE);
    find(robot, "dark");
    robot.type(KeyCode.ENTER);
    user.awaitTrue(() -> isDark(), "it is dark");
    find(robot, "");
    assertEquals("Dark", found().getFirst(), "what was given last comes first");
    assertEquals("Compare", found().get(1));
    Screenshots.take(user.stage().getScene(), "palette-dark");
  }

  @Test
  @Tag("slow")
  void thePaletteReachesEverythingThatCanBePressedOnAnyPage(FxRobot robot) {
    RunFolder run = EvaluatedRun.synthetic(folder);
    robot.interact(() -> user.workspace().select(List.of(run)));
    List<String> missing = new ArrayList<>();
    for (String page : PAGES) {
      user.press("go-" + page);
      Journey.settle();
      robot.push(PALETTE);
      List<String> offered = found();
      Set<String> ids = foundIds();
      robot.interact(() ->
          pressable(
              user.stage().getScene().lookup(".page"),
              button -> {
                String words = Pressable.words(button);
                boolean isThere =
                    ids.contains(button.getId())
                        || offered.stream().anyMatch(text -> text.contains(words));
                if (!isThere) {
                  missing.add(page + ": " + button.getId() + " " + words);
                }
              }));
      robot.type(KeyCode.ESCAPE);
    }
    assertEquals(List.of(), missing);
  }

  private Set<String> foundIds() {
    ListView<?> list = (ListView<?>) user.find("palette-list");
    return list.getItems().stream()
        .map(PaletteSearch.Found.class::cast)
        .map(found -> found.entry().command().id())
        .collect(Collectors.toSet());
  }

  private static void pressable(Node node, Consumer<ButtonBase> met) {
    if (!node.isVisible() || node.isDisabled() || node instanceof IndexedCell) {
      return;
    }
    if (node instanceof ButtonBase button) {
      met.accept(button);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> pressable(child, met));
    }
  }

  @Test
  void aSwitchOfThePageInFrontIsPressedFromThePalette(FxRobot robot) {
    user.press("go-runs");
    find(robot, "archived too");
    robot.type(KeyCode.ENTER);
    CheckBox archived = robot.lookup("Archived too").queryAs(CheckBox.class);
    assertTrue(archived.isSelected());
  }

  @Test
  void tablesAreCopiedAndSavedAndMemoryIsFreed(FxRobot robot) {
    RunFolder run = EvaluatedRun.synthetic(folder);
    robot.interact(() -> user.workspace().select(List.of(run)));
    user.press("go-compare");
    user.awaitTrue(
        () ->
            user.find("compare-table") instanceof TableView<?> table && !table.getItems().isEmpty(),
        "the comparison is there");
    robot.interact(() -> user.find("compare-table").requestFocus());
    find(robot, "copy the table or picture");
    robot.type(KeyCode.ENTER);
    robot.interact(() ->
        assertTrue(
            Clipboard.getSystemClipboard().getString().startsWith("Metric\tUnit"),
            Clipboard.getSystemClipboard().getString()));
    user.press("memory");
    user.awaitTrue(
        () -> !user.stage().getScene().getRoot().lookupAll(".notice").isEmpty(), "it is said");
    robot.push(KeyCode.SHORTCUT, KeyCode.F);
    assertTrue(user.find("compare-search").isFocused());
    robot.push(KeyCode.SHORTCUT, KeyCode.S);
    Path saved = folder.resolve("saved").resolve("comparison.csv");
    user.awaitTrue(() -> Files.exists(saved), "the table in front is saved");
    user.press("go-data");
    robot.push(KeyCode.SHORTCUT, KeyCode.S);
    user.awaitTrue(
        () ->
            user.stage().getScene().getRoot().lookupAll(".notice").stream()
                .anyMatch(node ->
                    node instanceof Notification card
                        && card.getMessage().equals("There is nothing to save on this page.")),
        "there is nothing to save here");
  }

  private static boolean isDark() {
    return javafx.application.Application.getUserAgentStylesheet().contains("dark");
  }

  @Test
  void anotherThemeLeavesTheFocusWhereItWas(FxRobot robot) {
    user.press("go-config");
    user.awaitTrue(() -> user.find("field-seed") != null, "the field is there");
    robot.interact(() -> user.find("field-seed").requestFocus());
    boolean dark = isDark();
    robot.push(new KeyCodeCombination(KeyCode.T, KeyCombination.SHORTCUT_DOWN));
    user.awaitTrue(() -> isDark() != dark, "the theme is the other");
    user.awaitTrue(
        () -> user.find("field-seed") != null && user.find("field-seed").isFocused(),
        "the field has the focus again");
    robot.push(new KeyCodeCombination(KeyCode.T, KeyCombination.SHORTCUT_DOWN));
    user.awaitTrue(() -> isDark() == dark, "the theme is the first again");
  }

  @Test
  void thePaletteOpensPresetsAndGivesTheFocusBack(FxRobot robot) {
    user.press("go-config");
    robot.interact(() -> user.find("field-seed").requestFocus());
    find(robot, "nothing that there is");
    assertEquals(List.of(), found());
    robot.type(KeyCode.ESCAPE);
    assertTrue(user.find("field-seed").isFocused());
    find(robot, "quickstart");
    robot.type(KeyCode.ENTER);
    user.awaitTrue(() -> user.text("field-label").equals("quickstart"), "the preset is open");
    find(robot, "open quickst");
    robot.type(KeyCode.DOWN, KeyCode.UP);
    assertTrue(found().contains("Open quickstart.json"), "a file that was opened is recent");
  }

  @Test
  void everyPageHasHelpOfItsOwn(FxRobot robot) {
    robot.push(KeyCode.F1);
    for (String page : PAGES) {
      user.press("go-" + page);
      assertTrue(HelpText.of(page).size() >= 3, page);
      assertFalse(user.find("help-side").lookupAll(".help-words").isEmpty(), page);
    }
    Screenshots.take(user.stage().getScene(), "help-light");
    robot.push(KeyCode.F1);
    user.awaitTrue(() -> user.find("help-side") == null, "the help is closed");
  }

  @Test
  void helpSaysWhatThePointerIsOver(FxRobot robot) {
    robot.push(KeyCode.F1);
    user.press("go-config");
    Journey.settle();
    robot.moveTo(user.find("start-run"));
    user.awaitTrue(() -> user.text("help-pointed").equals("Start  F5"), "the button is explained");
    robot.moveTo(user.find("find-command"));
    user.awaitTrue(
        () -> user.text("help-pointed").startsWith("Find a command"), "and the next one");
    Screenshots.take(user.stage().getScene(), "help-pointed-light");
  }

  @Test
  void theTourComesOnceAndWhenAskedFor(FxRobot robot) {
    assertFalse(user.find("tour").isVisible());
    user.close();
    user = Journey.openAnew(robot, folder.resolve("new"), null);
    assertTrue(user.find("tour").isVisible());
    user.press("tour-next");
    assertEquals("Bring your recordings", ((Label) user.find("tour-title")).getText());
    Screenshots.take(user.stage().getScene(), "tour-light");
    robot.type(KeyCode.ESCAPE);
    assertFalse(user.find("tour").isVisible());
    user.close();
    user = Journey.openAnew(robot, folder.resolve("new"), null);
    assertFalse(user.find("tour").isVisible(), "it never comes again by itself");
    robot.push(KeyCode.F1);
    user.press("help-tour");
    assertTrue(user.find("tour").isVisible());
  }

  @Test
  void aKilledWindowIsNoticedAndItsFormOffered(FxRobot robot) throws Exception {
    user.close();
    Path home = folder.resolve("home");
    Files.writeString(
        home.resolve("draft.json"),
        "{\"text\": \"{\\\"label\\\": \\\"lost\\\"}\", \"origin\": \"Defaults\"}");
    user = Journey.open(robot, folder, null);
    user.press("recovery-form");
    user.awaitTrue(() -> user.text("field-label").equals("lost"), "the form is back");
  }
}
