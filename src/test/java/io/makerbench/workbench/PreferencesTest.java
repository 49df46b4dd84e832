package io.makerbench.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.workbench.panel.Keymap;
import io.makerbench.workbench.panel.Theme;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** What a user sets for good works at once, everywhere, and is there with the next start. */
@ExtendWith(ApplicationExtension.class)
@ExtendWith(StallGuard.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PreferencesTest {
  private static final KeyCodeCombination PREFERENCES =
      new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN);

  @TempDir private Path folder;
  private Journey user;

  @BeforeEach
  void openWindow(FxRobot robot) {
    user = Journey.open(robot, folder, null);
    robot.push(PREFERENCES);
    user.awaitTrue(() -> user.find("preferences-page") != null, "the preferences are open");
  }

  @AfterEach
  void closeWindow() {
    user.close();
  }

  @SuppressWarnings("unchecked")
  private TableView<Keymap.Keyed> keys() {
    return (TableView<Keymap.Keyed>) user.find("keys-table");
  }

  private void choose(FxRobot robot, String command) {
    robot.interact(() ->
        keys().getItems().stream()
            .filter(keyed -> keyed.command().id().equals(command))
            .findFirst()
            .ifPresent(keys().getSelectionModel()::select));
    robot.interact(() -> keys().requestFocus());
    robot.type(KeyCode.ENTER);
  }

  @Test
  void keysAreGivenAndShownEverywhere(FxRobot robot) {
    choose(robot, "start-run");
    robot.push(new KeyCodeCombination(KeyCode.G, KeyCombination.SHORTCUT_DOWN));
    assertEquals("Ctrl+G", ((TextField) user.find("keys-field")).getText());
    MenuItem item = menuItem(robot, "menu-start-run");
    assertEquals("Ctrl+G", item.getAccelerator().getDisplayText());
    Screenshots.take(user.stage().getScene(), "preferences-keys-light");
    robot.push(new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN));
    assertTrue(
        user.text("keys-problem").contains("Close what is open on the page"),
        user.text("keys-problem"));
    robot.type(KeyCode.ESCAPE);
    user.press("go-config");
    Button start = (Button) user.find("start-run");
    assertEquals("Start  Ctrl+G", start.getTooltip().getText());
    user.close();
    user = Journey.open(robot, folder, null);
    assertEquals("Ctrl+G", menuItem(robot, "menu-start-run").getAccelerator().getDisplayText());
  }

  private static MenuItem menuItem(FxRobot robot, String id) {
    return robot.lookup(".menu-bar").queryAs(MenuBar.class).getMenus().stream()
        .flatMap(menu -> menu.getItems().stream())
        .filter(item -> id.equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void keysOfAnotherCommandAreNamedAndTaken(FxRobot robot) {
    choose(robot, "start-run");
    robot.push(new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN));
    assertEquals("Ctrl+O gives Config ▸ Open … already.", user.text("keys-problem"));
    assertEquals("F5", menuItem(robot, "menu-start-run").getAccelerator().getDisplayText());
    Screenshots.take(user.stage().getScene(), "preferences-conflict-light");
    user.press("keys-take");
    assertEquals("Ctrl+O", menuItem(robot, "menu-start-run").getAccelerator().getDisplayText());
    assertNull(menuItem(robot, "menu-open-config").getAccelerator());
    user.press("keys-reset-all");
    assertEquals("F5", menuItem(robot, "menu-start-run").getAccelerator().getDisplayText());
    assertEquals("Ctrl+O", menuItem(robot, "menu-open-config").getAccelerator().getDisplayText());
  }

  @Test
  void keysThatAreTypedAreRefusedInWords(FxRobot robot) {
    choose(robot, "start-run");
    robot.type(KeyCode.G);
    assertEquals(
        "G alone would be taken while you type. Hold Ctrl or Alt with it.",
        user.text("keys-problem"));
    assertFalse(user.find("keys-take").isVisible());
  }

  @Test
  void pagesHaveKeysOfTheirOwn(FxRobot robot) {
    robot.interact(() -> ((TextField) user.find("preferences-search")).setText("replay step"));
    choose(robot, "replay-to-next-fill");
    robot.type(KeyCode.J);
    MenuItem item = menuItem(robot, "menu-replay-to-next-fill");
    assertEquals("Step to the next fill  J", item.getText());
    assertNull(item.getAccelerator(), "no menu takes what is typed");
    choose(robot, "replay-to-next-trade");
    robot.type(KeyCode.J);
    assertEquals("J gives Replay ▸ Step to the next fill already.", user.text("keys-problem"));
    Screenshots.take(user.stage().getScene(), "preferences-page-keys-light");
    robot.type(KeyCode.HOME);
    assertTrue(user.text("keys-problem").startsWith("Home steers"), user.text("keys-problem"));
  }

  @Test
  void aSearchFindsPreferencesAndKeys(FxRobot robot) {
    robot.push(new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN));
    assertTrue(user.find("preferences-search").isFocused());
    robot.write("high contrast");
    assertTrue(user.find("preferences-theme").getParent().isVisible());
    assertFalse(user.find("preferences-text-size").getParent().isVisible());
    assertEquals(1, keys().getItems().size());
    robot.push(new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN));
    user.awaitTrue(() -> user.find("preferences-page") == null, "they are closed");
    assertTrue(((ToggleButton) user.find("go-config")).isSelected());
  }

  @Test
  void textGrowsOnThePageAndInMenus(FxRobot robot) {
    Label title = (Label) user.find("preferences-page").lookup(".page-title");
    double before = title.getFont().getSize();
    choose("preferences-text-size", 20, robot);
    robot.clickOn("Window");
    Label item = robot.lookup("#menu-show-tasks").lookup(".label").query();
    assertEquals(20, item.getFont().getSize(), 0.1, "menus grow too");
    robot.type(KeyCode.ESCAPE);
    assertEquals(before * 20 / 13, title.getFont().getSize(), 0.1);
    Screenshots.take(user.stage().getScene(), "text-20-light");
    user.close();
    user = Journey.open(robot, folder, null);
    Label label = (Label) user.find("go-runs").getScene().getRoot().lookup(".status-run");
    assertEquals(12.0 * 20 / 13, label.getFont().getSize(), 0.1);
    robot.push(new KeyCodeCombination(KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN));
    assertEquals(12, label.getFont().getSize(), 0.1);
  }

  @SuppressWarnings("unchecked")
  private <T> void choose(String id, T value, FxRobot robot) {
    robot.interact(() -> ((ComboBox<T>) user.find(id)).setValue(value));
    Journey.settle();
  }

  @Test
  void highContrastIsAThemeOfItsOwn(FxRobot robot) {
    choose("preferences-theme", Theme.CONTRAST, robot);
    assertTrue(Application.getUserAgentStylesheet().contains("contrast"));
    Screenshots.take(user.stage().getScene(), "preferences-contrast");
    for (String page : new String[] {"runs", "config", "data", "training"}) {
      user.press("go-" + page);
      Screenshots.take(user.stage().getScene(), "contrast-" + page);
    }
    user.close();
    user = Journey.open(robot, folder, null);
    assertTrue(Application.getUserAgentStylesheet().contains("contrast"), "it is kept");
  }
}
