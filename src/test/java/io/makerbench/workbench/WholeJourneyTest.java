package io.makerbench.workbench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.Notification;
import io.makerbench.experiment.Settings;
import io.makerbench.workbench.data.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The main job from the preset to the saved report, as a user does it in the window. */
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class WholeJourneyTest {
  private static final String LONG_TRAINING = "2000";
  private static final String SHORT_TRAINING = "1";

  @TempDir private Path folder;
  private FxRobot robot;
  private Journey user;

  @BeforeEach
  void openWindow(FxRobot fxRobot) throws IOException {
    robot = fxRobot;
    Journey.skipTour(folder);
    Settings settings = DataFolder.below(folder).withRecordings().settings(folder.resolve("runs"));
    user = Journey.open(robot, settings, folder, null);
    user.press("go-config");
  }

  @AfterEach
  void closeWindow() {
    user.close();
  }

  @Test
  void fromThePresetToTheSavedReport() throws IOException {
    openThePreset();
    change(
        Map.of(
            "\"seconds\" : 900", "\"seconds\" : 120",
            "\"evaluation_windows\" : 8", "\"evaluation_windows\" : 2",
            "\"min_replay\" : 1000", "\"min_replay\" : 200",
            "\"batch_size\" : 128", "\"batch_size\" : 32",
            "\"num_episodes\" : 16", "\"num_episodes\" : " + LONG_TRAINING));
    giveAWrongValueAndMendIt();
    startWatchPauseResumeStop();
    startAShortOneAndLetItFinish();
    stepToTheNextFill();
    compare();
    saveTheReport();
  }

  @Test
  void fromARecordingToItsConfiguration() {
    user.press("go-data");
    TableView<?> tapes = (TableView<?>) user.find("tapes-table");
    user.awaitTrue(() -> tapes.getItems().size() == 1, "the recording is listed");
    robot.interact(() -> tapes.getSelectionModel().select(0));
    user.press("import-data");
    user.press("start-import");
    user.awaitTrue(() -> noticed("Imported "), "the window says that it is imported");
    user.awaitTrue(() -> !user.find("use-tape").isDisabled(), "the tape can be used");
    Screenshots.take(user.stage().getScene(), "journey-data");
    user.press("use-tape");
    user.awaitTrue(() -> user.text("config-json").contains(".tape"), "the form has the tape");
    assertTrue(Files.isDirectory(folder.resolve("home").resolve("tapes")));
  }

  private void openThePreset() {
    MenuButton presets = (MenuButton) user.find("presets");
    robot.interact(() ->
        presets.getItems().stream()
            .filter(item -> item.getText().equals("quickstart"))
            .findFirst()
            .orElseThrow()
            .fire());
    user.awaitTrue(() -> user.text("field-label").equals("quickstart"), "the preset is open");
  }

  private void change(Map<String, String> edits) {
    CodeArea json = user.json();
    robot.interact(() -> {
      String text = json.getText();
      for (Map.Entry<String, String> edit : edits.entrySet()) {
        assertTrue(text.contains(edit.getKey()), edit.getKey());
        text = text.replace(edit.getKey(), edit.getValue());
      }
      json.replaceText(text);
    });
    user.awaitTrue(() -> !user.find("undo").isDisabled(), "the text is taken");
  }

  private void giveAWrongValueAndMendIt() {
    user.enter("field-seed", "many");
    assertTrue(user.text("note-seed").contains("whole number"), user.text("note-seed"));
    user.press("start-run");
    assertTrue(Files.notExists(folder.resolve("runs")));
    user.enter("field-seed", "7");
    assertTrue(user.text("config-json").contains("\"seed\" : 7"));
  }

  private void startWatchPauseResumeStop() {
    user.press("start-run");
    awaitState("Running");
    user.awaitTrue(() -> !user.text("training-reward").equals("–"), "the curve begins");
    String first = user.text("training-progress");
    user.awaitTrue(() -> !user.text("training-progress").equals(first), "the curve grows");
    user.press("pause-run");
    awaitState("Paused");
    user.press("resume-run");
    awaitState("Running");
    user.press("stop-run");
    awaitState("Stopped");
  }

  private void startAShortOneAndLetItFinish() {
    user.press("go-config");
    change(Map.of("\"num_episodes\" : " + LONG_TRAINING, "\"num_episodes\" : " + SHORT_TRAINING));
    user.press("start-run");
    user.awaitTrue(() -> !user.text("training-state").equals("Stopped"), "the new run is in front");
    awaitState("Done");
  }

  private void awaitState(String state) {
    user.awaitTrue(
        () -> user.find("training-state") != null && user.text("training-state").equals(state),
        "the run is " + state);
  }

  private void stepToTheNextFill() {
    user.press("go-replay");
    user.awaitTrue(() -> user.text("replay-reading-time").startsWith("20"), "the replay is open");
    String before = user.text("replay-reading-time");
    user.press("replay-next-fill");
    user.awaitTrue(
        () -> user.text("replay-reading-time").compareTo(before) > 0,
        "the cursor is at a later fill");
    Screenshots.take(user.stage().getScene(), "journey-replay");
  }

  private void compare() {
    user.press("go-compare");
    TableView<?> table = (TableView<?>) user.find("compare-table");
    user.awaitTrue(() -> !table.getItems().isEmpty(), "the comparison is shown");
    assertTrue(user.text("compare-verdict").startsWith("dqn earned"));
    Screenshots.take(user.stage().getScene(), "journey-compare");
  }

  private void saveTheReport() throws IOException {
    user.press("go-report");
    user.awaitTrue(() -> !user.find("report-empty").isVisible(), "the report is prepared");
    user.press("report-save");
    Path report = folder.resolve("saved").resolve("report.html");
    user.awaitTrue(() -> noticed("Saved "), "the window says that the report is saved");
    assertTrue(Files.readString(report).contains("symmetric_l1"));
  }

  private boolean noticed(String words) {
    return user.stage().getScene().getRoot().lookupAll(".notice").stream()
        .anyMatch(node -> node instanceof Notification card && card.getMessage().startsWith(words));
  }
}
