package io.makerbench.workbench.perp;

import io.makerbench.system.perp.VenueSeries;
import io.makerbench.system.perp.engine.ProfitSource;
import io.makerbench.system.perp.engine.Risk;
import io.makerbench.system.perp.engine.Toxicity;
import io.makerbench.workbench.panel.Palette;
import java.util.List;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The row of a venue: what it says in figures it says in words to who listens. */
final class VenueRow extends Region {
  static final double HEIGHT = 44;

  private static final double FIRST = 14;
  private static final double SECOND = 31;
  private static final double BAR = 29;
  private static final double STRIPE = 3;
  private static final double PLATE = 64;
  private static final int MOST_FILLS = 2;
  private static final double SOURCE_BAR = 9;

  private final Canvas canvas = new Canvas();
  private final Tooltip tip = new Tooltip();
  private Palette palette = Palette.LIGHT;
  private @Nullable VenueLine line;
  private @Nullable DeskStory story;

  VenueRow() {
    setAccessibleRole(AccessibleRole.TABLE_ROW);
    setFocusTraversable(true);
    getStyleClass().add("venue-row");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    getChildren().add(canvas);
    tip.setOnShowing(event -> {
      if (line != null) {
        tip.setText(line.profits());
      }
    });
    Tooltip.install(this, tip);
  }

  void show(VenueLine shown, DeskStory of) {
    line = shown;
    story = of;
    setAccessibleText(shown.words());
    draw();
  }

  void palette(Palette wanted) {
    palette = wanted;
    draw();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    draw();
  }

  private void draw() {
    VenueLine shown = line;
    if (shown == null || canvas.getWidth() <= 0) {
      return;
    }
    Brush brush = new Brush(canvas, palette);
    brush.clear();
    if (shown.level() != Level.GOOD) {
      brush.fill(brush.colour(shown.level()), 0, 4, STRIPE, HEIGHT - 9);
    }
    brush.fill(palette.grid(), 0, HEIGHT - 1, canvas.getWidth(), 1);
    Map<BoardColumn, BoardColumn.Place> places = BoardColumn.within(canvas.getWidth());
    places.forEach((column, place) -> draw(brush, shown, column, place));
  }

  private void draw(Brush brush, VenueLine shown, BoardColumn column, BoardColumn.Place place) {
    switch (column) {
      case VENUE -> drawVenue(brush, shown, place);
      case MARKET -> two(brush, place, shown.mid(), shown.spread());
      case QUOTES -> drawQuotes(brush, shown, place);
      case FILLS -> drawFills(brush, shown, place);
      case COURSE -> {
        if (story != null) {
          story.course().draw(brush, shown, place, 5, HEIGHT - 12);
        }
      }
      case POSITION -> two(brush, place, shown.position(), shown.entry());
      case TOXICITY -> drawToxicity(brush, shown, place);
      case MARGIN -> drawMargin(brush, shown, place);
      case FUNDING -> right(brush, place, FIRST, shown.funding(), palette.text());
      case PROFIT -> drawProfit(brush, shown, place);
      case ACTION -> {
        brush.small(shown.scales(), place.left(), FIRST, TextAlignment.LEFT, palette.text());
        brush.small(shown.shifts(), place.left(), SECOND, TextAlignment.LEFT, palette.muted());
      }
    }
  }

  private void drawVenue(Brush brush, VenueLine shown, BoardColumn.Place place) {
    brush.bold(shown.name(), place.left(), FIRST, TextAlignment.LEFT, palette.text());
    Color colour = shown.level() == Level.GOOD ? palette.good() : brush.colour(shown.level());
    double width = shown.isStale() ? place.width() : PLATE;
    brush.plate(shown.status(), place.left(), SECOND, width, colour);
  }

  private void two(Brush brush, BoardColumn.Place place, String first, String second) {
    right(brush, place, FIRST, first, palette.text());
    brush.small(second, place.right(), SECOND, TextAlignment.RIGHT, palette.muted());
  }

  private static void right(
      Brush brush, BoardColumn.Place place, double y, String words, Color colour) {
    brush.plain(words, place.right(), y, TextAlignment.RIGHT, colour);
  }

  private void drawQuotes(Brush brush, VenueLine shown, BoardColumn.Place place) {
    brush.plain(shown.bid(), place.left(), FIRST, TextAlignment.LEFT, palette.buy());
    brush.plain(shown.ask(), place.right(), FIRST, TextAlignment.RIGHT, palette.sell());
    if (story != null) {
      story.lane().draw(brush, shown, place.left(), place.width(), SECOND);
    }
  }

  private void drawFills(Brush brush, VenueLine shown, BoardColumn.Place place) {
    List<VenueLine.Trade> trades = shown.trades();
    if (trades.isEmpty()) {
      brush.small("–", place.left(), FIRST, TextAlignment.LEFT, palette.muted());
      return;
    }
    for (int i = 0; i < Math.min(trades.size(), MOST_FILLS); i++) {
      VenueLine.Trade trade = trades.get(i);
      int more = i == MOST_FILLS - 1 ? trades.size() - MOST_FILLS : 0;
      brush.small(
          shown.words(trade) + (more > 0 ? " +" + more : ""),
          place.left(),
          i == 0 ? FIRST : SECOND,
          TextAlignment.LEFT,
          trade.bought() ? palette.buy() : palette.sell());
    }
  }

  private void drawToxicity(Brush brush, VenueLine shown, BoardColumn.Place place) {
    right(brush, place, FIRST, shown.toxicity(), text(brush, shown.toxicityLevel()));
    double toxicity = shown.at(VenueSeries.TOXICITY);
    Color colour = brush.colour(shown.toxicityLevel());
    brush.bar(place.left(), BAR, place.width(), 0, toxicity, colour);
    brush.mark(place.left() + place.width() * Toxicity.WARNING, BAR, palette.warning());
    brush.mark(place.left() + place.width() * Toxicity.DISABLED, BAR, palette.danger());
  }

  /** The bar is as long as the way to liquidation, so that a short one is near. */
  private void drawMargin(Brush brush, VenueLine shown, BoardColumn.Place place) {
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

  /** A bar for each source about zero, the longest the largest of the venue. */
  private void drawProfit(Brush brush, VenueLine shown, BoardColumn.Place place) {
    right(brush, place, FIRST, Figures.dollars(shown.profit()), palette.text());
    double most = 0;
    for (ProfitSource source : ProfitSource.values()) {
      most = Math.max(most, Math.abs(shown.profit(source)));
    }
    double step = place.width() / ProfitSource.values().length;
    brush.fill(palette.grid(), place.left(), SECOND, place.width(), 1);
    for (ProfitSource source : ProfitSource.values()) {
      double gain = shown.profit(source);
      double rows = most > 0 ? Math.round(SOURCE_BAR * Math.abs(gain) / most) : 0;
      double x = place.left() + step * source.ordinal();
      Color colour = SourceView.colour(palette, source);
      brush.fill(colour, x, gain > 0 ? SECOND - rows : SECOND + 1, step - 2, rows);
    }
  }

  private Color text(Brush brush, Level level) {
    return level == Level.GOOD ? palette.text() : brush.colour(level);
  }
}
