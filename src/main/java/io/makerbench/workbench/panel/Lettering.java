package io.makerbench.workbench.panel;

import java.util.function.IntFunction;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/**
 * The letters of canvases, which see no style sheet: their fonts, and lengths in proportion to
 * them, so that rows and columns have room for what stands in them at every size of text.
 *
 * @param textSize size of ordinary text, px
 */
public record Lettering(int textSize) {
  /** Letters of the size that all drawings are measured in. */
  public static final Lettering USUAL = new Lettering(TextSize.USUAL);

  private static final String FAMILY = "System";
  private static final double SMALL = 11;
  private static final double PLAIN = 12;
  private static final double TITLE = 13;

  /** Labels of axes, numbers in rows. */
  public Font small() {
    return font(FontWeight.NORMAL, SMALL);
  }

  /** Small text that stands out. */
  public Font smallBold() {
    return font(FontWeight.BOLD, SMALL);
  }

  /** Figures that are read first. */
  public Font plain() {
    return font(FontWeight.NORMAL, PLAIN);
  }

  /** Names of rows and columns. */
  public Font bold() {
    return font(FontWeight.BOLD, PLAIN);
  }

  /** Titles of drawings. */
  public Font title() {
    return font(FontWeight.BOLD, TITLE);
  }

  private Font font(FontWeight weight, double usual) {
    return Font.font(FAMILY, weight, usual * textSize / TextSize.USUAL);
  }

  /** A length that is {@code usual} pixels beside text of the usual size; whole pixels. */
  public double px(double usual) {
    return Math.round(usual * textSize / TextSize.USUAL);
  }

  /** The other way: how long that many pixels would be beside text of the usual size. */
  public double usual(double pixels) {
    return pixels * TextSize.USUAL / textSize;
  }

  /** Pixels that words take in a font. */
  public static double width(String words, Font font) {
    Text text = new Text(words);
    text.setFont(font);
    return text.getLayoutBounds().getWidth();
  }

  /** Words as far as there is room for them. */
  public static String cut(String words, Font font, double room) {
    return cut(words, font, room, length -> words.substring(0, length) + "…");
  }

  /** The end of words as far as there is room for it. */
  public static String cutFront(String words, Font font, double room) {
    return cut(words, font, room, length -> "…" + words.substring(words.length() - length));
  }

  private static String cut(String words, Font font, double room, IntFunction<String> cut) {
    if (width(words, font) <= room) {
      return words;
    }
    int length = words.length() - 1;
    while (length > 1 && width(cut.apply(length), font) > room) {
      length--;
    }
    return cut.apply(length);
  }
}
