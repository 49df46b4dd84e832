package io.makerbench.workbench.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.env.Episode;
import io.makerbench.experiment.RunFolder;
import io.makerbench.system.perp.DeskHistory;
import io.makerbench.workbench.EvaluatedRun;
import io.makerbench.workbench.PanelStage;
import io.makerbench.workbench.StallGuard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
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

/** A run on several venues is replayed venue by venue. */
@ExtendWith(ApplicationExtension.class)
@ExtendWith(StallGuard.class)
@Timeout(120)
class VenueReplayTest {
  @TempDir static Path folder;
  private static RunFolder run;

  /** Height of a row of a board that is too narrow for one line, pixels. */
  private static final double TWO_LINES = 72;

  private ReplayStage stage;

  @BeforeAll
  static void evaluate() {
    run = EvaluatedRun.desk(folder);
  }

  @Start
  void start(Stage shown) {
    stage = new ReplayStage(shown, folder);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private void open() {
    stage.open(run);
  }

  private DeskHistory history() {
    return assertInstanceOf(Board.Known.class, stage.replay().data().board()).story().history();
  }

  private String text(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAs(Label.class).getText();
  }

  /** Chooses a window in which a desk that lets its position lie was stopped. */
  private void openKilled(FxRobot robot) {
    open();
    stage.choose("replay-policy", "do_nothing");
    for (String window : List.of("e1", "e2", "e3", "e4")) {
      stage.choose("replay-window", window);
      PanelStage.await(
          "the window opens",
          () -> {
            Episode episode = stage.replay().data().episode();
            return episode.window().equals(window) && episode.policy().equals("do_nothing");
          });
      if (stage.replay().kill().isPresent()) {
        return;
      }
    }
    throw new AssertionError("No kill switch was set in any window.");
  }

  @Test
  void everyVenueHasARow(FxRobot robot) throws IOException {
    open();
    robot.type(KeyCode.F);
    stage.stage().settle();
    for (int venue = 0; venue < history().venues().size(); venue++) {
      Node row = robot.lookup("#replay-venues-venue-" + venue).query();
      assertTrue(row.getAccessibleText().startsWith(history().venues().get(venue).name()));
    }
    assertFalse(robot.lookup("#replay-ladder").query().isVisible());
    stage.picture("venues-fill");
  }

  @Test
  void theBoardFollowsTheCursor(FxRobot robot) {
    open();
    robot.type(KeyCode.HOME);
    stage.stage().settle();
    Node row = robot.lookup("#replay-venues-venue-0").query();
    String first = row.getAccessibleText();
    robot.type(KeyCode.RIGHT);
    PanelStage.await(
        "the row tells of the next step", () -> !row.getAccessibleText().equals(first));
    robot.type(KeyCode.LEFT);
    PanelStage.await("and of the one before", () -> row.getAccessibleText().equals(first));
  }

  @Test
  void oneGetsToTheKillSwitch(FxRobot robot) throws IOException {
    openKilled(robot);
    robot.type(KeyCode.HOME);
    stage.stage().settle();
    assertEquals("The kill switch is not set", text(robot, "replay-venues-reason"));
    robot.type(KeyCode.X);
    PanelStage.await(
        "the board says why",
        () -> text(robot, "replay-venues-reason").startsWith("Kill switch: "));
    assertEquals("Stopped", text(robot, "replay-venues-regime"));
    assertEquals(stage.replay().kill().getAsLong(), stage.replay().playback().cursor());
    stage.picture("venues-kill");
  }

  @Test
  void eventsOfTheVenuesAreStepped(FxRobot robot) {
    open();
    robot.type(KeyCode.HOME, KeyCode.E);
    Replay replay = stage.replay();
    long[] times = replay.data().episode().timeNs();
    int first =
        assertInstanceOf(Board.Known.class, replay.data().board())
            .story()
            .incidents()
            .getFirst()
            .tick();
    assertEquals(times[first], replay.playback().cursor());
  }

  @Test
  void theMenuListsThem(FxRobot robot) {
    open();
    JumpMenu jumps = (JumpMenu) robot.lookup("#replay-jumps").query();
    robot.interact(() -> jumps.show());
    IncidentMenu listed =
        jumps.getItems().stream()
            .filter(IncidentMenu.class::isInstance)
            .map(IncidentMenu.class::cast)
            .findFirst()
            .orElseThrow();
    robot.interact(() -> {
      listed.getItems().getFirst().fire();
      jumps.hide();
    });
    long[] times = stage.replay().data().episode().timeNs();
    long cursor = stage.replay().playback().cursor();
    assertTrue(
        IncidentMenu.of(stage.replay()).stream().anyMatch(one -> times[one.tick()] == cursor));
  }

  @Test
  void twoPoliciesHaveTwoBoards(FxRobot robot) throws IOException {
    open();
    stage.choose("replay-beside", "heuristic");
    PanelStage.await(
        "the other board is there",
        () -> robot.lookup("#replay-venues-beside-venue-4").tryQuery().isPresent());
    robot.type(KeyCode.F);
    stage.stage().settle();
    Node row = robot.lookup("#replay-venues-beside-venue-4").query();
    assertTrue(row.getAccessibleText().startsWith("paradex"));
    assertEquals(TWO_LINES, row.getLayoutBounds().getHeight(), "no column is dropped");
    stage.picture("venues-beside");
  }

  @Test
  void theBoardIsHiddenAndShownByItsKey(FxRobot robot) {
    open();
    stage.stage().settle();
    Node board = robot.lookup("#replay-venues").query();
    assertTrue(board.isVisible());
    robot.type(KeyCode.C);
    PanelStage.await("the board is hidden", () -> !board.isVisible());
    robot.type(KeyCode.C);
    PanelStage.await("the board is back", board::isVisible);
  }

  @Test
  void whatCannotBeShownIsSaid(FxRobot robot) {
    open();
    ReplayData data = stage.replay().data().with(new Board.Unknown("Evaluate it again."));
    Pictures pictures = stage.pictures();
    robot.interact(() -> pictures.show(data));
    assertEquals("Evaluate it again.", text(robot, "replay-venues-words"));
    assertFalse(robot.lookup("#replay-venues").query().isVisible());
  }
}
