package io.makerbench.workbench.replay;

import static io.makerbench.workbench.replay.MadeReplay.SECOND;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PainterTest {
  private static final int WIDTH = 200;

  private final ReplayData data = MadeReplay.data();
  private final Painter painter = new Painter();

  private int[] paint(Scene scene) {
    Plates plates = Plates.of(scene.layout());
    painter.paint(scene, plates);
    return plates.main().pixels();
  }

  private static Scene only(Scene scene, Layer layer) {
    return with(scene, looking(EnumSet.of(layer), List.of(), null));
  }

  private static Scene with(Scene scene, Look look) {
    return new Scene(
        scene.data(),
        scene.view(),
        scene.cursorNs(),
        scene.scale(),
        look,
        scene.style(),
        scene.layout());
  }

  private static Look looking(
      Set<Layer> layers, List<ColumnLook> columns, @Nullable Horizon colours) {
    return new Look(HeatLook.FIRST, layers, columns, colours, Recentre.AT_EDGE, Card.FILLS);
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
    Scene fills = with(all, looking(EnumSet.of(Layer.FILLS), List.of(), Horizon.S_1));
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
    Scene scene = MadeReplay.scene(data, 10 * SECOND);
    Painter.Ranges ranges = painter.paint(scene, Plates.of(scene.layout()));
    assertEquals(new StripLayer.Range(0, 1), ranges.inventory());
    assertEquals(new StripLayer.Range(-4, 0), ranges.pnl());
  }

  @Test
  void columnsHaveABarAPrice() {
    Scene all = MadeReplay.scene(data, 10 * SECOND);
    List<ColumnLook> columns = Stream.of(Column.values()).map(ColumnLook::of).toList();
    Look look = looking(EnumSet.allOf(Layer.class), columns, null);
    int wide = ColumnLook.FIRST_WIDTH;
    PictureLayout layout = PictureLayout.of(PictureLayout.Kind.MARKET, WIDTH, 4 * wide, 200);
    Scene scene =
        new Scene(data, all.view(), all.cursorNs(), all.scale(), look, all.style(), layout);
    Plates plates = Plates.of(layout);
    List<ColumnLayer.Bins> bins = painter.paint(scene, plates).columns();
    assertEquals(List.of(50f, 3f, 1f, 1f), bins.stream().map(ColumnLayer.Bins::most).toList());
    assertTrue(bins.stream().allMatch(column -> column.numbers().isEmpty()));
    int[] pixels = plates.columns().pixels();
    int at995 = row(scene, 995) * layout.columns();
    int at996 = row(scene, 996) * layout.columns();
    int ground = 0xFF000000 | all.style().strip();
    assertNotEquals(ground, pixels[at995 + wide - 6]);
    assertEquals(ground, pixels[at996 + wide / 2]);
    int sold = pixels[row(scene, 1000) * layout.columns() + wide + 2];
    assertTrue(red(sold) > green(sold));
    assertNotEquals(ground, pixels[at995 + 3 * wide + 2], "its size changed at 5 s");
    assertEquals(ground, pixels[at996 + 3 * wide + 2], "its size never changed");
  }

  @Test
  void columnsCanHaveNumbers() {
    Scene all = MadeReplay.scene(data, 10 * SECOND);
    Look look =
        looking(
            EnumSet.allOf(Layer.class),
            List.of(ColumnLook.of(Column.VOLUME).in(ColumnLook.Form.NUMBERS).wide(100)),
            null);
    PictureLayout layout = PictureLayout.of(PictureLayout.Kind.MARKET, WIDTH, 100, 200);
    Scene scene =
        new Scene(data, all.view(), all.cursorNs(), all.scale(), look, all.style(), layout);
    Plates plates = Plates.of(layout);
    ColumnLayer.Bins bins = painter.paint(scene, plates).columns().getFirst();
    double sum = bins.numbers().stream().mapToDouble(ColumnLayer.Number::amount).sum();
    assertEquals(data.trades().volume(), sum);
    for (int i = 1; i < bins.numbers().size(); i++) {
      double apart = bins.numbers().get(i - 1).y() - bins.numbers().get(i).y();
      assertTrue(apart >= ColumnLayer.NUMBER_HEIGHT - 1, "numbers do not touch");
    }
    int ground = 0xFF000000 | scene.style().strip();
    assertTrue(java.util.Arrays.stream(plates.columns().pixels()).allMatch(one -> one == ground));
  }

  @Test
  void lastPriceAndMeanPriceCanBeShown() {
    Scene last = only(MadeReplay.scene(data, 10 * SECOND), Layer.LAST);
    int[] pixels = paint(last);
    assertNotEquals(last.scale().ground(), pixels[row(last, 1000) * WIDTH + 90]);
    Scene mean = only(last, Layer.VWAP);
    double[] means = data.trades().meanTicks();
    double paid = 0;
    for (int i = 0; i < data.trades().count(); i++) {
      paid += data.trades().lots()[i] * data.trades().tick()[i];
    }
    assertEquals(paid / data.trades().volume(), means[means.length - 1], 1e-9);
    double shown = painter.paint(mean, Plates.of(mean.layout())).meanTick();
    assertEquals(means[means.length - 1], shown);
    int y = (int) Math.round(mean.view().y(shown, mean.layout().market()));
    assertEquals(mean.style().value(), paint(mean)[y * WIDTH + WIDTH - 2]);
    assertTrue(Double.isNaN(painter.paint(last, Plates.of(last.layout())).meanTick()));
  }

  @Test
  void candlesGoFromTheFirstPriceToTheLast() {
    Scene scene = only(MadeReplay.scene(data, 10 * SECOND), Layer.CANDLES);
    assertEquals(SECOND, CandleLayer.periodNs(scene.view(), WIDTH));
    int[] ticks = {1000, 1006, 994, 997};
    TradePrints falling =
        new TradePrints(
            new long[] {
              5 * SECOND + SECOND / 4,
              5 * SECOND + SECOND / 2,
              5 * SECOND + 3 * SECOND / 4,
              6 * SECOND - 1
            },
            ticks,
            new float[] {1, 1, 1, 1},
            new byte[] {1, 1, 1, 1});
    Plates plates = Plates.of(scene.layout());
    plates.main().clear(scene.scale().ground());
    CandleLayer layer =
        new CandleLayer(plates.main(), scene.view(), scene.layout().market(), scene.style());
    layer.paint(falling, 10 * SECOND);
    int[] pixels = plates.main().pixels();
    int ground = scene.scale().ground();
    int body = pixels[row(scene, 999) * WIDTH + 104];
    assertTrue(red(body) > green(body), "it fell");
    assertEquals(
        ground, pixels[row(scene, 1001) * WIDTH + 104], "the body begins at the first price");
    assertEquals(ground, pixels[row(scene, 996) * WIDTH + 104], "and ends at the last");
    assertEquals(scene.style().sell(), pixels[row(scene, 1005) * WIDTH + 110], "to the highest");
    assertEquals(scene.style().sell(), pixels[row(scene, 995) * WIDTH + 110], "to the lowest");
    assertEquals(ground, pixels[row(scene, 1007) * WIDTH + 110]);
    assertEquals(ground, pixels[row(scene, 999) * WIDTH + 90], "no trades, no candle");
    plates.main().clear(ground);
    layer.paint(falling, 5 * SECOND + SECOND / 2);
    assertEquals(ground, pixels[row(scene, 995) * WIDTH + 104], "what comes later is hidden");
    assertEquals(ground, pixels[row(scene, 995) * WIDTH + 110], "what comes later is hidden");
    int rising = pixels[row(scene, 1003) * WIDTH + 104];
    assertTrue(green(rising) > red(rising), "so far it rose");
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
