package io.makerbench.workbench.perp;

import io.makerbench.system.perp.VenueSeries;
import io.makerbench.system.perp.engine.ProfitSource;
import io.makerbench.system.perp.engine.Risk;
import io.makerbench.system.perp.engine.Toxicity;
import io.makerbench.workbench.panel.Drawing;
import io.makerbench.workbench.panel.Palette;
import java.util.List;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The row of a venue: what it says in figures it says in words to who listens. */
final class VenueRow {
  static final double HEIGHT = BoardLines.ONE.rowHeight();

  private static final double FIRST = 14;
  private static final double SECOND = 31;
  private static final double BAR = 29;
  private static final double STRIPE = 3;
  private static final double PLATE = 64;
  private static final int MOST_FILLS = 2;
  private static final double SOURCE_BAR = 9;

  /** Texts in the second of two lines, pixels from its top. */
  private static final double UPPER = 8;

  private static final double LOWER = 21;
  private static final double MIDDLE = 14;

  /** Room of an amount beside its bars. */
  private static final double PROFIT_WIDTH = 76;

  private static final double FOLDED_GAP = 8;

  private final Drawing drawing = Brush.drawing(this::draw);
  private final Tooltip tip = new Tooltip();
  private BoardLines lines = BoardLines.ONE;
  private @Nullable VenueLine line;
  private @Nullable DeskStory story;

  /**
   * @param id of its node
   */
  VenueRow(String id) {
    drawing.setId(id);
    drawing.setAccessibleRole(AccessibleRole.TABLE_ROW);
    drawing.setFocusTraversable(true);
    drawing.getStyleClass().add("venue-row");
    fold(BoardLines.ONE);
    tip.setOnShowing(event -> {
      if (line != null) {
        tip.setText(line.profits());
      }
    });
    Tooltip.install(drawing, tip);
  }

  Node node() {
    return drawing;
  }

  void show(VenueLine shown, DeskStory of) {
    line = shown;
    story = of;
    drawing.setAccessibleText(shown.words());
    drawing.redraw();
  }

  void palette(Palette wanted) {
    drawing.palette(wanted);
  }

  /** Has so many lines from now on. */
  void fold(BoardLines wanted) {
    lines = wanted;
    drawing.high(wanted.rowHeight());
    drawing.redraw();
  }

  private void draw(Brush brush) {
    VenueLine shown = line;
    if (shown == null) {
      return;
    }
    double height = lines.rowHeight();
    if (shown.level() != Level.GOOD) {
      brush.fill(brush.colour(shown.level()), 0, 4, STRIPE, height - 9);
    }
    brush.fill(brush.palette().grid(), 0, height - 1, brush.width(), 1);
    List<Map<BoardColumn, BoardLines.Place>> places = lines.places(brush.width());
    places.getFirst().forEach((column, place) -> draw(brush, shown, column, place));
    if (lines == BoardLines.TWO) {
      brush.shifted(
          BoardLines.SECOND,
          () ->
              places.getLast().forEach((column, place) -> drawFolded(brush, shown, column, place)));
    }
  }

  private void draw(Brush brush, VenueLine shown, BoardColumn column, BoardLines.Place place) {
    switch (column) {
      case VENUE -> drawVenue(brush, shown, place);
      case MARKET -> two(brush, place, shown.mid(), shown.spread());
      case QUOTES -> drawQuotes(brush, shown, place);
      case FILLS -> drawFills(brush, shown, place, FIRST, SECOND);
      case COURSE -> drawCourse(brush, shown, place, 5, HEIGHT - 12);
      case POSITION -> two(brush, place, shown.position(), shown.entry());
      case TOXICITY -> drawToxicity(brush, shown, place);
      case MARGIN -> drawMargin(brush, shown, place);
      case FUNDING -> right(brush, place, FIRST, shown.funding(), brush.palette().text());
      case PROFIT -> {
        drawProfit(brush, shown, place.right(), FIRST);
        drawSources(brush, shown, place.left(), place.width(), SECOND);
      }
      case ACTION -> drawAction(brush, shown, place, FIRST, SECOND);
    }
  }

  /** Draws what goes to the second line, in two small lines of text or on its middle. */
  private void drawFolded(
      Brush brush, VenueLine shown, BoardColumn column, BoardLines.Place place) {
    switch (column) {
      case FILLS -> drawFills(brush, shown, place, UPPER, LOWER);
      case COURSE -> drawCourse(brush, shown, place, 2, 2 * MIDDLE - 4);
      case FUNDING -> right(brush, place, MIDDLE, shown.funding(), brush.palette().text());
      case PROFIT -> {
        double bars = place.width() - PROFIT_WIDTH;
        drawProfit(brush, shown, place.left() + PROFIT_WIDTH - FOLDED_GAP, MIDDLE);
        drawSources(brush, shown, place.right() - bars, bars, MIDDLE);
      }
      default -> drawAction(brush, shown, place, UPPER, LOWER);
    }
  }

  private void drawCourse(
      Brush brush, VenueLine shown, BoardLines.Place place, double top, double height) {
    if (story != null) {
      story.course().draw(brush, shown, place, top, height);
    }
  }

