package io.makerbench.workbench.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.experiment.ConfigFiles;
import io.makerbench.tape.fetch.Vendor;
import io.makerbench.workbench.PanelStage;
import io.makerbench.workbench.StallGuard;
import io.makerbench.workbench.panel.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.node.ObjectNode;

@ExtendWith(ApplicationExtension.class)
@ExtendWith(StallGuard.class)
@Timeout(120)
class DataPanelTest {
  @TempDir private Path folder;
  private PanelStage stage;
  private TableView<TapeRow> table;

  private DataFolder user;
  private DataPanel panel;
  private Vendor vendor;
  private final AtomicReference<ObjectNode> edited = new AtomicReference<>();

  @Start
  void start(Stage shown) throws IOException {
    user = DataFolder.below(folder).withGeneratedTape().withDamagedTape().withRecordings();
    vendor = new Vendor();
    stage =
        new PanelStage(
            shown,
            folder.resolve("runs"),
            desk -> {
              panel =
                  new DataPanel(
                      desk,
                      user.settings(folder.resolve("runs"), vendor.address()),
                      new Chosen(),
                      (tree, from) -> edited.set(tree));
              return panel;
            });
  }

  /** A user who chooses the recordings of the data folder. */
  private final class Chosen implements DataDialogs {
    @Override
    public List<Path> recordings() {
      return List.of(user.data().resolve(DataFolder.TRADES));
    }

    @Override
    public Optional<Path> folder() {
      return Optional.of(user.data());
    }

    @Override
    public Optional<Path> tape() {
      return Optional.of(folder.resolve("chosen.tape"));
    }
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(5000, stage::close);
    vendor.close();
  }

  private void listed(FxRobot robot) {
    table = robot.lookup("#tapes-table").queryTableView();
    PanelStage.await("everything is listed", () -> table.getItems().size() == 3);
  }

  private void choose(FxRobot robot, TapeRow.Kind kind) {
    listed(robot);
    robot.interact(() ->
        table.getItems().stream()
            .filter(row -> row.kind() == kind)
            .findFirst()
            .ifPresent(row -> table.getSelectionModel().select(row)));
  }

  private static String words(FxRobot robot, String query) {
    return robot
        .from(robot.lookup(query).<Parent>query())
        .lookup(".label")
        .queryAllAs(Label.class)
        .stream()
        .map(Label::getText)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void listsTapesRecordingsAndWhatCannotBeRead(FxRobot robot) {
    listed(robot);
    assertEquals(
        List.of(TapeRow.Kind.RECORDING, TapeRow.Kind.TAPE, TapeRow.Kind.UNREADABLE),
        table.getItems().stream().map(TapeRow::kind).sorted(this::byName).toList());
  }

  private int byName(TapeRow.Kind one, TapeRow.Kind other) {
    return one.name().compareTo(other.name());
  }

  @Test
  void filterKeepsLinesThatHoldAllWords(FxRobot robot) {
    listed(robot);
    robot.interact(() -> robot.lookup("#tapes-filter").<TextField>query().setText("coin 2024-08"));
    assertEquals(1, table.getItems().size());
    assertEquals("COIN", table.getItems().getFirst().symbol());
  }

  @Test
  void showsTheChosenTapeAtAGlance(FxRobot robot) throws IOException {
    choose(robot, TapeRow.Kind.TAPE);
    PanelStage.await("the tape is read", () -> robot.lookup("#tape-notes").tryQuery().isPresent());
    String notes = words(robot, "#tape-notes");
    assertTrue(notes.contains("25 levels a side") && notes.contains("found nothing"), notes);
    stage.settle();
    stage.theme(Theme.LIGHT);
    stage.picture("data-light");
    stage.theme(Theme.DARK);
    stage.picture("data-dark");
  }

  @Test
  void saysWhyAFileCannotBeRead(FxRobot robot) {
    choose(robot, TapeRow.Kind.UNREADABLE);
    String why = words(robot, "#tape-preview");
    assertTrue(why.contains("damaged.tape is not a tape"), why);
    assertFalse(stage.notices().stream().anyMatch(notice -> notice.contains("damaged")));
  }

  private void tapeOfCoin(FxRobot robot) {
    PanelStage.await(
        "the new tape is selected and read",
        () ->
            table.getSelectionModel().getSelectedItem() != null
                && table.getSelectionModel().getSelectedItem().usable()
                && table.getSelectionModel().getSelectedItem().symbol().equals("COIN")
                && robot.lookup("#tape-notes").tryQuery().isPresent());
  }

  @Test
  void droppedFoldersAreImportedAndSelected(FxRobot robot) {
    listed(robot);
    robot.interact(() -> panel.drop(List.of(user.data())));
    tapeOfCoin(robot);
    assertEquals(3, table.getItems().size(), "the recordings became the tape");
    String notes = words(robot, "#tape-notes");
    assertTrue(notes.contains("More than 30 s without a row"), notes);
    assertEquals(1, table.getSelectionModel().getSelectedItem().quality().gaps());
    assertTrue(robot.lookup("#tasks").<Parent>query().getChildrenUnmodifiable().isEmpty());
  }

  @Test
  void recordingsAreImportedWhereTheyStand(FxRobot robot) throws IOException {
    choose(robot, TapeRow.Kind.RECORDING);
    stage.theme(Theme.LIGHT);
    stage.picture("data-not-imported-light");
    robot.clickOn("#import-now");
    tapeOfCoin(robot);
  }

  @Test
  void theFormNamesWhatIsWrongAndImportsIntoTheChosenTape(FxRobot robot) throws IOException {
    listed(robot);
    robot.clickOn("#import-data");
    robot.clickOn("#start-import");
    PanelStage.await(
        "it asks for files", () -> text(robot, "#import-sheet-problem").contains("add files"));
    robot.clickOn("#add-files");
    robot.interact(() -> robot.lookup("#import-depth").<TextField>query().setText("500"));
    robot.clickOn("#import-depth").clickOn("#import-target");
    assertTrue(text(robot, "#import-depth-problem").contains("1 to 100"));
    stage.theme(Theme.LIGHT);
    stage.picture("data-import-light");
    stage.theme(Theme.DARK);
    stage.picture("data-import-dark");
    robot.interact(() -> robot.lookup("#import-depth").<TextField>query().setText("5"));
    robot.clickOn("#choose-target").clickOn("#start-import");
    tapeOfCoin(robot);
    assertEquals(folder.resolve("chosen.tape"), table.getSelectionModel().getSelectedItem().path());
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).<Label>query().getText();
  }

