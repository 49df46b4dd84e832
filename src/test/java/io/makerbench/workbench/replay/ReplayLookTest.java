package io.makerbench.workbench.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.experiment.RunFolder;
import io.makerbench.workbench.EvaluatedRun;
import io.makerbench.workbench.PanelStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
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

/** A user has the pictures look as they like, and moves about in them. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class ReplayLookTest {
  private static final long SECOND = 1_000_000_000L;

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

  @Test
  void columnsStandBesideThePicture(FxRobot robot) throws IOException {
    stage.open(run);
    stage.seekMiddle();
    Pictures pictures = stage.pictures();
    for (Column column : Column.values()) {
      robot.interact(() -> pictures.look(pictures.look().toggled(column)));
    }
    robot.interact(() ->
        pictures.look(
            pictures
                .look()
                .changed(Column.BOOK, one -> one.in(ColumnLook.Form.BOTH))
                .changed(Column.TRADES, one -> one.in(ColumnLook.Form.NUMBERS))));
    stage.awaitPicture();
    assertEquals(4 * ColumnLook.FIRST_WIDTH, stage.market().shown().layout().columns());
    stage.picture("replay-columns");
    robot.interact(() -> {
      pictures.look(Look.FIRST);
      List.of(Layer.CANDLES, Layer.VWAP, Layer.TRADES, Layer.QUOTES, Layer.FILLS)
          .forEach(layer -> pictures.look(pictures.look().toggled(layer)));
      pictures.camera().showSpan(60 * SECOND);
    });
    stage.awaitPicture();
    stage.picture("replay-candles");
  }

  @Test
  void columnsAreMovedWidenedAndHiddenByTheirHeads(FxRobot robot) {
    stage.open(run);
    Pictures pictures = stage.pictures();
    for (Column column : Column.values()) {
      robot.interact(() -> pictures.look(pictures.look().toggled(column)));
    }
    stage.awaitPicture();
    PanelStage.await(
        "the heads stand side by side",
        () ->
            bounds(robot, "#replay-head-trades").getMinX()
                > bounds(robot, "#replay-head-book").getMinX() + ColumnLook.FIRST_WIDTH);
    robot.drag("#replay-head-trades").moveBy(-2 * ColumnLook.FIRST_WIDTH, 0).drop();
    assertEquals(
        List.of(Column.TRADES, Column.BOOK, Column.VOLUME, Column.QUOTES),
        pictures.look().columns().stream().map(ColumnLook::column).toList());
    stage.awaitPicture();
    Bounds head = bounds(robot, "#replay-head-trades");
    robot.drag(head.getMaxX() - 2, head.getMinY() + 10, MouseButton.PRIMARY).moveBy(40, 0).drop();
    assertEquals(ColumnLook.FIRST_WIDTH + 40, pictures.look().columns().getFirst().width(), 2);
    List<MenuItem> menu = ColumnMenu.of(Column.TRADES, pictures.look(), pictures::look);
    robot.interact(() -> item(menu, "Hide Trades").fire());
    assertFalse(pictures.look().shows(Column.TRADES));
    PanelStage.await(
        "its head is gone", () -> robot.lookup("#replay-head-trades").tryQuery().isEmpty());
  }

  private static MenuItem item(List<MenuItem> items, String words) {
    return items.stream().filter(item -> words.equals(item.getText())).findFirst().orElseThrow();
  }

  private static Bounds bounds(FxRobot robot, String id) {
    Node node = robot.lookup(id).query();
    return node.localToScreen(node.getLayoutBounds());
  }

  @Test
  void anExactSizeEndsTheColours(FxRobot robot) throws IOException {
    Replay replay = stage.open(run);
    stage.seekMiddle();
    int[] before = stage.pixels();
    MenuButton menu = robot.lookup("#replay-colours").queryAs(MenuButton.class);
    robot.interact(menu::show);
    stage.picture("replay-colours");
    robot.interact(menu::show); // a change of theme takes the page out, which closes its menus
    robot.clickOn("#replay-cut-largest");
    TextField largest = robot.lookup("#replay-cut-largest").queryAs(TextField.class);
    robot.interact(() -> largest.setText("0.5"));
    robot.push(KeyCode.ENTER);
    CutOff cut = stage.pictures().look().heat().cutOff();
    assertEquals(new CutOff(CutOff.Measure.SIZE, 0, 0.5), cut);
    double share = robot.lookup("#replay-cut-upper").queryAs(Slider.class).getValue();
    float lots = (float) (0.5 / replay.data().instrument().sizeStep());
    assertEquals(replay.data().depth().share(lots), share, 1e-9);
    robot.interact(() -> largest.setText("many"));
    robot.push(KeyCode.ENTER);
    assertTrue(stage.stage().notices().getLast().contains("\"many\" is no size"));
    robot.interact(menu::hide);
    stage.awaitPicture();
    assertFalse(Arrays.equals(before, stage.pixels()));
  }

  @Test
  void theLookIsKeptForTheInstrument(FxRobot robot) {
    Replay replay = stage.open(run);
    robot.interact(() -> {
      MenuButton menu = robot.lookup("#replay-colours").queryAs(MenuButton.class);
      item(menu.getItems(), "Ember").fire();
    });
    assertEquals(HeatColours.EMBER, stage.pictures().look().heat().colours());
    Path kept = folder.resolve("home").resolve("replay.json");
    PanelStage.await(
        "it is written", () -> Files.exists(kept) && Files.readString(kept).contains("EMBER"));
    robot.interact(() -> stage.pictures().look(Look.FIRST));
    KeptLooks later = new KeptLooks(stage.stage().desk().workspace().kept("replay.json"));
    PanelStage.await("the last choice is written", () -> !Files.readString(kept).contains("EMBER"));
    assertEquals(Look.FIRST, later.of(replay.data().instrument()));
  }

  @Test
  void bookmarksAreDrawnAndKept(FxRobot robot) throws IOException {
    Replay replay = stage.open(run);
    long middle = stage.seekMiddle();
    robot.push(KeyCode.B);
    robot.push(KeyCode.SHIFT, KeyCode.F);
    robot.push(KeyCode.G);
    assertEquals(middle, replay.playback().cursor());
    robot.push(KeyCode.HOME);
    robot.push(KeyCode.SHIFT, KeyCode.G);
    assertEquals(middle, replay.playback().cursor());
    stage.awaitPicture();
    stage.picture("replay-bookmark");
    Path file = folder.resolve("home").resolve("bookmarks.json");
    PanelStage.await(
        "it is written", () -> Files.exists(file) && Files.readString(file).contains("" + middle));
    stage.choose("replay-policy", "do_nothing");
    PanelStage.await(
        "the other policy is shown",
        () -> stage.replay().data().episode().policy().equals("do_nothing"));
    robot.push(KeyCode.HOME);
    robot.push(KeyCode.G);
    assertEquals(middle, stage.replay().playback().cursor());
    KeptBookmarks later =
        new KeptBookmarks(stage.stage().desk().workspace().kept(file.getFileName().toString()));
    assertEquals(List.of(middle), later.of(replay.data()));
  }

  @Test
  void axesAreStretchedByDragging(FxRobot robot) {
    stage.open(run);
    stage.seekMiddle();
    MarketView market = stage.market();
    Viewport before = market.camera().view();
    Bounds all = bounds(robot, "#replay-market");
    robot.drag(all.getMaxX() - 30, all.getMinY() + 200, MouseButton.PRIMARY).moveBy(0, 120).drop();
    Viewport prices = market.camera().view();
    assertEquals(2, prices.ticks() / before.ticks(), 0.15);
    assertTrue(market.camera().following(), "a stretched axis follows on");
    robot.drag(all.getMinX() + 300, all.getMaxY() - 8, MouseButton.PRIMARY).moveBy(120, 0).drop();
    Viewport times = market.camera().view();
    assertEquals(0.5, (double) times.spanNs() / prices.spanNs(), 0.05);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(prices.spanNs(), market.camera().view().spanNs());
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(before.ticks(), market.camera().view().ticks(), 1e-9);
  }

  @Test
  void escapeLeavesTheRectangleOfAZoom(FxRobot robot) {
    stage.open(run);
    stage.seekMiddle();
    Viewport before = stage.market().camera().view();
    robot.moveTo("#replay-market").press(KeyCode.SHIFT).press(MouseButton.PRIMARY).moveBy(90, 60);
    robot.push(KeyCode.ESCAPE);
    robot.release(MouseButton.PRIMARY).release(KeyCode.SHIFT);
    assertEquals(before, stage.market().camera().view());
    robot.moveTo("#replay-market").press(KeyCode.SHIFT).press(MouseButton.PRIMARY).moveBy(90, 60);
    robot.release(MouseButton.PRIMARY).release(KeyCode.SHIFT);
    assertNotEquals(before, stage.market().camera().view());
  }

  @Test
  void keysZoomStepAndMoveByPixels(FxRobot robot) {
    Replay replay = stage.open(run);
    stage.seekMiddle();
    Camera camera = stage.market().camera();
    long span = camera.view().spanNs();
    robot.push(KeyCode.EQUALS);
    assertEquals(span / 1.5, camera.view().spanNs(), 1e6);
    long cursor = replay.playback().cursor();
    robot.push(KeyCode.S);
    assertEquals((Math.floorDiv(cursor, SECOND) + 1) * SECOND, replay.playback().cursor());
    robot.push(KeyCode.SHIFT, KeyCode.S);
    assertEquals(
        Math.floorDiv(replay.playback().cursor(), SECOND) * SECOND, replay.playback().cursor());
    stage.awaitPicture();
    Viewport before = camera.view();
    robot.push(KeyCode.CONTROL, KeyCode.LEFT);
    double pixel = (double) before.spanNs() / stage.market().shown().layout().width();
    assertEquals(pixel, before.startNs() - camera.view().startNs(), 1);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.LEFT);
    assertEquals(11 * pixel, before.startNs() - camera.view().startNs(), 10);
    robot.push(KeyCode.N);
    assertTrue(camera.following());
  }

  @Test
  void theCardAtThePointerIsShownWhereItIsWanted(FxRobot robot) throws IOException {
    stage.open(run);
    stage.seekMiddle();
    Label card = robot.lookup("#replay-fill-card").queryAs(Label.class);
    robot.interact(() -> stage.pictures().look(stage.pictures().look().with(Card.EVERYWHERE)));
    stage.awaitPicture();
    robot.interact(() -> stage.market().pointAt(240, 520));
    assertTrue(card.isVisible());
    assertTrue(card.getText().contains("resting"), card::getText);
    stage.stage().picture("replay-card-dark");
    robot.interact(() -> stage.pictures().look(stage.pictures().look().with(Card.NEVER)));
    stage.awaitPicture();
    robot.interact(() -> stage.market().pointAt(240, 520));
    assertFalse(card.isVisible());
  }
}
