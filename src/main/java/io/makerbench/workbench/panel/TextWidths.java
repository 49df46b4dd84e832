package io.makerbench.workbench.panel;

import java.util.Locale;
import javafx.scene.layout.Region;

/** Widths of fields and boxes that grow with the size of the text in them. */
public final class TextWidths {
  private TextWidths() {}

  /** Is {@code usual} pixels wide beside text of the usual size. */
  public static void prefer(Region region, double usual) {
    add(region, "-fx-pref-width", usual);
  }

  /** Is at least {@code usual} pixels wide beside text of the usual size. */
  public static void least(Region region, double usual) {
    add(region, "-fx-min-width", usual);
  }

  private static void add(Region region, String property, double usual) {
    String width = String.format(Locale.ROOT, "%s: %.3fem;", property, usual / TextSize.USUAL);
    region.setStyle(region.getStyle() + width);
  }
}
