package io.makerbench.workbench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.Metrics;
import io.makerbench.evaluate.Table;
import io.makerbench.experiment.GridPoint;
import io.makerbench.experiment.GridSweeps;
import io.makerbench.experiment.GridWork;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.Runner;
import io.makerbench.experiment.Settings;
import io.makerbench.workbench.EvaluatedRun;
import io.makerbench.workbench.PanelStage;
import io.makerbench.workbench.StallGuard;
import io.makerbench.workbench.panel.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
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
@ExtendWith(StallGuard.class)
@Timeout(120)
class ComparePanelTest {
  @TempDir static Path folder;
  private static RunFolder run;

  private Path sweep = Path.of("nowhere");
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
                      desk,
                      new Settings(folder.resolve("home"), null, folder.resolve("runs")),
                      (title, begin) -> Optional.of(sweep));
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
    assertTrue(copied.startsWith("metric\tunit\tsymmetric_l1\tdo_nothing\tdifference"));
    assertEquals(table.table().rows().size() + 1, copied.lines().count());
  }

  @Test
  void theTableIsSavedAndItsMetricsAreFound(FxRobot robot) throws IOException {
    MetricTable table = open();
    sweep = folder.resolve("saved");
    robot.interact(panel.saver().action()::run);
    Path saved = sweep.resolve("comparison.csv");
    PanelStage.await("the table is saved", () -> stage.notices().contains("Saved " + saved));
    assertEquals(table.table(), Table.parse(Files.readString(saved), "saved"));
    robot.interact(() -> ((TextField) panel.finder()).setText("realised pnl"));
    List<?> found = robot.lookup("#compare-table").queryTableView().getItems();
    assertEquals(List.of(table.rows().getFirst()), found);
    robot.interact(
        () -> robot.lookup("#compare-tabs").queryAs(TabPane.class).getSelectionModel().select(5));
    assertEquals("diff-search", panel.finder().getId());
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
    sweepsElsewhereCountToo(robot);
    for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
      stage.theme(theme);
      stage.picture("compare-grid-" + theme.name().toLowerCase(Locale.ROOT));
    }
  }

  /** One of the same policy is added, one of another is refused. */
  private void sweepsElsewhereCountToo(FxRobot robot) {
    Settings settings = new Settings(folder.resolve("home"), null, folder.resolve("runs"));
    sweep = folder.resolve("elsewhere").resolve("late");
    new GridWork(new Runner(settings), sweep, event -> {})
        .carryOut(run, GridPoint.all(List.of(0.05), List.of(900_000L)));
    robot.interact(() -> robot.lookup("#grid-add").queryAs(Button.class).fire());
    PanelStage.await(
        "both are told",
        () -> robot.lookup("#grid-from").queryAs(Label.class).getText().contains("late"));
    GridSweeps.Found found = new GridSweeps(run).gather().orElseThrow();
    assertEquals(
        List.of(10_000.0, 500_000.0, 900_000.0),
        FeeGrid.of(found.table(), "do_nothing").latencies());
    RunFolder other =
        EvaluatedRun.carryOut(
            folder.resolve("another"),
            null,
            EvaluatedRun.SYNTHETIC.replace("\"max_inventory\": 0.05", "\"max_inventory\": 0.03"));
    String refusal =
        assertThrows(InputException.class, () -> new GridSweeps(other).add(sweep)).getMessage();
    assertTrue(refusal.contains("another policy"), refusal);
  }

  private void bringToFront(FxRobot robot, String title) {
    robot.interact(() -> {
      TabPane tabs = robot.lookup("#compare-tabs").queryAs(TabPane.class);
      tabs.getTabs().stream()
          .filter(tab -> tab.getText().equals(title))
          .findFirst()
          .ifPresent(tabs.getSelectionModel()::select);
    });
  }

  @Test
  void metricsHaveADistributionAndRegimes(FxRobot robot) throws IOException {
    open();
    bringToFront(robot, "Distributions");
    PanelStage.await(
        "the windows are read", () -> !panel.distributions().distribution().states().isEmpty());
    Distribution shown = panel.distributions().distribution();
    double[] ours = shown.values(shown.contestants().getFirst());
    assertEquals(2, ours.length);
    assertEquals(meanPnl("symmetric_l1"), (ours[0] + ours[1]) / 2, 1e-12);
    assertEquals(
        List.of("calm", "wild"), shown.groups().stream().map(group -> group.name()).toList());
    assertEquals(4, shown.table().rows().size());
    robot.interact(() ->
        robot
            .lookup("#distribution-metric")
            .<ComboBox<Metric>>query()
            .setValue(Metric.MAX_DRAWDOWN));
    assertEquals(Metric.MAX_DRAWDOWN, panel.distributions().distribution().metric());
    for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
      stage.theme(theme);
      stage.picture("compare-distributions-" + theme.name().toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void runsAreLinesAcrossWhatDiffers(FxRobot robot) throws IOException {
    RunFolder made =
        EvaluatedRun.carryOut(
            folder.resolve("other"),
            null,
            EvaluatedRun.SYNTHETIC.replace("\"max_inventory\": 0.05", "\"max_inventory\": 0.02"));
    RunFolder other = new RunFolder(Files.move(made.path(), made.path().resolveSibling("narrow")));
    bringToFront(robot, "Parallel coordinates");
    stage.select(run, other);
    PanelStage.await("two lines", () -> panel.parallel().shown().lines().size() == 2);
    ParallelAxes shown = panel.parallel().shown();
    assertEquals("market.simulator.max_inventory", shown.axes().getFirst().name());
    assertEquals(0.05, shown.lines().get(0).values().getFirst());
    assertEquals(0.02, shown.lines().get(1).values().getFirst());
    assertEquals(meanPnl("symmetric_l1"), shown.lines().get(0).values().get(1), 1e-12);
    robot.moveTo("#parallel-picture").clickOn("#parallel-picture");
    for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
      stage.theme(theme);
      stage.picture("compare-parallel-" + theme.name().toLowerCase(Locale.ROOT));
    }
    bringToFront(robot, "Configurations");
    PanelStage.await(
        "one key differs",
        () ->
            robot.lookup("#diff-table").<TableView<Object>>query().getItems().stream()
                .anyMatch(row -> row.toString().contains("max_inventory")));
    stage.picture("compare-configurations-light");
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
