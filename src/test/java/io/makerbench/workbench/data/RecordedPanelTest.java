package io.makerbench.workbench.data;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.RecordedData;
import io.makerbench.experiment.Settings;
import io.makerbench.workbench.PanelStage;
import io.makerbench.workbench.panel.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
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
class RecordedPanelTest {
  @TempDir private Path folder;
  private PanelStage stage;
  private DataPanel panel;
  private static Path data;

  @BeforeAll
  static void requireRecordings() {
    data = RecordedData.require("tardis");
  }

  @Start
  void start(Stage shown) {
    Settings settings = new Settings(folder.resolve("home"), data, folder.resolve("runs"));
    stage =
        new PanelStage(
            shown,
            folder.resolve("runs"),
            desk -> {
              panel = new DataPanel(desk, settings, null, (tree, from) -> {});
              return panel;
            });
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(5000, stage::close);
  }

  @Test
  void recordingsOfAFolderAreListedAndOneIsImported(FxRobot robot) throws IOException {
    TableView<TapeRow> table = robot.lookup("#tapes-table").queryTableView();
    PanelStage.await("the folder is listed", () -> table.getItems().size() >= 8);
    robot.interact(() ->
        panel.drop(
            List.of(
                data.resolve("binance-futures_incremental_book_L2_2024-08-08_BTCUSDT.csv.gz"),
                data.resolve("binance-futures_trades_2024-08-08_BTCUSDT.csv.gz"))));
    PanelStage.await("the tape is shown", () -> robot.lookup("#tape-notes").tryQuery().isPresent());
    TapeRow tape = table.getSelectionModel().getSelectedItem();
    assertTrue(tape.rows() > 100_000 && tape.summary().twoClocks(), tape.toString());
    stage.settle();
    stage.theme(Theme.LIGHT);
    stage.picture("data-recorded-light");
    stage.theme(Theme.DARK);
    stage.picture("data-recorded-dark");
  }
}
