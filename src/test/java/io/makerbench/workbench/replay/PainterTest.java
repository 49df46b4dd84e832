package io.makerbench.workbench.replay;

import static io.makerbench.workbench.replay.MadeReplay.SECOND;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class PainterTest {
  private static final int WIDTH = 200;

  private final ReplayData data = MadeReplay.data();
  private final Painter painter = new Painter();

  private int[] paint(Scene scene) {
    Raster raster = new Raster(scene.layout().width(), scene.layout().height());
    painter.paint(scene, raster);
    return raster.pixels();
  }

  private static Scene only(Scene scene, Layer layer) {
    return new Scene(
        scene.data(),
        scene.view(),
        scene.cursorNs(),
        scene.scale(),
        scene.style(),
        EnumSet.of(layer),
        scene.fillColours(),
        scene.layout());
  }

  /** Middle row of a price in the market's part. */
  private static int row(Scene scene, int tick) {
    return (int) scene.view().y(tick, scene.layout().market());
  }

  @Test
  void sizesHaveTheirColoursWhereTheyRest() {
    Scene scene = only(MadeReplay.scene(data, 10 * SECOND), Layer.SIZES);
    int[] pixels = paint(scene);
    assertEquals(scene.scale().colour(5), pixels[row(scene, 995) * WIDTH + 50]);
    assertEquals(scene.scale().colour(50), pixels[row(scene, 995) * WIDTH + 150]);
    assertEquals(scene.scale().colour(5), pixels[row(scene, 996) * WIDTH + 150]);
  }

  @Test
  void nothingAfterTheCursorIsShown() {
    Scene scene = MadeReplay.scene(data, 4 * SECOND);
    int[] pixels = paint(scene);
    for (int y = 0; y < scene.layout().market(); y++) {
      for (int x = 100; x < WIDTH; x++) {
        assertEquals(scene.scale().ground(), pixels[y * WIDTH + x]);
      }
    }
  }

  @Test
  void aSceneSeenAgainIsTheSamePicture() {
    int[] first = paint(MadeReplay.scene(data, 4 * SECOND));
    int[] later = paint(MadeReplay.scene(data, 9 * SECOND));
    assertNotEquals(java.util.Arrays.hashCode(first), java.util.Arrays.hashCode(later));
    assertArrayEquals(first, paint(MadeReplay.scene(data, 4 * SECOND)));
  }

  @Test
  void ownQuotesAndFillsStandAtTheirPrices() {
    Scene quotes = only(MadeReplay.scene(data, 10 * SECOND), Layer.QUOTES);
    int[] pixels = paint(quotes);
    assertEquals(quotes.style().ownBid(), pixels[row(quotes, 999) * WIDTH + 20]);
    Scene fills = only(quotes, Layer.FILLS);
    pixels = paint(fills);
    int below = row(fills, 1000) + 9;
    assertEquals(fills.style().ownBid(), pixels[below * WIDTH + 60]);
    int above = row(fills, 1001) - 9;
    assertEquals(fills.style().ownAsk(), pixels[above * WIDTH + 140]);
  }

  @Test
  void fillsCanBeColouredByWhatTheyWereWorth() {
    Scene all = MadeReplay.scene(data, 10 * SECOND);
    Scene fills =
        new Scene(
            data,
            all.view(),
            all.cursorNs(),
            all.scale(),
            all.style(),
            EnumSet.of(Layer.FILLS),
            Horizon.S_1,
            all.layout());
    int pixel = paint(fills)[(row(fills, 1000) + 9) * WIDTH + 60];
    double half = 2 * MadeReplay.PRICE_STEP;
    assertEquals(fills.style().markout(0.25, half), pixel);
    assertNotEquals(fills.style().markout(-0.25, half), pixel);
  }

  @Test
  void tradesAreDotsOfTheSideThatTook() {
    Scene scene = only(MadeReplay.scene(data, 10 * SECOND), Layer.TRADES);
    int[] pixels = paint(scene);
    int sold = pixels[row(scene, 1000) * WIDTH + 50];
    int bought = pixels[row(scene, 1001) * WIDTH + 130];
    assertTrue(red(sold) > green(sold));
    assertTrue(green(bought) > red(bought));
  }

  private static int red(int argb) {
    return argb >> 16 & 255;
  }

  private static int green(int argb) {
    return argb >> 8 & 255;
  }

  @Test
  void stripsShowTheirRange() {
    Raster raster = new Raster(WIDTH, 200);
    Painter.Ranges ranges = painter.paint(MadeReplay.scene(data, 10 * SECOND), raster);
    assertEquals(new StripLayer.Range(0, 1), ranges.inventory());
    assertEquals(new StripLayer.Range(-4, 0), ranges.pnl());
  }

  @Test
  void ladderHasSizesOwnOrdersAndTrades() {
    Ladder ladder = Ladder.at(data, 7 * SECOND, 1005, 12);
    assertEquals(50, ladder.bidLots()[10]);
    assertEquals(0, ladder.askLots()[10]);
    assertEquals(5, ladder.askLots()[4]);
    assertEquals(6, ladder.ownBid());
    assertEquals(-1, ladder.ownAsk());
    assertEquals(4, ladder.lastTrade());
    assertEquals(1, ladder.lastSign());
    assertEquals(3, ladder.tradedLots()[4]);
    assertEquals(2, ladder.tradedLots()[5]);
  }
}
