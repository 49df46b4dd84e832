package io.makerbench.workbench.panel;

import java.util.Arrays;
import java.util.List;
import javafx.scene.paint.Color;

/**
 * Colours and letters for canvases, which see no style sheet. Series colours are told apart by
 * people with colour-blindness too (Okabe and Ito's order, lightened or darkened to stand out from
 * the ground).
 *
 * @param ground behind everything
 * @param text labels
 * @param muted secondary labels and axis lines
 * @param grid grid lines
 * @param accent what is chosen
 * @param buy bids and purchases, bluish green as in the replay
 * @param sell asks and sales, vermilion as in the replay
 * @param good what is as it should be
 * @param warning limits and cautions
 * @param danger what is beyond a limit
 * @param series colours of curves, in order
 * @param lettering fonts and lengths of the present size of text
 */
public record Palette(
    Color ground,
    Color text,
    Color muted,
    Color grid,
    Color accent,
    Color buy,
    Color sell,
    Color good,
    Color warning,
    Color danger,
    List<Color> series,
    Lettering lettering) {

  /** Colours on a light ground. */
  public static final Palette LIGHT =
      new Palette(
          Color.web("#ffffff"),
          Color.web("#1f2328"),
          Color.web("#57606a"),
          Color.web("#e4e8ec"),
          Color.web("#0969da"),
          Color.web("#007a58"),
          Color.web("#b34700"),
          Color.web("#1a7f37"),
          Color.web("#9a6700"),
          Color.web("#cf222e"),
          colours("#0969da", "#d3601e", "#087f67", "#a43a99", "#6a5d00", "#d10025", "#435660"),
          Lettering.USUAL);

  /** Colours on a dark ground. */
  public static final Palette DARK =
      new Palette(
          Color.web("#0d1117"),
          Color.web("#e6edf3"),
          Color.web("#8b949e"),
          Color.web("#21262d"),
          Color.web("#58a6ff"),
          Color.web("#25c99a"),
          Color.web("#f0743e"),
          Color.web("#3fb950"),
          Color.web("#d29922"),
          Color.web("#f85149"),
          colours("#58a6ff", "#ed8024", "#38bf9a", "#ce86d0", "#ecc24e", "#fe8076", "#c1b4d4"),
          Lettering.USUAL);

  /** Colours on black, each at least seven times as bright as it. */
  public static final Palette CONTRAST =
      new Palette(
          Color.web("#000000"),
          Color.web("#ffffff"),
          Color.web("#d9dee3"),
          Color.web("#4a5158"),
          Color.web("#71b7ff"),
          Color.web("#3fe0b0"),
          Color.web("#ff9a6b"),
          Color.web("#4ee06a"),
          Color.web("#ffc94d"),
          Color.web("#ff9492"),
          colours("#71b7ff", "#fea95e", "#61e1ae", "#e596ca", "#f9dd6d", "#ed937f", "#cddbe6"),
          Lettering.USUAL);

  /** The same colours with ordinary text of this size, px. */
  public Palette sized(int textSize) {
    return new Palette(
        ground,
        text,
        muted,
        grid,
        accent,
        buy,
        sell,
        good,
        warning,
        danger,
        series,
        new Lettering(textSize));
  }

  /** The colour of the curve with this number; they repeat. */
  public Color curve(int number) {
    return series.get(Math.floorMod(number, series.size()));
  }

  private static List<Color> colours(String... hex) {
    return Arrays.stream(hex).map(Color::web).toList();
  }
}