  private static void drawAction(
      Brush brush, VenueLine shown, BoardLines.Place place, double upper, double lower) {
    Palette palette = brush.palette();
    brush.small(shown.scales(), place.left(), upper, TextAlignment.LEFT, palette.text());
    brush.small(shown.shifts(), place.left(), lower, TextAlignment.LEFT, palette.muted());
  }

  private void drawVenue(Brush brush, VenueLine shown, BoardLines.Place place) {
    Palette palette = brush.palette();
    brush.bold(shown.name(), place.left(), FIRST, TextAlignment.LEFT, palette.text());
    Color colour = shown.level() == Level.GOOD ? palette.good() : brush.colour(shown.level());
    double width = shown.isStale() ? place.width() : PLATE;
    brush.plate(shown.status(), place.left(), SECOND, width, colour);
  }

  private void two(Brush brush, BoardLines.Place place, String first, String second) {
    right(brush, place, FIRST, first, brush.palette().text());
    brush.small(second, place.right(), SECOND, TextAlignment.RIGHT, brush.palette().muted());
  }

  private static void right(
      Brush brush, BoardLines.Place place, double y, String words, Color colour) {
    brush.plain(words, place.right(), y, TextAlignment.RIGHT, colour);
  }

  private void drawQuotes(Brush brush, VenueLine shown, BoardLines.Place place) {
    Palette palette = brush.palette();
    brush.plain(shown.bid(), place.left(), FIRST, TextAlignment.LEFT, palette.buy());
    brush.plain(shown.ask(), place.right(), FIRST, TextAlignment.RIGHT, palette.sell());
    if (story != null) {
      story.lane().draw(brush, shown, place.left(), place.width(), SECOND);
    }
  }

  private static void drawFills(
      Brush brush, VenueLine shown, BoardLines.Place place, double upper, double lower) {
    Palette palette = brush.palette();
    List<VenueLine.Trade> trades = shown.trades();
    if (trades.isEmpty()) {
      brush.small("–", place.left(), upper, TextAlignment.LEFT, palette.muted());
      return;
    }
    for (int i = 0; i < Math.min(trades.size(), MOST_FILLS); i++) {
      VenueLine.Trade trade = trades.get(i);
      int more = i == MOST_FILLS - 1 ? trades.size() - MOST_FILLS : 0;
      brush.small(
          shown.words(trade) + (more > 0 ? " +" + more : ""),
          place.left(),
          i == 0 ? upper : lower,
          TextAlignment.LEFT,
          trade.bought() ? palette.buy() : palette.sell());
    }
  }

  private void drawToxicity(Brush brush, VenueLine shown, BoardLines.Place place) {
    Palette palette = brush.palette();
    right(brush, place, FIRST, shown.toxicity(), text(brush, shown.toxicityLevel()));
    double toxicity = shown.at(VenueSeries.TOXICITY);
    Color colour = brush.colour(shown.toxicityLevel());
    brush.bar(place.left(), BAR, place.width(), 0, toxicity, colour);
    brush.mark(place.left() + place.width() * Toxicity.WARNING, BAR, palette.warning());
    brush.mark(place.left() + place.width() * Toxicity.DISABLED, BAR, palette.danger());
  }

  /** The bar is as long as the way to liquidation, so that a short one is near. */
  private void drawMargin(Brush brush, VenueLine shown, BoardLines.Place place) {
    Palette palette = brush.palette();
    Color colour = brush.colour(shown.distanceLevel());
    brush.plain(shown.margin(), place.left(), FIRST, TextAlignment.LEFT, palette.text());
    brush.small(
        shown.distance(),
        place.right(),
        FIRST,
        TextAlignment.RIGHT,
        text(brush, shown.distanceLevel()));
    double share = shown.at(VenueSeries.LIQUIDATION_DISTANCE) / VenueLine.FAR;
    brush.bar(place.left(), BAR, place.width(), 0, share, colour);
    double scale = place.width() / VenueLine.FAR;
    brush.mark(place.left() + scale * Risk.LIQUIDATION_NEAR, BAR, palette.warning());
    brush.mark(place.left() + scale * Risk.LIQUIDATION_CRITICAL, BAR, palette.danger());
  }

  private static void drawProfit(Brush brush, VenueLine shown, double right, double y) {
    String words = Figures.dollars(shown.profit());
    brush.plain(words, right, y, TextAlignment.RIGHT, brush.palette().text());
  }

  /** A bar for each source about zero, the longest the largest of the venue. */
  private static void drawSources(
      Brush brush, VenueLine shown, double left, double width, double zero) {
    double most = 0;
    for (ProfitSource source : ProfitSource.values()) {
      most = Math.max(most, Math.abs(shown.profit(source)));
    }
    double step = width / ProfitSource.values().length;
    brush.fill(brush.palette().grid(), left, zero, width, 1);
    for (ProfitSource source : ProfitSource.values()) {
      double gain = shown.profit(source);
      double rows = most > 0 ? Math.round(SOURCE_BAR * Math.abs(gain) / most) : 0;
      double x = left + step * source.ordinal();
      Color colour = SourceView.colour(brush.palette(), source);
      brush.fill(colour, x, gain > 0 ? zero - rows : zero + 1, step - 2, rows);
    }
  }

  private static Color text(Brush brush, Level level) {
    return level == Level.GOOD ? brush.palette().text() : brush.colour(level);
  }
}
