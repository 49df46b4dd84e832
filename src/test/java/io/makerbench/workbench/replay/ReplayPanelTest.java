package io.makerbench.workbench.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.env.Fill;
import io.makerbench.experiment.RunFolder;
import io.makerbench.workbench.EvaluatedRun;
import io.makerbench.workbench.PanelStage;
import io.makerbench.workbench.StallGuard;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.Keymap;
import io.makerbench.workbench.panel.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@ExtendWith(StallGuard.class)
@Timeout(120)
class ReplayPanelTest {
  @TempDir static Path folder;
  private static RunFolder run;

  private ReplayStage stage;

  @BeforeAll
  static void evaluate() {
    run = EvaluatedRun.synthetic(folder);
  }

  @Start
  void start(Stage shown) {
    stage = new ReplayStage(shown, folder);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private Replay open() {
    return stage.open(run);
  }

  private MarketView market() {
    return stage.market();
  }

  @Test
  void saysWhatToDoWithoutARun(FxRobot robot) {
    assertTrue(
        robot.lookup("#replay-empty").queryAs(Label.class).getText().contains("Choose a run"));
  }

  @Test
  void stepsToTheNextFillAndBack(FxRobot robot) {
    Replay replay = open();
    List<Fill> fills = replay.data().episode().fills();
    long first = replay.data().episode().timeNs()[fills.getFirst().tick()];
    robot.push(KeyCode.HOME); // the page has the focus, so its keys work at once
    robot.clickOn("#replay-next-fill");
    assertEquals(first, replay.playback().cursor());
    stage.awaitPicture();
    int[] atFirst = stage.pixels();
    robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
    long second = replay.playback().cursor();
    assertTrue(second > first);
    stage.awaitPicture();
    robot.push(KeyCode.SHIFT, KeyCode.LEFT);
    assertEquals(first, replay.playback().cursor());
    stage.awaitPicture();
    assertArrayEquals(atFirst, stage.pixels());
  }

  @Test
  void keysAreThoseTheUserChose(FxRobot robot) {
    Replay replay = open();
    robot.push(KeyCode.HOME);
    long start = replay.playback().cursor();
    Keymap keymap = stage.stage().desk().workspace().keymap();
    robot.interact(() -> {
      keymap.rule("Replay", stage.panel().commands());
      keymap.give(command("replay-to-next-fill"), KeyCombination.valueOf("J"));
      keymap.give(command("replay-toggle"), KeyCombination.valueOf("F"));
    });
    robot.push(KeyCode.J);
    long first =
        replay.data().episode().timeNs()[replay.data().episode().fills().getFirst().tick()];
    assertEquals(first, replay.playback().cursor());
    Button play = robot.lookup("#replay-play").queryAs(Button.class);
    assertEquals("Play or pause (F)", play.getTooltip().getText());
    robot.push(KeyCode.F);
    assertTrue(replay.playback().playing());
    robot.push(KeyCode.F);
    robot.push(KeyCode.SHIFT, KeyCode.F); // what nobody changed is as it came
    assertFalse(replay.playback().playing());
    robot.clickOn("#replay-jump-to").write("j");
    assertEquals("j", robot.lookup("#replay-jump-to").queryAs(TextField.class).getText());
    assertTrue(replay.playback().cursor() >= start);
  }

  private Command command(String id) {
    return stage.panel().commands().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void playsUntilItIsPaused(FxRobot robot) {
    Replay replay = open();
    stage.awaitPicture();
    robot.clickOn("#replay-market");
    robot.push(KeyCode.SPACE);
    long start = replay.playback().cursor();
    PanelStage.await("a second of market passes", () -> replay.playback().cursor() > start + 1e9);
    robot.push(KeyCode.SPACE);
    assertFalse(replay.playback().playing());
    PanelStage.await(
        "the bar says so",
        () -> robot.lookup("#replay-status").queryAs(Label.class).getText().equals("Paused"));
  }

  @Test
  void seeksByScrubberAndByTime(FxRobot robot) {
    Replay replay = open();
    Slider scrubber = robot.lookup("#replay-scrubber").queryAs(Slider.class);
    robot.clickOn(scrubber);
    long middle = (replay.data().startNs() + replay.data().endNs()) / 2;
    assertEquals(middle, replay.playback().cursor(), 5e9);
    long wanted = replay.data().startNs() / 1_000_000_000 * 1_000_000_000 + 30_000_000_000L;
    robot
        .clickOn("#replay-jump-to")
        .write(AxisTicks.time(wanted, 1_000_000_000))
        .push(KeyCode.ENTER);
    assertEquals(wanted, replay.playback().cursor());
    robot.lookup("#replay-jump-to").queryAs(TextField.class).clear();
    robot.clickOn("#replay-jump-to").write("teatime").push(KeyCode.ENTER);
    assertTrue(
        stage.stage().notices().getLast().contains("no time of day"),
        stage.stage().notices()::toString);
  }

  @Test
  void fillsAreMarkedOnTheScrubber(FxRobot robot) throws IOException {
    Replay replay = open();
    robot.push(KeyCode.B); // a bookmark at the cursor
    Scrubber scrubber = (Scrubber) robot.lookup("#replay-scrubber").query().getParent();
    long fill = replay.data().episode().timeNs()[replay.data().episode().fills().get(5).tick()];
    double below = scrubber.getHeight() - ScrubberLanes.BELOW / 2;
    Point2D mark = scrubber.localToScreen(scrubber.x(fill), below);
    robot.moveTo(mark);
    stage.picture("replay-scrubber");
    robot.moveTo(mark.subtract(30, 0)).moveTo(mark);
    Tooltip card = tooltip("replay-scrubber-card");
    assertTrue(card.getText().contains(AxisTicks.time(fill, 1)), card::getText);
    assertTrue(card.getText().matches("(?s).*(Bought|Sold).*"), card::getText);
    robot.clickOn(mark);
    assertEquals(fill, replay.playback().cursor());
  }

  private static Tooltip tooltip(String id) {
    return Window.getWindows().stream()
        .filter(Tooltip.class::isInstance)
        .map(Tooltip.class::cast)
        .filter(one -> id.equals(one.getId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anotherPolicyKeepsThePlaceInTheWindow(FxRobot robot) {
    Replay first = open();
    robot.clickOn("#replay-next-fill");
    long cursor = first.playback().cursor();
    stage.choose("replay-policy", "do_nothing");
    PanelStage.await("the other episode opens", () -> stage.panel().replay() != first);
    assertEquals("do_nothing", stage.panel().replay().data().episode().policy());
    assertEquals(cursor, stage.panel().replay().playback().cursor());
  }

  @Test
  void wheelZoomsAndBackToNowFollowsAgain(FxRobot robot) {
    Replay replay = open();
    stage.awaitPicture();
    long span = market().camera().view().spanNs();
    robot.moveTo("#replay-market");
    robot.scroll(3, javafx.geometry.VerticalDirection.UP);
    assertNotEquals(span, market().camera().view().spanNs());
    robot.drag("#replay-market").moveBy(200, 40).drop();
    assertFalse(market().camera().following());
    robot.clickOn("#replay-now");
    assertTrue(market().camera().following());
  }

  @Test
  void aFillTellsItsMarkout(FxRobot robot) throws IOException {
    Replay replay = open();
    Fill fill = replay.data().episode().fills().get(6);
    long at = replay.data().episode().timeNs()[fill.tick()];
    robot.interact(() -> stage.pictures().look(stage.pictures().look().colouredBy(Horizon.S_10)));
    stage.seek(at + 5_000_000_000L);
    Scene scene = market().shown();
    double x = scene.view().x(at, scene.layout().width());
    double y =
        scene.view().y(replay.data().ticks(fill.price()), scene.layout().market())
            + fill.side().sign() * OwnOrdersLayer.FILL_MIDDLE;
    for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
      stage.stage().theme(theme);
      stage.stage().settle();
      robot.interact(() -> market().pointAt(x, y));
      Label card = robot.lookup("#replay-fill-card").queryAs(Label.class);
      assertTrue(card.isVisible());
      assertTrue(card.getText().contains("markout 1 s:"), card::getText);
      assertTrue(card.getText().contains("markout 10 s:  in "), card::getText);
      stage.stage().picture("replay-markout-" + theme.name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  @Test
  void savesThePictureAndAClip(FxRobot robot) throws IOException {
    Replay replay = open();
    long place = stage.seekMiddle();
    robot.clickOn("#replay-export-toggle").clickOn("#replay-save-picture");
    awaitNotice("Saved as");
    Path pictures = run.path().resolve("pictures");
    Path still = files(pictures).filter(f -> f.toString().endsWith(".png")).findFirst().get();
    BufferedImage picture = ImageIO.read(still.toFile());
    assertTrue(picture.getWidth() > 2 * market().getWidth(), "two pixels for one");
    Path kept =
        Files.createDirectories(Path.of("target", "screenshots")).resolve("replay-saved.png");
    Files.move(still, kept, StandardCopyOption.REPLACE_EXISTING);
    robot.interact(() -> robot.lookup("#replay-clip-step").queryAs(TextField.class).setText("4"));
    robot.clickOn("#replay-save-clip");
    PanelStage.await("the clip is saved", () -> stage.stage().notices().size() == 2);
    assertTrue(stage.stage().notices().getLast().startsWith("Saved as " + pictures));
    stage.stage().picture("replay-export-dark");
    List<Path> clip = files(files(pictures).findFirst().get()).toList();
    assertEquals(3, clip.size());
    assertEquals("00001.png", clip.getFirst().getFileName().toString());
    assertTrue(Files.mismatch(clip.get(0), clip.get(1)) >= 0, "the clip moves on");
    assertEquals(place, replay.playback().cursor());
  }

  @Test
  void aClipCanBeCancelled(FxRobot robot) {
    open();
    robot.clickOn("#replay-export-toggle");
    robot.interact(() -> {
      robot.lookup("#replay-clip-step").queryAs(TextField.class).setText("0.01");
    });
    robot.clickOn("#replay-save-clip");
    PanelStage.await(
        "it can be cancelled", () -> robot.lookup("#replay-clip-cancel").query().isVisible());
    robot.clickOn("#replay-clip-cancel");
    awaitNotice("Cancelled");
    robot.interact(() -> {
      robot.lookup("#replay-clip-step").queryAs(TextField.class).setText("soon");
    });
    robot.clickOn("#replay-save-clip");
    awaitNotice("\"soon\" is no step");
  }

  private void awaitNotice(String words) {
    PanelStage.await(
        words + " among " + stage.stage().notices(),
        () -> stage.stage().notices().stream().anyMatch(notice -> notice.contains(words)));
  }

  private static Stream<Path> files(Path of) throws IOException {
    try (Stream<Path> found = Files.list(of)) {
      return found.sorted().toList().stream();
    }
  }

  @Test
  void aDoubleClickMovesTheCursor(FxRobot robot) {
    Replay replay = open();
    stage.awaitPicture();
    Scene scene = market().shown();
    robot.doubleClickOn("#replay-market");
    long middle = scene.view().timeAt(market().getWidth() / 2, scene.layout().width());
    assertEquals(middle, replay.playback().cursor(), scene.view().spanNs() / 100.0);
  }

  @Test
  void theInfoBarTellsWhatIsUnderThePointer(FxRobot robot) {
    Replay replay = open();
    stage.awaitPicture();
    Label under = robot.lookup("#replay-under-pointer").queryAs(Label.class);
    robot.interact(() -> market().pointAt(200, 100));
    PanelStage.await("a size is told", () -> under.getText().endsWith("resting"));
    int strip = market().shown().layout().inventoryTop() + 5;
    robot.interact(() -> market().pointAt(200, strip));
    PanelStage.await("the account is told", () -> under.getText().contains("inventory"));
    double after = market().shown().layout().width() - 2;
    robot.interact(() -> market().pointAt(after, strip));
    PanelStage.await("nothing after now is told", () -> !under.getText().contains("inventory"));
  }

  @Test
  void arrowsWithControlMoveThePicture(FxRobot robot) {
    Replay replay = open();
    stage.awaitPicture();
    Viewport before = market().camera().view();
    robot.push(KeyCode.CONTROL, KeyCode.UP);
    assertTrue(market().camera().view().high() > before.high());
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.LEFT);
    assertTrue(market().camera().view().startNs() < before.startNs());
    assertFalse(market().camera().following());
  }

  @Test
  void looksRightInBothThemes() throws IOException {
    open();
    stage.seekMiddle();
    stage.picture("replay");
    assertTrue(Arrays.stream(stage.pixels()).distinct().count() > 100);
  }
}
