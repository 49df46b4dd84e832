package io.makerbench.workbench.replay;

import io.makerbench.workbench.plot.Numbers;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * The order book as a ladder of prices: resting sizes on either side, own orders with the quantity
 * ahead of them, the last trade, and what was traded of late. It moves only when the mid price
 * nears its edge.
 */
final class LadderView extends Region {
  static final double WIDTH = 292;

  private static final int ROW = 18;
  private static final int HEADER = 20;
  private static final double CALM_SHARE = 0.3;
  private static final double OWN_WIDTH = 46;
  private static final double SIDE_WIDTH = 62;
  private static final double PRICE_WIDTH = 76;
  private static final double BID_LEFT = OWN_WIDTH;
  private static final double PRICE_LEFT = BID_LEFT + SIDE_WIDTH;
  private static final double ASK_LEFT = PRICE_LEFT + PRICE_WIDTH;
  private static final double TRADED_LEFT = ASK_LEFT + SIDE_WIDTH;
  private static final Font NUMBER = Font.font("System", 11);
  private static final Font BOLD = Font.font("System", FontWeight.BOLD, 11);

  private final Canvas canvas = new Canvas();
  private final GraphicsContext graphics = canvas.getGraphicsContext2D();
  private PictureStyle style = PictureStyle.DARK;
  private @Nullable ReplayData data;
  private @Nullable Ladder ladder;
  private int topTick;
  private long drawnCursor;
  private boolean stale = true;

  LadderView() {
    setId("replay-ladder");
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    setAccessibleText("Order book ladder");
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    getChildren().add(canvas);
    graphics.setTextBaseline(VPos.CENTER);
  }

  void show(ReplayData shownData) {
    data = shownData;
    topTick = 0;
    stale = true;
  }

  void style(PictureStyle newStyle) {
    style = newStyle;
    stale = true;
  }

  /** What the ladder shows; null before its first picture. */
  @Nullable Ladder ladder() {
    return ladder;
  }

  /** Brings the ladder up to date with the cursor. */
  void pulse(long cursorNs) {
    int rows = (int) ((getHeight() - HEADER) / ROW);
    if (data == null || rows < 1 || !stale && cursorNs == drawnCursor) {
      return;
    }
    stale = false;
    drawnCursor = cursorNs;
    Moment now = Moment.at(data.episode(), cursorNs);
    recentre((int) Math.round(data.ticks(now.mid())), rows);
    Ladder shown = Ladder.at(data, cursorNs, topTick, rows);
    ladder = shown;
    draw(data, shown, now);
  }

  private void recentre(int mid, int rows) {
    int middle = topTick - rows / 2;
    if (Math.abs(mid - middle) > CALM_SHARE * rows) {
      topTick = mid + rows / 2;
    }
  }

  private void draw(ReplayData shownData, Ladder shown, Moment now) {
    fill(style.strip(), 0, 0, getWidth(), getHeight());
    drawHeader();
    for (int row = 0; row < shown.bidLots().length; row++) {
      drawRow(shownData, shown, row);
    }
    drawOwn(shown.ownBid(), now.bidAhead(), style.ownBid());
    drawOwn(shown.ownAsk(), now.askAhead(), style.ownAsk());
    double lots = 1 / shownData.instrument().size(1);
    drawQueue(shown.ownBid(), -now.bidAhead() * lots / shown.scale(), PRICE_LEFT, style.ownBid());
    drawQueue(shown.ownAsk(), now.askAhead() * lots / shown.scale(), ASK_LEFT, style.ownAsk());
  }

  private void drawHeader() {
    graphics.setFont(BOLD);
    double y = HEADER / 2.0;
    int muted = PictureStyle.withAlpha(style.text(), 0.7);
    text("Ahead", OWN_WIDTH - 6, y, TextAlignment.RIGHT, muted);
    text("Bid", PRICE_LEFT - 5, y, TextAlignment.RIGHT, style.buy());
    text("Price", PRICE_LEFT + PRICE_WIDTH / 2, y, TextAlignment.CENTER, muted);
    text("Ask", ASK_LEFT + 5, y, TextAlignment.LEFT, style.sell());
    text("60 s", WIDTH - 5, y, TextAlignment.RIGHT, muted);
  }

