package io.makerbench.workbench.replay;

import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import io.makerbench.env.Side;
import org.jspecify.annotations.Nullable;

/**
 * Paints what the policy did: its resting quotes as lines, its fills as triangles that point up
 * below a purchase and down above a sale.
 */
final class OwnOrdersLayer {
  private static final int QUOTE_THICKNESS = 3;
  private static final double FILL_SIZE = 11;
  private static final double FILL_GAP = 2;
  private static final double FILL_RIM = 1.4;

  /** Distance of a triangle's middle from the price it stands at. */
  static final double FILL_MIDDLE = FILL_GAP + FILL_SIZE / 2;

  /** Markout, in ticks, whose colour is half way to that of the largest. */
  private static final double MARKOUT_HALF_TICKS = 2;

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

  /**
   * @param colours horizon of the markouts that colour the fills; null to colour them by side
   */
  void paintFills(ReplayData data, long cursorNs, @Nullable Horizon colours) {
    Episode episode = data.episode();
    Markout markout = new Markout(episode, cursorNs);
    double half = MARKOUT_HALF_TICKS * data.instrument().priceStep();
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
          colours == null
              ? bought ? style.ownBid() : style.ownAsk()
              : style.markout(markout.soFar(fill, colours), half),
          FILL_RIM,
          style.rim());
    }
  }
}
