package io.makerbench.workbench.perp;

import io.makerbench.system.perp.DeskHistory;
import io.makerbench.system.perp.engine.ProfitSource;
import io.makerbench.workbench.panel.Drawing;
import io.makerbench.workbench.panel.Palette;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** What the desk gained from each source since the start, as bars about zero with their amounts. */
final class SourceView {
  private static final double WIDTH = 372;
  private static final double NAME = 9;
  private static final double FIRST = 26;
  private static final double ROW = 16;
  private static final int ROWS = 3;
  private static final double COLUMN_GAP = 20;
  private static final double LABEL = 68;
  private static final double VALUE = 62;
  private static final double CHIP = 7;
  private static final ProfitSource[] SOURCES = ProfitSource.values();

  private final Drawing drawing = Brush.drawing(this::draw);
  private double[] gained = new double[SOURCES.length];
  private double total;

  SourceView() {
    drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    drawing.wide(WIDTH);
    drawing.setMaxWidth(Region.USE_PREF_SIZE);
    drawing.high(GaugeView.HEIGHT + 6);
  }

  Node node() {
    return drawing;
  }

  /** The colour of a source, the same wherever it is shown. */
  static Color colour(Palette palette, ProfitSource source) {
    return switch (source) {
      case SPREAD -> palette.curve(0);
      case POSITION -> palette.curve(6);
      case FUNDING -> palette.curve(3);
      case HEDGE -> palette.curve(1);
      case EXIT -> palette.curve(2);
      case FEES -> palette.curve(4);
    };
  }

  /** A source in a word. */
  static String word(ProfitSource source) {
    return source.name().toLowerCase(Locale.ROOT);
  }

  void show(DeskHistory history, int tick) {
    double[] now = new double[SOURCES.length];
    Arrays.setAll(now, i -> history.profitFrom(SOURCES[i], tick));
    if (!Arrays.equals(now, gained) || drawing.getAccessibleText() == null) {
      gained = now;
      total = history.profit(tick);
      drawing.setAccessibleText(words());
      drawing.redraw();
    }
  }

  /** All amounts, as they are read aloud. */
  private String words() {
    return "PnL %s: %s"
        .formatted(
            Figures.dollars(total),
            Arrays.stream(SOURCES)
                .map(source -> word(source) + " " + Figures.dollars(gained[source.ordinal()]))
                .collect(Collectors.joining(", ")));
  }

  void palette(Palette wanted) {
    drawing.palette(wanted);
  }

  private void draw(Brush brush) {
    Palette palette = brush.palette();
    brush.small("PnL by cause", 0, NAME, TextAlignment.LEFT, palette.muted());
    brush.bold(Figures.dollars(total), brush.width(), NAME, TextAlignment.RIGHT, palette.text());
    double most = Arrays.stream(gained).map(Math::abs).max().orElse(0);
    double width = (brush.width() - COLUMN_GAP) / 2;
    for (ProfitSource source : SOURCES) {
      double x = source.ordinal() / ROWS * (width + COLUMN_GAP);
      double y = FIRST + source.ordinal() % ROWS * ROW;
      draw(brush, source, most, x, y, width);
    }
  }

  private void draw(
      Brush brush, ProfitSource source, double most, double x, double y, double width) {
    Palette palette = brush.palette();
    Color colour = colour(palette, source);
    double gain = gained[source.ordinal()];
    brush.fill(colour, x, Math.round(y - CHIP / 2), CHIP, CHIP);
    brush.small(word(source), x + CHIP + 5, y, TextAlignment.LEFT, palette.text());
    brush.small(Figures.dollars(gain), x + width, y, TextAlignment.RIGHT, palette.text());
    double room = width - LABEL - VALUE;
    double middle = x + LABEL + room / 2;
    double length = most > 0 ? room / 2 * Math.abs(gain) / most : 0;
    brush.fill(palette.muted(), middle, y - 5, 1, 10);
    if (length >= 1) {
      brush.fill(colour, gain > 0 ? middle + 1 : middle - length, y - 3, length, 6);
    }
  }
}
