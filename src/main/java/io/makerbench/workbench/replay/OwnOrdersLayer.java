package io.makerbench.workbench.replay;

import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import io.makerbench.env.Side;

/**
 * Paints what the policy did: its resting quotes as lines, its fills as triangles that point up
 * below a purchase and down above a sale.
 */
final class OwnOrdersLayer {
  private static final int QUOTE_THICKNESS = 3;
  private static final double FILL_SIZE = 11;
  private static final double FILL_GAP = 2;
  private static final double FILL_RIM = 1.4;

  private final Raster raster;
  private final Viewport view;
  private final int height;
  private final PictureStyle style;

  OwnOrdersLayer(Raster raster, Viewport view, int height, PictureStyle style) {
    this.raster = raster;
    this.view = view;
    this.height = height;
    this.style = style;
  }

  void paintQuotes(ReplayData data, long cursorNs) {
    Episode episode = data.episode();
    paintQuote(data, episode.ownBid(), cursorNs, style.ownBid());
    paintQuote(data, episode.ownAsk(), cursorNs, style.ownAsk());
  }

  private void paintQuote(ReplayData data, double[] prices, long cursorNs, int argb) {
    StepLine.Rows rows = i -> view.y(data.ticks(prices[i]), height);
    long[] times = data.episode().timeNs();
    int halo = PictureStyle.withAlpha(style.rim(), 0.55);
    new StepLine(raster, view, QUOTE_THICKNESS + 2, halo).paint(times, rows, cursorNs);
    new StepLine(raster, view, QUOTE_THICKNESS, argb).paint(times, rows, cursorNs);
  }

  void paintFills(ReplayData data, long cursorNs) {
    Episode episode = data.episode();
    for (Fill fill : episode.fills()) {
      long time = episode.timeNs()[fill.tick()];
      if (time > cursorNs || time > view.endNs()) {
        break;
      }
      if (time < view.startNs()) {
        continue;
      }
      boolean bought = fill.side() == Side.BUY;
      double up = bought ? 1 : -1;
      raster.triangle(
          view.x(time, raster.width()),
          view.y(data.ticks(fill.price()), height) + up * FILL_GAP,
          up * FILL_SIZE,
          bought ? style.ownBid() : style.ownAsk(),
          FILL_RIM,
          style.rim());
    }
  }
}
