package io.makerbench.workbench.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.workbench.PanelStage;
import io.makerbench.workbench.panel.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class DataPanelTest {
  @TempDir private Path folder;
  private PanelStage stage;
  private TableView<TapeRow> table;

  @Start
  void start(Stage shown) throws IOException {
    DataFolder user =
        DataFolder.below(folder).withGeneratedTape().withDamagedTape().withRecordings();
    stage =
        new PanelStage(
            shown,
            folder.resolve("runs"),
            desk -> new DataPanel(desk, user.settings(folder.resolve("runs"))));
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(5000, stage::close);
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
}
