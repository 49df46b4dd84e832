package io.makerbench.workbench.replay;

import io.makerbench.env.Episode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paints scenes into rasters. Keeps its working memory; not safe for several threads. */
final class Painter {
  private final HeatLayer heat = new HeatLayer();
  private final ColumnLayer columns = new ColumnLayer();
  private final TradedPriceLayer traded = new TradedPriceLayer();
  private double[] pnl = new double[0];
  private @Nullable Episode pnlOf;

  /**
   * What a painted picture shows besides its pixels.
   *
   * @param meanTick mean price by volume at the cursor, in ticks; NaN where it is not shown
   */
  record Ranges(
      StripLayer.Range inventory,
      StripLayer.Range pnl,
      double meanTick,
      List<ColumnLayer.Bins> columns) {}

  Ranges paint(Scene scene, Plates plates) {
    Raster raster = plates.main();
    raster.clip(0, raster.height());
    raster.clear(scene.style().strip());
    double meanTick = scene.layout().showsMarket() ? paintMarket(scene, raster) : Double.NaN;
    Episode episode = scene.data().episode();
    PictureLayout layout = scene.layout();
    StripLayer strips = new StripLayer(raster, scene.view(), scene.style());
    return new Ranges(
        strips.paint(
            episode.timeNs(),
            episode.inventory(),
            layout.inventoryTop(),
            layout.inventoryBottom(),
            scene.cursorNs()),
        strips.paint(
            episode.timeNs(), pnl(episode), layout.pnlTop(), layout.height(), scene.cursorNs()),
        meanTick,
        paintColumns(scene, plates.columns()));
  }

  private List<ColumnLayer.Bins> paintColumns(Scene scene, Raster raster) {
    if (scene.layout().columns() == 0) {
      return List.of();
    }
    raster.clear(scene.style().strip());
    List<ColumnLayer.Bins> ranges = new ArrayList<>();
    int left = 0;
    for (ColumnLook column : scene.look().columns()) {
      ranges.add(columns.paint(scene, column, raster, left));
      left += column.pixels(scene.style().lettering());
    }
    return ranges;
  }

  /** Returns the mean price by volume at the cursor, NaN where it is not shown. */
  private double paintMarket(Scene scene, Raster raster) {
    Viewport view = scene.view();
    int height = scene.layout().market();
    long cursor = scene.cursorNs();
    raster.clip(0, height);
    raster.clear(scene.scale().ground());
    if (scene.layers().contains(Layer.SIZES)) {
      heat.paint(raster, view, height, cursor, scene.data().depth(), scene.scale());
    }
    if (scene.layers().contains(Layer.TOUCH)) {
      paintTouch(scene, raster);
    }
    if (scene.layers().contains(Layer.CANDLES)) {
      new CandleLayer(raster, view, height, scene.style()).paint(scene.data().trades(), cursor);
    }
    double meanTick = traded.paint(scene, raster);
    OwnOrdersLayer own = new OwnOrdersLayer(raster, view, height, scene.style());
    if (scene.layers().contains(Layer.QUOTES)) {
      own.paintQuotes(scene.data(), cursor);
    }
    if (scene.layers().contains(Layer.TRADES)) {
      new TradeLayer(raster, view, height, scene.style()).paint(scene.data().trades(), cursor);
    }
    if (scene.layers().contains(Layer.FILLS)) {
      own.paintFills(scene.data(), cursor, scene.fillColours());
    }
    raster.clip(0, raster.height());
    return meanTick;
  }

  /** The best prices; of several venues, which have none in common, fair value. */
  private static void paintTouch(Scene scene, Raster raster) {
    ReplayData data = scene.data();
    Episode episode = data.episode();
    Viewport view = scene.view();
    int height = scene.layout().market();
    new StepLine(raster, view, 1, scene.style().bestBid())
        .paint(
            episode.timeNs(),
            i -> view.y(data.ticks(episode.bestBid()[i]), height),
            scene.cursorNs());
    new StepLine(raster, view, 1, scene.style().bestAsk())
        .paint(
            episode.timeNs(),
            i -> view.y(data.ticks(episode.bestAsk()[i]), height),
            scene.cursorNs());
    if (data.board() instanceof Board.Known) {
      new StepLine(raster, view, 1, scene.style().value())
          .paint(
              episode.timeNs(),
              i -> view.y(data.ticks(episode.mid()[i]), height),
              scene.cursorNs());
    }
  }

  private double[] pnl(Episode episode) {
    if (episode != pnlOf) {
      pnl = episode.equity().clone();
      for (int i = 0; i < pnl.length; i++) {
        pnl[i] -= episode.initialCash();
      }
      pnlOf = episode;
    }
    return pnl;
  }
}
