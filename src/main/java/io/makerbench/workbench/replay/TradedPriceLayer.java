package io.makerbench.workbench.replay;

import org.jspecify.annotations.Nullable;

/**
 * Paints what was paid: the last price, and the mean price by volume since the window began. Keeps
 * the means of the trades it painted last.
 */
final class TradedPriceLayer {
  private static final double LAST_ALPHA = 0.7;
  private static final int MEAN_THICKNESS = 2;

  private double[] means = new double[0];
  private @Nullable TradePrints meansOf;

  /** Paints what is wanted; returns the mean at the cursor in ticks, NaN where it is not shown. */
  double paint(Scene scene, Raster raster) {
    TradePrints trades = scene.data().trades();
    Viewport view = scene.view();
    int height = scene.layout().market();
    if (scene.layers().contains(Layer.LAST)) {
      int colour = PictureStyle.withAlpha(scene.style().text(), LAST_ALPHA);
      new StepLine(raster, view, 1, colour)
          .paint(trades.timeNs(), i -> view.y(trades.tick()[i], height), scene.cursorNs());
    }
    if (scene.layers().contains(Layer.VWAP)) {
      double[] mean = means(trades);
      new StepLine(raster, view, MEAN_THICKNESS, scene.style().value())
          .paint(trades.timeNs(), i -> view.y(mean[i], height), scene.cursorNs());
      int last = Series.lastAtOrBefore(trades.timeNs(), scene.cursorNs());
      return last < 0 ? Double.NaN : mean[last];
    }
    return Double.NaN;
  }

  private double[] means(TradePrints trades) {
    if (trades != meansOf) {
      means = trades.meanTicks();
      meansOf = trades;
    }
    return means;
  }
}