  @Test
  void aFailedImportNamesFileAndRowUntilItIsDismissed(FxRobot robot) throws IOException {
    listed(robot);
    Path wrong = user.wrongRecording();
    robot.interact(() -> panel.drop(List.of(wrong)));
    PanelStage.await(
        "it says why",
        () -> words(robot, "#tasks").contains("wrong_trades_2024-08-01_COIN.csv, line 3"));
    stage.theme(Theme.LIGHT);
    stage.picture("data-failed-light");
    stage.theme(Theme.DARK);
    stage.picture("data-failed-dark");
    robot.clickOn("#end-task");
    assertTrue(robot.lookup("#tasks").<Parent>query().getChildrenUnmodifiable().isEmpty());
  }

  @Test
  void aSampleDayIsFetchedAndImported(FxRobot robot) throws IOException {
    listed(robot);
    String header = "exchange,symbol,timestamp,local_timestamp,id,side,price,amount\n";
    vendor.with(
        "venue/trades/2024/09/01/NEW.csv.gz",
        Vendor.gzip(header + "venue,NEW,1725148800000000,1725148800002000,1,buy,5,2\n"));
    robot.clickOn("#fetch-data");
    robot.interact(() -> {
      robot.lookup("#fetch-exchange").<TextField>query().setText("venue");
      robot.lookup("#fetch-symbol").<TextField>query().setText("new");
      robot.lookup("#fetch-day").<TextField>query().setText("2024-09-01");
    });
    robot.clickOn("#fetch-incremental_book_L2");
    stage.theme(Theme.LIGHT);
    stage.picture("data-fetch-light");
    stage.theme(Theme.DARK);
    stage.picture("data-fetch-dark");
    robot.clickOn("#start-fetch");
    PanelStage.await(
        "the fetched day is a tape",
        () ->
            table.getItems().stream()
                .anyMatch(row -> row.usable() && row.symbol().equals("NEW") && row.rows() == 1));
    assertTrue(stage.notices().contains("Fetch of venue NEW 2024-09-01: all is here."));
  }

  @Test
  void aTapeIsPutIntoAConfigurationThatIsRight(FxRobot robot) {
    choose(robot, TapeRow.Kind.TAPE);
    PanelStage.await("the tape is read", () -> robot.lookup("#tape-notes").tryQuery().isPresent());
    robot.clickOn("#use-tape");
    ObjectNode tree = edited.get();
    assertEquals(List.of(), ConfigFiles.problems(tree));
    assertEquals("tape", tree.at("/market/recording/dataset").asString());
    assertEquals(
        table.getSelectionModel().getSelectedItem().path().toString(),
        tree.at("/market/recording/tapes/0").asString());
    assertEquals(0.001, tree.at("/market/simulator/min_order_size").asDouble(), 1e-12);
  }
}
