package io.makerbench.workbench.replay;

import io.makerbench.workbench.panel.Lettering;
import io.makerbench.workbench.panel.Palette;
import java.util.stream.Stream;

/**
 * Colours of the replay's pictures, each 0xAARRGGBB. Buys are bluish green and sales vermilion (M.
 * Okabe and K. Ito, 2008), told apart with every kind of colour vision; the shapes differ as well.
 *
 * @param ground what pictures are drawn on
 * @param buy trades whose taker bought
 * @param sell trades whose taker sold
 * @param ownBid own bids and purchases
 * @param ownAsk own asks and sales
 * @param bestBid line of the best bid
 * @param bestAsk line of the best ask
 * @param rim rim of dots and triangles
 * @param text labels
 * @param faint ticks and rules
 * @param strip ground of the strips below
 * @param value line of a strip
 * @param cursor line of the time cursor
 * @param gain fills whose markout is positive
 * @param loss fills whose markout is negative
 * @param palette the theme's colours and letters for what is not painted into pictures
 */
record PictureStyle(
    Ground ground,
    int buy,
    int sell,
    int ownBid,
    int ownAsk,
    int bestBid,
    int bestAsk,
    int rim,
    int text,
    int faint,
    int strip,
    int value,
    int cursor,
    int gain,
    int loss,
    Palette palette) {

  static final PictureStyle DARK =
      new PictureStyle(
          Ground.DARK,
          0xFF25C99A,
          0xFFF0743E,
          0xFF5CFFD0,
          0xFFFFB27A,
          0xFF8FD9C4,
          0xFFE6B59B,
          0xFF060A13,
          0xFFC9D1D9,
          0x26FFFFFF,
          0xFF0D1117,
          0xFFB9C7FF,
          0xFFE6EDF3,
          0xFFFFE14D,
          0xFFFF5FB0,
          Palette.DARK);

  static final PictureStyle LIGHT =
      new PictureStyle(
          Ground.LIGHT,
          0xFF009E73,
          0xFFD55E00,
          0xFF007A58,
          0xFFB34700,
          0xFF2A8C70,
          0xFFB06A3C,
          0xFFFFFFFF,
          0xFF24292F,
          0x22000000,
          0xFFFFFFFF,
          0xFF3B4DB8,
          0xFF24292F,
          0xFFC79A00,
          0xFFB0238A,
          Palette.LIGHT);

  /** On black, with brighter words and rules. */
  static final PictureStyle CONTRAST =
      new PictureStyle(
          Ground.DARK,
          0xFF3FE0B0,
          0xFFFF9A6B,
          0xFF8CFFE0,
          0xFFFFCFA6,
          0xFFA9F0DC,
          0xFFFFCFB6,
          0xFF000000,
          0xFFFFFFFF,
          0x66FFFFFF,
          0xFF000000,
          0xFFCBD6FF,
          0xFFFFFFFF,
          0xFFFFE14D,
          0xFFFF8CC8,
          Palette.CONTRAST);

  /** Colours that go with a theme, with its letters. */
  static PictureStyle of(Palette theme) {
    PictureStyle style =
        Stream.of(LIGHT, DARK, CONTRAST)
            .filter(one -> one.palette.ground().equals(theme.ground()))
            .findFirst()
            .orElseThrow();
    return style.with(theme);
  }

  private PictureStyle with(Palette theme) {
    return new PictureStyle(
        ground, buy, sell, ownBid, ownAsk, bestBid, bestAsk, rim, text, faint, strip, value, cursor,
        gain, loss, theme);
  }

  /** Letters of what is drawn over pictures and beside them. */
  Lettering lettering() {
    return palette.lettering();
  }

  /**
   * Colour of a markout: that of labels at 0, nearing {@link #gain} or {@link #loss} as it grows;
   * half way at {@code half}.
   */
  int markout(double markout, double half) {
    double share = Math.abs(markout) / (Math.abs(markout) + half);
    return mixed(text, markout > 0 ? gain : loss, share);
  }

  private static int mixed(int from, int to, double share) {
    int red = channel(from >> 16 & 255, to >> 16 & 255, share);
    int green = channel(from >> 8 & 255, to >> 8 & 255, share);
    return 0xFF000000 | red << 16 | green << 8 | channel(from & 255, to & 255, share);
  }

  private static int channel(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }

  static int withAlpha(int argb, double alpha) {
    return (int) Math.round(alpha * 255) << 24 | argb & 0xFFFFFF;
  }
}
