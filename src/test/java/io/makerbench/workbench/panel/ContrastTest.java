package io.makerbench.workbench.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words and curves stand out from their ground, for people with colour-blindness too. */
class ContrastTest {
  private static final Pattern COLOUR = Pattern.compile("(-color-[a-z0-9-]+): (#[0-9a-f]{6});");
  private static final double ENHANCED = 7;
  private static final double TEXT = 4.5;
  private static final double GRAPHICS = 3;

  /** Told apart side by side: a sixteenth of the way from black to white in Oklab. */
  private static final double APART = 0.06;

  /** Luminance of WCAG 2.2. */
  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private static double ratio(Color one, Color other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static Map<String, Color> contrastTheme() throws IOException {
    try (InputStream in =
        ContrastTest.class.getResourceAsStream("/io/makerbench/assets/contrast.css")) {
      Matcher found = COLOUR.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      Map<String, Color> colours = new HashMap<>();
      while (found.find()) {
        colours.put(found.group(1), Color.web(found.group(2)));
      }
      return colours;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "default, default",
    "muted, default",
    "subtle, default",
    "default, subtle",
    "muted, subtle",
    "default, inset",
    "muted, overlay"
  })
  void wordsOfHighContrastHaveSevenToOne(String words, String ground) throws IOException {
    Map<String, Color> theme = contrastTheme();
    double ratio = ratio(theme.get("-color-fg-" + words), theme.get("-color-bg-" + ground));
    assertFalse(ratio < ENHANCED, "%s on %s: %.1f".formatted(words, ground, ratio));
  }

  @ParameterizedTest
  @CsvSource({"accent", "warning", "success", "danger"})
  void colouredWordsOfHighContrastStandOutToo(String kind) throws IOException {
    Map<String, Color> theme = contrastTheme();
    Color words = theme.get("-color-" + kind + "-fg");
    List<String> weak = new ArrayList<>();
    for (String ground : List.of("-color-bg-default", "-color-bg-subtle")) {
      weakIf(ratio(words, theme.get(ground)) < ENHANCED, kind + " on " + ground, weak);
    }
    String quiet = "-color-" + kind + "-subtle";
    weakIf(ratio(words, theme.get(quiet)) < ENHANCED, kind + " on " + quiet, weak);
    weakIf(ratio(Color.WHITE, theme.get(quiet)) < ENHANCED, "white on " + quiet, weak);
    Color strong = theme.get("-color-" + kind + "-emphasis");
    Color onStrong = theme.get("-color-fg-emphasis");
    weakIf(ratio(onStrong, strong) < ENHANCED, "words on " + kind + "-emphasis", weak);
    assertEquals(List.of(), weak);
  }

  private static void weakIf(boolean weak, String what, List<String> found) {
    if (weak) {
      found.add(what);
    }
  }

  private static List<Palette> palettes() {
    return List.of(Palette.LIGHT, Palette.DARK, Palette.CONTRAST);
  }

  @Test
  void pictureWordsAndCurvesStandOutInEveryTheme() {
    List<String> weak = new ArrayList<>();
    for (Palette palette : palettes()) {
      for (Color words : List.of(palette.text(), palette.muted())) {
        weakIf(ratio(words, palette.ground()) < TEXT, palette.ground() + " words " + words, weak);
      }
      for (Color curve : palette.series()) {
        weakIf(
            ratio(curve, palette.ground()) < GRAPHICS, palette.ground() + " curve " + curve, weak);
      }
    }
    double least =
        Palette.CONTRAST.series().stream()
            .mapToDouble(curve -> ratio(curve, Palette.CONTRAST.ground()))
            .min()
            .orElseThrow();
    weakIf(least < ENHANCED, "curves of high contrast: " + least, weak);
    assertEquals(List.of(), weak);
  }

  /** Viénot, Brettel and Mollon (1999): what a dichromat sees, in linear RGB. */
  private enum Sight {
    USUAL(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
    PROTAN(new double[][] {{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}}),
    DEUTAN(new double[][] {{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}});

    private final double[][] matrix;

    Sight(double[][] matrix) {
      this.matrix = matrix;
    }

    /** As Oklab, in which equal distances look alike. */
    double[] see(Color colour) {
      double[] in = {linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())};
      double[] seen = new double[3];
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          seen[i] += matrix[i][j] * in[j];
        }
      }
      return oklab(Math.max(0, seen[0]), Math.max(0, seen[1]), Math.max(0, seen[2]));
    }

    private static double[] oklab(double r, double g, double b) {
      double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
      double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
      double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
      return new double[] {
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
      };
    }
  }

  private static double distance(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return Math.sqrt(sum);
  }

  @Test
  void coloursAreToldApartByTheColourBlind() {
    List<String> alike = new ArrayList<>();
    for (Palette palette : palettes()) {
      for (Sight sight : Sight.values()) {
        String where = palette.ground() + " " + sight + " ";
        compare(palette.buy(), palette.sell(), sight, where + "buy and sell", alike);
        for (int i = 0; i < palette.series().size(); i++) {
          for (int j = 0; j < i; j++) {
            String pair = where + "curves " + j + " and " + i;
            compare(palette.curve(i), palette.curve(j), sight, pair, alike);
          }
        }
      }
    }
    assertEquals(List.of(), alike);
  }

  private static void compare(
      Color one, Color other, Sight sight, String what, List<String> alike) {
    double distance = distance(sight.see(one), sight.see(other));
    weakIf(distance < APART, "%s: %.3f".formatted(what, distance), alike);
  }
}