  private void drawRow(ReplayData shownData, Ladder shown, int row) {
    double top = HEADER + row * ROW;
    double middle = top + ROW / 2.0;
    float largest = shown.scale();
    double bid = SIDE_WIDTH * shown.bidLots()[row] / largest;
    double ask = SIDE_WIDTH * shown.askLots()[row] / largest;
    fill(PictureStyle.withAlpha(style.buy(), 0.35), PRICE_LEFT - bid, top + 1, bid, ROW - 2);
    fill(PictureStyle.withAlpha(style.sell(), 0.35), ASK_LEFT, top + 1, ask, ROW - 2);
    double traded =
        (WIDTH - TRADED_LEFT) * shown.tradedLots()[row] / Math.max(1, shown.mostTraded());
    fill(PictureStyle.withAlpha(style.value(), 0.3), WIDTH - traded, top + 1, traded, ROW - 2);
    if (row == shown.lastTrade()) {
      int colour = shown.lastSign() < 0 ? style.sell() : style.buy();
      fill(PictureStyle.withAlpha(colour, 0.55), PRICE_LEFT, top, PRICE_WIDTH, ROW);
    }
    graphics.setFont(row == shown.lastTrade() ? BOLD : NUMBER);
    double step = shownData.instrument().priceStep();
    text(
        AxisTicks.price((shown.topTick() - row) * step, step),
        PRICE_LEFT + PRICE_WIDTH / 2,
        middle,
        TextAlignment.CENTER,
        style.text());
    graphics.setFont(NUMBER);
    size(shownData, shown.bidLots()[row], PRICE_LEFT - 5, middle, TextAlignment.RIGHT);
    size(shownData, shown.askLots()[row], ASK_LEFT + 5, middle, TextAlignment.LEFT);
    size(shownData, shown.tradedLots()[row], WIDTH - 5, middle, TextAlignment.RIGHT);
    fill(style.faint(), 0, top + ROW - 1.0, WIDTH, 1);
  }

  /** Marks an own order: a bar at its side of the price, and the quantity ahead of it. */
  private void drawOwn(int row, double ahead, int argb) {
    if (row < 0) {
      return;
    }
    double top = HEADER + row * ROW;
    graphics.setStroke(MarketAxes.colour(argb));
    graphics.setLineWidth(1.5);
    graphics.strokeRoundRect(PRICE_LEFT + 1, top + 1, PRICE_WIDTH - 2, ROW - 2.5, 5, 5);
    fill(argb, OWN_WIDTH - 4, top + 2, 3, ROW - 4);
    graphics.setFont(BOLD);
    String words = Double.isNaN(ahead) ? "own" : Numbers.brief(ahead);
    text(words, OWN_WIDTH - 7, top + ROW / 2.0, TextAlignment.RIGHT, argb);
  }

  /** Marks in the bar of a level how far the queue before an own order reaches. */
  private void drawQueue(int row, double shareOfWidth, double from, int argb) {
    if (row >= 0 && !Double.isNaN(shareOfWidth)) {
      double x = from + SIDE_WIDTH * Math.clamp(shareOfWidth, -1, 1);
      fill(argb, Math.round(x) - 1.0, HEADER + row * ROW + 1.0, 2, ROW - 3.0);
    }
  }

  private void size(ReplayData shownData, float lots, double x, double y, TextAlignment align) {
    if (lots > 0) {
      text(Numbers.brief(shownData.instrument().size(Math.round(lots))), x, y, align, style.text());
    }
  }

  private void fill(int argb, double x, double y, double width, double height) {
    graphics.setFill(MarketAxes.colour(argb));
    graphics.fillRect(x, y, width, height);
  }

  private void text(String words, double x, double y, TextAlignment align, int argb) {
    graphics.setTextAlign(align);
    graphics.setFill(MarketAxes.colour(argb));
    graphics.fillText(words, x, y);
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    stale = true;
  }
}
