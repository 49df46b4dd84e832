package io.makerbench.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.workbench.log.LogLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** What the program says of its work is found, read and copied in the window. */
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LogTest {
  private static final Logger LOG = LoggerFactory.getLogger("io.makerbench.tape.Importer");

  @TempDir private Path folder;
  private Journey user;

  @BeforeEach
  void openWindow(FxRobot robot) {
    user = Journey.open(robot, folder, null);
    robot.push(KeyCode.F12);
    user.awaitTrue(() -> user.find("log-page") != null, "the log is open");
    LOG.warn("A book of {} was crossed", "BTCUSDT");
    LOG.error("Reading failed", new IOException("The disk is gone"));
    user.awaitTrue(() -> texts().size() >= 2, "both lines are there");
  }

  @AfterEach
  void closeWindow() {
    user.close();
  }

  @SuppressWarnings("unchecked")
  private TableView<LogLine> table() {
    return (TableView<LogLine>) user.find("log-table");
  }

  private List<String> texts() {
    return table().getItems().stream().map(LogLine::words).toList();
  }

  @Test
  void linesAreFilteredByWordsAndKind(FxRobot robot) {
    assertTrue(texts().contains("A book of BTCUSDT was crossed"), texts().toString());
    LogLine failure = table().getItems().getLast();
    robot.interact(() -> table().getSelectionModel().select(failure));
    assertTrue(((TextArea) user.find("log-details")).getText().contains("The disk is gone"));
    Screenshots.take(user.stage().getScene(), "log-light");
    robot.interact(() -> user.find("log-search").requestFocus());
    robot.write("btcusdt crossed");
    assertEquals(List.of("A book of BTCUSDT was crossed"), texts());
    robot.interact(() -> chooseErrors());
    assertEquals(List.of(), texts());
    robot.interact(() -> ((javafx.scene.control.TextField) user.find("log-search")).clear());
    assertEquals(List.of("Reading failed"), texts());
    user.press("theme-button");
    Screenshots.take(user.stage().getScene(), "log-dark");
  }

  @SuppressWarnings("unchecked")
  private void chooseErrors() {
    ((ComboBox<LogLine.Grade>) user.find("log-least")).setValue(LogLine.Grade.ERROR);
  }

  @Test
  void linesAreCopiedWithTheirTrace(FxRobot robot) {
    user.press("log-copy");
    robot.interact(() -> {
      String copied = Clipboard.getSystemClipboard().getString();
      assertTrue(copied.contains("Warning  Importer  A book of BTCUSDT was crossed"), copied);
      assertTrue(copied.contains("java.io.IOException: The disk is gone"), copied);
    });
  }

  @Test
  void theFilesHoldWhatWasSaidAfterTheWindowIsClosed() throws IOException {
    user.close();
    StringBuilder kept = new StringBuilder();
    try (Stream<Path> files = Files.list(folder.resolve("home").resolve("log"))) {
      for (Path file : files.toList()) {
        assertFalse(file.toString().endsWith(".lck"), "the file is let go");
        kept.append(Files.readString(file));
      }
    }
    assertTrue(kept.toString().contains("A book of BTCUSDT was crossed"), kept.toString());
  }

  @Test
  void aFaultOfTheProgramLeadsToTheLog(FxRobot robot) {
    user.press("go-runs");
    robot.interact(() -> {
      Thread screen = Thread.currentThread();
      screen
          .getUncaughtExceptionHandler()
          .uncaughtException(screen, new IllegalStateException("a fault for the test"));
    });
    user.press("notice-details");
    user.awaitTrue(() -> user.find("log-page") != null, "the log is open");
    user.awaitTrue(
        () -> texts().stream().anyMatch(words -> words.contains("a fault for the test")),
        "the fault is there");
  }
}
