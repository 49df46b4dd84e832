package io.makerbench.workbench.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.catalogue.MadeRuns;
import io.makerbench.experiment.catalogue.RunNotes;
import io.makerbench.workbench.Journey;
import io.makerbench.workbench.Screenshots;
import io.makerbench.workbench.StallGuard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@ExtendWith(StallGuard.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RunsPanelTest {
  @TempDir private Path folder;
  private MadeRuns made;
  private Journey user;
  private TableView<?> table;

  @BeforeEach
  void openWindow(FxRobot robot) throws IOException {
    made = new MadeRuns(folder);
    MadeRuns.train(made.make("run-alpha", "label=alpha", "dqn.lr=0.001", "seed=1"), 30);
    RunFolder beta = made.make("run-beta", "label=beta", "dqn.lr=0.0003", "seed=2");
    MadeRuns.train(beta, 200);
    RunNotes.NONE.tagged(List.of("good", "wide")).noted("Try a wider spread.").write(beta);
    made.make("run-gamma", "label=gamma", "agent.type=symmetric_l1", "seed=3");
    user = Journey.open(robot, folder, null);
    user.press("go-runs");
    table = (TableView<?>) user.find("runs-table");
    user.awaitTrue(() -> table.getItems().size() == 3, "all runs are listed");
  }

  @AfterEach
  void closeWindow() {
    user.close();
  }

  private void filter(FxRobot robot, String words) {
    robot.interact(() -> ((TextField) user.find("runs-filter")).setText(words));
  }

  private void selectOnly(FxRobot robot, String words) {
    filter(robot, words);
    robot.interact(() -> table.getSelectionModel().clearAndSelect(0));
  }

  private void selectAll(FxRobot robot) {
    filter(robot, "");
    robot.interact(() -> table.getSelectionModel().selectAll());
  }

  private void pictures(String name) {
    Screenshots.take(user.stage().getScene(), name + "-light");
    user.press("theme-button");
    Screenshots.take(user.stage().getScene(), name + "-dark");
    user.press("theme-button");
  }

  @Test
  void filterKeepsTheRunsThatHoldAllItsWords(FxRobot robot) {
    filter(robot, "dqn bet");
    assertEquals(1, table.getItems().size());
    filter(robot, "dqn.lr>=0.001 agent=dqn");
    assertEquals(1, table.getItems().size());
    filter(robot, "speed>1");
    assertTrue(user.text("runs-filter-problem").contains("No run has a field speed"));
    filter(robot, "nothing-like-it");
    pictures("runs-none-found");
    user.press("empty-filter");
    assertEquals(3, table.getItems().size());
  }

  @Test
  void theBaselineStaysOnTopAndFiguresAreHeldAgainstIt(FxRobot robot) throws IOException {
    selectOnly(robot, "alpha");
    robot.push(KeyCode.SHORTCUT, KeyCode.B);
    filter(robot, "beta");
    assertEquals(List.of("alpha", "beta"), labels());
    robot.interact(() -> table.getSelectionModel().clearAndSelect(1));
    user.press("diff-runs");
    TableView<?> differences = (TableView<?>) user.find("diff-table");
    user.awaitTrue(
        () -> differences.getColumns().size() == 3 && !differences.getItems().isEmpty(),
        "beta is held against alpha");
    assertEquals("alpha", differences.getColumns().get(1).getText());
    pictures("runs-baseline");
    selectOnly(robot, "alpha");
    robot.push(KeyCode.SHORTCUT, KeyCode.B);
    filter(robot, "beta");
    assertEquals(List.of("beta"), labels());
  }

  private List<String> labels() {
    return table.getItems().stream().map(line -> ((RunLine.Run) line).now().label()).toList();
  }

  @Test
  void deletedRunComesBackByUndo(FxRobot robot) {
    selectOnly(robot, "beta");
    Screenshots.take(user.stage().getScene(), "runs-light");
    user.press("delete-runs");
    user.awaitTrue(() -> table.getItems().isEmpty(), "the run is gone");
    assertTrue(Files.notExists(folder.resolve("runs/run-beta")));
    user.press("go-training");
    assertNull(user.find("training-state"), "no page shows the deleted run");
    user.press("go-runs");
    user.press("notice-undo");
    user.awaitTrue(() -> table.getItems().size() == 1, "the run is back");
    assertTrue(Files.exists(folder.resolve("runs/run-beta/run.json")));
  }

  @Test
  void clonedRunOpensItsConfigurationInTheForm(FxRobot robot) {
    selectOnly(robot, "gamma");
    user.press("clone-run");
    user.awaitTrue(() -> user.find("config-origin") != null, "the form is in front");
    assertEquals("Copy of run-gamma", user.text("config-origin"));
    assertEquals("gamma", user.text("field-label"));
  }

  @Test
  void nameTagsAndNotesAreKeptInTheRunsFolder(FxRobot robot) {
    selectOnly(robot, "alpha");
    user.press("rename-run");
    user.awaitTrue(() -> user.find("run-label") != null, "the side is open");
    user.enter("run-label", "Alpha prime");
    user.enter("run-tags", "first good");
    RunFolder alpha = RunFolder.open(made.root().resolve("run-alpha"));
    user.awaitTrue(() -> RunNotes.read(alpha).tags().size() == 2, "the tags are kept");
    assertEquals("Alpha prime", RunNotes.read(alpha).label());
    filter(robot, "tag:good");
    user.awaitTrue(() -> table.getItems().size() == 2, "the tag is found");
    robot.interact(() -> table.getSelectionModel().clearAndSelect(1));
    pictures("runs-notes");
  }

  @Test
  void differencesOfTheRunsChosenAreShownKeyByKey(FxRobot robot) {
    selectAll(robot);
    user.press("diff-runs");
    user.awaitTrue(
        () -> user.find("diff-table") instanceof TableView<?> diff && diff.getItems().size() == 4,
        "label, seed, agent and learning rate differ");
    pictures("runs-differences");
    robot.interact(() -> ((TextField) user.find("diff-search")).setText("lr"));
    assertEquals(1, ((TableView<?>) user.find("diff-table")).getItems().size());
    user.press("copy-differences");
    String copied =
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Clipboard.getSystemClipboard().getString());
    assertEquals("key\trun-gamma\trun-beta\trun-alpha", copied.lines().findFirst().orElse(""));
  }

  @Test
  void runsAreGroupedUnderHeadingsThatClose(FxRobot robot) {
    robot.interact(() -> group().setValue("agent"));
    assertEquals(5, table.getItems().size());
    pictures("runs-groups");
    robot.interact(() -> {
      table.requestFocus();
      table.getFocusModel().focus(0);
    });
    robot.type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(3, table.getItems().size());
  }

  @SuppressWarnings("unchecked")
  private ComboBox<String> group() {
    return (ComboBox<String>) user.find("runs-group");
  }

  @Test
  void archivedRunsLeaveTheListUntilTheyAreAskedFor(FxRobot robot) {
    selectOnly(robot, "gamma");
    user.press("archive-runs");
    user.awaitTrue(() -> table.getItems().isEmpty(), "it is archived");
    user.press("show-archived");
    assertEquals(1, table.getItems().size());
    user.press("notice-undo");
    RunFolder gamma = RunFolder.open(made.root().resolve("run-gamma"));
    user.awaitTrue(() -> !RunNotes.read(gamma).archived(), "it is taken back");
  }

  @Test
  void aRunThatIsHiddenIsLeftOutOfComparisons(FxRobot robot) {
    selectAll(robot);
    assertEquals(3, user.workspace().selected().size());
    robot.interact(() -> table.getSelectionModel().clearAndSelect(0));
    robot.push(KeyCode.CONTROL, KeyCode.H);
    WaitForAsyncUtils.waitForFxEvents();
    selectAll(robot);
    assertEquals(2, user.workspace().selected().size());
    String first = "run-gamma";
    assertFalse(user.workspace().looks().isShown(first));
    assertNotEquals(
        user.workspace().looks().colour("run-alpha"), user.workspace().looks().colour("run-beta"));
  }

  @Test
  void columnsAndGroupsAreAsTheyWereWhenTheWindowOpensAgain(FxRobot robot) {
    robot.interact(() -> {
      group().setValue("agent");
      table.getColumns().remove(3);
      table.getColumns().getFirst().setPrefWidth(300);
    });
    user.press("go-config");
    user.close();
    user = Journey.open(robot, folder, null);
    user.press("go-runs");
    table = (TableView<?>) user.find("runs-table");
    user.awaitTrue(() -> table.getItems().size() == 5, "runs and headings are listed");
    assertEquals(9, table.getColumns().size());
    assertEquals(300, table.getColumns().getFirst().getWidth());
  }

  @Test
  void runsThatAppearInTheFolderAppearInTheTable(FxRobot robot) {
    made.make("run-delta");
    user.awaitTrue(() -> table.getItems().size() == 4, "the new run is listed");
  }

  /** A picture of a list that opens above the window. */
  private static void popoverPicture(FxRobot robot, String id, String name) {
    Screenshots.take(robot.lookup("#" + id).query().getScene(), name);
  }

  private List<String> columns() {
    return table.getColumns().stream().map(TableColumnBase::getId).toList();
  }

  @Test
  void anyKeyBecomesAColumnByTheKeysAlone(FxRobot robot) {
    user.press("runs-columns");
    ListView<?> list = robot.lookup("#columns-list").queryListView();
    TextField search = robot.lookup("#columns-search").queryAs(TextField.class);
    popoverPicture(robot, "columns-list", "runs-columns-light");
    robot.interact(() -> {
      search.setText("dqn.lr");
      list.requestFocus();
      list.getSelectionModel().select(0);
    });
    robot.type(KeyCode.SPACE);
    assertEquals("dqn.lr", columns().getLast());
    robot.type(KeyCode.P);
    assertEquals("dqn.lr", columns().get(1), "pinned beside the name");
    robot.type(KeyCode.ENTER);
    RunLine.Run first = (RunLine.Run) table.getItems().getFirst();
    assertEquals("gamma", first.now().label(), "sorted by it, the default is the smallest");
    robot.type(KeyCode.SPACE);
    assertFalse(columns().contains("dqn.lr"));
  }

  @Test
  void pinnedColumnsStayWhenTheOthersScroll(FxRobot robot) {
    selectOnly(robot, "alpha");
    user.press("diff-runs");
    user.awaitTrue(() -> user.find("diff-table") != null, "the side is open");
    robot.interact(() ->
        table.lookupAll(".scroll-bar").stream()
            .map(ScrollBar.class::cast)
            .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
            .forEach(bar -> bar.setValue(bar.getMax())));
    WaitForAsyncUtils.waitForFxEvents(10);
    Screenshots.take(user.stage().getScene(), "runs-scrolled-light");
    double left = table.localToScene(0, 0).getX();
    Node name =
        table.lookupAll(".run-name").stream().filter(Node::isVisible).findFirst().orElseThrow();
    assertTrue(name.localToScene(0, 0).getX() >= left, "the name is in sight");
  }

  @Test
  void deletedRunsAreTakenBackFromTheTrash(FxRobot robot) {
    selectOnly(robot, "beta");
    user.press("delete-runs");
    user.awaitTrue(() -> table.getItems().isEmpty(), "the run is gone");
    user.press("open-trash");
    user.awaitTrue(
        () ->
            robot.lookup("#trash-title").tryQuery().isPresent()
                && robot.lookup("#trash-title").queryLabeled().getText().startsWith("1 run, "),
        "the trash tells what it holds");
    popoverPicture(robot, "trash-title", "runs-trash-light");
    robot.interact(() -> robot.lookup("Take back").queryButton().fire());
    user.awaitTrue(() -> table.getItems().size() == 1, "the run is back");
    assertTrue(Files.exists(folder.resolve("runs/run-beta/run.json")));
  }

  @Test
  void aViewIsSavedAndShownAgain(FxRobot robot) {
    filter(robot, "agent=dqn");
    MenuButton views = (MenuButton) user.find("runs-views");
    robot.interact(() -> {
      group().setValue("seed");
      views.show();
      TextField name = (TextField) ((CustomMenuItem) views.getItems().get(2)).getContent();
      name.setText("learners");
      name.getOnAction().handle(null);
    });
    assertEquals(4, table.getItems().size());
    robot.interact(() -> {
      views.show();
      views.getItems().getFirst().fire();
      views.hide();
    });
    assertEquals(3, table.getItems().size());
    robot.interact(() -> {
      views.show();
      views.getItems().get(1).fire();
      views.hide();
    });
    assertEquals(4, table.getItems().size());
    assertEquals("agent=dqn", user.text("runs-filter"));
  }
}
