package io.makerbench.workbench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.catalogue.RunNotes;
import io.makerbench.report.ReportPart;
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
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
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
class ReportPanelTest {
  @TempDir static Path folder;
  private static RunFolder run;

  private final List<Path> opened = new CopyOnWriteArrayList<>();
  @TempDir Path saved;

  private PanelStage stage;
  private ReportPanel panel;

  @BeforeAll
  static void evaluate() {
    run = EvaluatedRun.synthetic(folder);
  }

  @Start
  void start(Stage shown) {
    FileChoice choice = (title, start) -> Optional.of(saved);
    stage =
        new PanelStage(
            shown,
            folder.resolve("runs"),
            desk -> {
              panel = new ReportPanel(desk, folder.resolve("home"), opened::add, choice);
              return panel;
            });
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(5000, stage::close);
  }

  private void open(FxRobot robot) {
    stage.select(run);
    PanelStage.await("the preview opens", () -> !robot.lookup("#report-empty").query().isVisible());
  }

  @Test
  void saysWhatToDoWithoutARun(FxRobot robot) {
    String words = robot.lookup("#report-empty").queryAs(Label.class).getText();
    assertTrue(words.contains("Choose a run"), words);
  }

  private static void untick(FxRobot robot, String... formats) {
    for (String format : formats) {
      robot.interact(() -> robot.lookup("#report-" + format).queryAs(CheckBox.class).fire());
    }
  }

  @Test
  void templatesChooseAndAreKept(FxRobot robot) throws IOException {
    open(robot);
    MenuButton menu = robot.lookup("#report-templates").<MenuButton>queryAs(MenuButton.class);
    robot.interact(() -> item(menu, "Summary").fire());
    assertFalse(robot.lookup("#report-part-windows").queryAs(CheckBox.class).isSelected());
    assertTrue(robot.lookup("#report-part-result").queryAs(CheckBox.class).isSelected());
    assertFalse(robot.lookup("#report-csv").queryAs(CheckBox.class).isSelected());
    robot.interact(menu::show);
    robot.interact(() -> {
      TextField name =
          menu.getItems().stream()
              .filter(CustomMenuItem.class::isInstance)
              .map(custom -> ((CustomMenuItem) custom).getContent())
              .filter(TextField.class::isInstance)
              .map(TextField.class::cast)
              .findFirst()
              .orElseThrow();
      name.setText("Monday");
      name.getOnAction().handle(new ActionEvent());
    });
    ReportTemplates kept =
        new ReportTemplates(folder.resolve("home").resolve("report-templates.json"));
    assertEquals(ReportTemplates.ours().get("Summary"), kept.own().get("Monday"));
    robot.interact(() -> item(menu, "Everything").fire());
    assertTrue(robot.lookup("#report-png").queryAs(CheckBox.class).isSelected());
  }

  private static MenuItem item(MenuButton menu, String title) {
    return menu.getItems().stream()
        .filter(item -> title.equals(item.getText()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRemarkAndWhatWasNotedStandInTheReport(FxRobot robot) throws IOException {
    new RunNotes(null, List.of("good"), "Quiet morning", false).write(run);
    open(robot);
    robot.interact(() -> {
      robot.lookup("#report-remark").queryAs(TextArea.class).setText("Shown to the desk");
      robot.lookup("#report-save").queryAs(Button.class).fire();
    });
    PanelStage.await("the report is saved", () -> !stage.notices().isEmpty());
    String page = Files.readString(saved.resolve("report.html"));
    assertTrue(page.contains("<li>Shown to the desk</li>"));
    assertTrue(page.contains("Quiet morning (good)"));
    Files.delete(RunNotes.file(run));
  }

  @Test
  void savesTheChosenFormats(FxRobot robot) throws IOException {
    open(robot);
    untick(robot, "csv", "svg", "pdf");
    robot.clickOn("#report-save");
    PanelStage.await("the report is saved", () -> !stage.notices().isEmpty());
    assertTrue(Files.readString(saved.resolve("report.html")).contains("symmetric_l1"));
    assertTrue(Files.exists(saved.resolve("report.json")));
    assertFalse(Files.exists(saved.resolve("csv")));
    assertEquals("Saved 2 files in " + saved, stage.notices().getLast());
  }

  @Test
  void asksForAFormat(FxRobot robot) {
    open(robot);
    untick(robot, "html", "csv", "svg", "json", "pdf");
    robot.clickOn("#report-save");
    assertTrue(stage.notices().getLast().contains("at least one format"));
  }

  @Test
  void opensThePageInTheBrowser(FxRobot robot) {
    open(robot);
    robot.clickOn("#report-open");
    PanelStage.await("the browser is asked", () -> !opened.isEmpty());
    assertEquals(run.report().resolve("report.html"), opened.getFirst());
    assertTrue(Files.exists(opened.getFirst()));
  }

  @Test
  void pagesAreThoseOfThePdfAndFollowTheParts(FxRobot robot) {
    open(robot);
    PanelStage.await("the pages are there", () -> panel.pages().count() > 3);
    for (ReportPart part : ReportPart.values()) {
      if (part != ReportPart.RESULT) {
        String id = "#report-part-" + part.name().toLowerCase(Locale.ROOT);
        robot.interact(() -> robot.lookup(id).queryAs(CheckBox.class).fire());
      }
    }
    PanelStage.await("the result fits one page", () -> panel.pages().count() == 1);
  }

  @Test
  void severalRunsAreReportedTogether(FxRobot robot) throws IOException {
    RunFolder other =
        EvaluatedRun.carryOut(
            folder.resolve("other"),
            null,
            EvaluatedRun.SYNTHETIC
                .replace("symmetric_l1", "do_nothing")
                .replace("\"do_nothing\"]", "\"symmetric_l1\"]"));
    stage.select(run, other);
    PanelStage.await("the preview opens", () -> !robot.lookup("#report-empty").query().isVisible());
    untick(robot, "csv", "svg", "json");
    robot.interact(() -> robot.lookup("#report-save").queryAs(Button.class).fire());
    PanelStage.await("the report is saved", () -> !stage.notices().isEmpty());
    String page = Files.readString(saved.resolve("report.html"));
    assertTrue(page.contains("run · Seed"), "facts of each run");
    assertTrue(Files.exists(saved.resolve("report.pdf")));
  }

  @Test
  void looksRightInBothThemes(FxRobot robot) throws IOException {
    open(robot);
    PanelStage.await("the pages are there", () -> panel.pages().count() > 3);
    stage.settle();
    stage.settle();
    for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
      stage.theme(theme);
      stage.picture("report-" + theme.name().toLowerCase(Locale.ROOT));
    }
  }
}
