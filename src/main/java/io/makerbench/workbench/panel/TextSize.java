package io.makerbench.workbench.panel;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The sizes ordinary text can have; every other size of the style sheet grows with it. */
public final class TextSize {
  /** Ordinary text of the style sheet as it is written, px. */
  public static final int USUAL = 13;

  /** Sizes to choose from, px. */
  public static final List<Integer> ALL = List.of(11, 12, 13, 14, 16, 18, 20);

  private static final Pattern SIZES =
      Pattern.compile("(-fx-font-size|-fx-icon-size|-fx-(?:min|pref|max)-width): (\\d+)(px)?");

  private TextSize() {}

  /** The next larger or smaller size, {@code steps} away; the largest or smallest beyond. */
  public static int step(int from, int steps) {
    int at = ALL.indexOf(nearest(from)) + steps;
    return ALL.get(Math.clamp(at, 0, ALL.size() - 1));
  }

  static int nearest(int pixels) {
    return ALL.stream().min(Comparator.comparingInt(size -> Math.abs(size - pixels))).orElseThrow();
  }

  /** A style sheet with every size of text and icons, and every width, in proportion. */
  static String scaled(String sheet, int pixels) {
    return SIZES.matcher(sheet).replaceAll(found -> scaled(found, pixels));
  }

  private static String scaled(MatchResult found, int pixels) {
    double size = Double.parseDouble(found.group(2)) * pixels / USUAL;
    String unit = Objects.requireNonNullElse(found.group(3), "");
    return String.format(Locale.ROOT, "%s: %.1f%s", found.group(1), size, unit);
  }
}
