package io.makerbench.workbench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.Metrics;
import io.makerbench.evaluate.Table;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.Settings;
import io.makerbench.workbench.EvaluatedRun;
import io.makerbench.workbench.PanelStage;
import io.makerbench.workbench.panel.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
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
class ComparePanelTest {
  @TempDir static Path folder;
  private static RunFolder run;

  private PanelStage stage;
  private ComparePanel panel;

  @BeforeAll
  static void evaluate() {
    run = EvaluatedRun.synthetic(folder);
  }

  @Start
  void start(Stage shown) {
    stage =
        new PanelStage(
            shown,
            folder.resolve("runs"),
            desk -> {
              panel =
                  new ComparePanel(
                      desk, new Settings(folder.resolve("home"), null, folder.resolve("runs")));
              return panel;
            });
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(5000, stage::close);
  }

  private MetricTable open() {
    stage.select(run);
    PanelStage.await("the table opens", () -> panel.table() != null);
    return panel.table();
  }

  private static double meanPnl(String policy) {
    return new EvaluationStore(run.evaluation())
        .metrics().stream()
            .filter(row -> row.policy().equals(policy))
            .mapToDouble(row -> row.value(Metric.REALISED_PNL))
            .average()
            .orElseThrow();
  }

  @Test
  void saysWhatToDoWithoutRuns(FxRobot robot) {
    assertTrue(robot.lookup("#compare-empty").queryAs(Label.class).getText().contains("Choose"));
  }

  @Test
  void showsTheFiguresOfTheEvaluation(FxRobot robot) {
    MetricTable.Row pnl = open().rows().getFirst();
    assertEquals(Metric.REALISED_PNL, pnl.metric());
    assertEquals(meanPnl("symmetric_l1"), pnl.means().get(0), 1e-12);
    assertEquals(0, pnl.means().get(1), 1e-12);
    assertEquals(meanPnl("symmetric_l1"), pnl.test().mean(), 1e-12);
    assertEquals(meanPnl("symmetric_l1") > 0 ? 0 : 1, pnl.best());
    String verdict = robot.lookup("#compare-verdict").queryAs(Label.class).getText();
    assertTrue(verdict.startsWith("symmetric_l1 earned"), verdict);
    assertTrue(
        robot.lookup("#compare-fill-rule").queryAs(Label.class).getText().contains("risk-averse"));
  }

  @Test
  void countsOnlyTheChosenWindows(FxRobot robot) {
    open();
    MenuButton windows = robot.lookup("#compare-windows").<MenuButton>queryAs(MenuButton.class);
    robot.interact(() -> ((CheckMenuItem) windows.getItems().getLast()).setSelected(false));
    Metrics first = new EvaluationStore(run.evaluation()).metrics().getFirst();
    assertEquals(
        first.value(Metric.REALISED_PNL),
        panel.table().rows().getFirst().means().getFirst(),
        1e-12);
    assertEquals("1 of 2 windows", windows.getText());
  }

  @Test
  void copiesTheTable(FxRobot robot) {
    MetricTable table = open();
    robot.clickOn("#compare-copy");
    String copied =
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> Clipboard.getSystemClipboard().getString());
    assertEquals(table.toTsv(), copied);
    assertTrue(copied.startsWith("metric\tunit\tsymmetric_l1\tdo_nothing\tdifference"));
  }

  @Test
  void latenciesAndFeesAreComputedInTheBackground(FxRobot robot) throws IOException {
    open();
    robot.interact(
        () -> robot.lookup("#compare-tabs").queryAs(TabPane.class).getSelectionModel().select(1));
    assertTrue(robot.lookup("#grid-empty").queryAs(Label.class).isVisible());
    robot.interact(() -> {
      robot.lookup("#grid-fees").queryAs(TextField.class).setText("0.05, free");
      robot.lookup("#grid-compute").queryAs(Button.class).fire();
    });
    assertTrue(
        stage.notices().getLast().contains("\"free\" is no fee"), stage.notices().toString());
    robot.interact(() -> {
      robot.lookup("#grid-fees").queryAs(TextField.class).setText("0.05, 2");
      robot.lookup("#grid-latencies").queryAs(TextField.class).setText("10, 500");
      robot.lookup("#grid-compute").queryAs(Button.class).fire();
    });
    PanelStage.await(
        "the grid is drawn", () -> !robot.lookup("#grid-empty").queryAs(Label.class).isVisible());
    Path file = run.path().resolve("grid").resolve("grid.csv");
    FeeGrid grid = FeeGrid.of(Table.parse(Files.readString(file), "grid.csv"), "do_nothing");
    assertEquals(List.of(0.05, 2.0), grid.fees());
    assertEquals(List.of(10_000.0, 500_000.0), grid.latencies());
    assertTrue(
        grid.at(2, 10_000).orElseThrow().pnl() < grid.at(0.05, 10_000).orElseThrow().pnl(),
        "fees cost");
    for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
      stage.theme(theme);
      stage.picture("compare-grid-" + theme.name().toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void looksRightInBothThemes() throws IOException {
    open();
    PanelStage.await(
        "the bars are drawn",
        () -> panel.plots().account(AccountCurves.Value.PNL).node().getScene() != null);
    for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
      stage.theme(theme);
      stage.settle();
      stage.picture("compare-" + theme.name().toLowerCase(Locale.ROOT));
    }
  }
}
