package io.makerbench.workbench.replay;

import io.makerbench.workbench.panel.Lettering;
import io.makerbench.workbench.plot.Numbers;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * The order book as a ladder of prices: resting sizes on either side, own orders with the quantity
 * ahead of them, the last trade, and what was traded of late. It moves only when the mid price
 * nears its edge.
 */
final class LadderView extends Region {
  private static final double CALM_SHARE = 0.3;

  private final Canvas canvas = new Canvas();
  private final GraphicsContext graphics = canvas.getGraphicsContext2D();
  private PictureStyle style = PictureStyle.DARK;
  private LadderRoom room = new LadderRoom(Lettering.USUAL);
  private @Nullable ReplayData data;
  private @Nullable Ladder ladder;
  private Font number = Lettering.USUAL.small();
  private Font bold = Lettering.USUAL.smallBold();
  private int topTick;
  private long drawnCursor;
  private boolean stale = true;

  LadderView() {
    setId("replay-ladder");
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    setAccessibleText("Order book ladder");
    measure();
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
    room = new LadderRoom(newStyle.lettering());
    number = newStyle.lettering().small();
    bold = newStyle.lettering().smallBold();
    measure();
    stale = true;
  }

  private void measure() {
    setMinWidth(room.width());
    setPrefWidth(room.width());
    setMaxWidth(room.width());
  }

  /** What the ladder shows; null before its first picture. */
  @Nullable Ladder ladder() {
    return ladder;
  }

  /** Brings the ladder up to date with the cursor. */
  void pulse(long cursorNs) {
    int rows = (int) ((getHeight() - room.header()) / room.row());
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
    drawQueue(
        shown.ownBid(), -now.bidAhead() * lots / shown.scale(), room.priceLeft(), style.ownBid());
    drawQueue(
        shown.ownAsk(), now.askAhead() * lots / shown.scale(), room.askLeft(), style.ownAsk());
  }

  private void drawHeader() {
    graphics.setFont(bold);
    double y = room.header() / 2.0;
    int muted = PictureStyle.withAlpha(style.text(), 0.7);
    text("Ahead", room.bidLeft() - 6, y, TextAlignment.RIGHT, muted);
    text("Bid", room.priceLeft() - 5, y, TextAlignment.RIGHT, style.buy());
    text("Price", room.priceLeft() + room.priceWidth() / 2, y, TextAlignment.CENTER, muted);
    text("Ask", room.askLeft() + 5, y, TextAlignment.LEFT, style.sell());
    text("60 s", room.width() - 5, y, TextAlignment.RIGHT, muted);
  }

  private void drawRow(ReplayData shownData, Ladder shown, int row) {
    double top = room.header() + row * room.row();
    double middle = top + room.row() / 2.0;
    float largest = shown.scale();
    double bid = room.sideWidth() * shown.bidLots()[row] / largest;
    double ask = room.sideWidth() * shown.askLots()[row] / largest;
    fill(
        PictureStyle.withAlpha(style.buy(), 0.35),
        room.priceLeft() - bid,
        top + 1,
        bid,
        room.row() - 2);
    fill(PictureStyle.withAlpha(style.sell(), 0.35), room.askLeft(), top + 1, ask, room.row() - 2);
    double traded =
        (room.width() - room.tradedLeft())
            * shown.tradedLots()[row]
            / Math.max(1, shown.mostTraded());
    fill(
        PictureStyle.withAlpha(style.value(), 0.3),
        room.width() - traded,
        top + 1,
        traded,
        room.row() - 2);
    if (row == shown.lastTrade()) {
      int colour = shown.lastSign() < 0 ? style.sell() : style.buy();
      fill(
          PictureStyle.withAlpha(colour, 0.55),
          room.priceLeft(),
          top,
          room.priceWidth(),
          room.row());
    }
    graphics.setFont(row == shown.lastTrade() ? bold : number);
    double step = shownData.instrument().priceStep();
    text(
        AxisTicks.price((shown.topTick() - row) * step, step),
        room.priceLeft() + room.priceWidth() / 2,
        middle,
        TextAlignment.CENTER,
        style.text());
    graphics.setFont(number);
    size(shownData, shown.bidLots()[row], room.priceLeft() - 5, middle, TextAlignment.RIGHT);
    size(shownData, shown.askLots()[row], room.askLeft() + 5, middle, TextAlignment.LEFT);
    size(shownData, shown.tradedLots()[row], room.width() - 5, middle, TextAlignment.RIGHT);
    fill(style.faint(), 0, top + room.row() - 1.0, room.width(), 1);
  }

  /** Marks an own order: a bar at its side of the price, and the quantity ahead of it. */
  private void drawOwn(int row, double ahead, int argb) {
    if (row < 0) {
      return;
    }
    double top = room.header() + row * room.row();
    graphics.setStroke(MarketAxes.colour(argb));
    graphics.setLineWidth(1.5);
    graphics.strokeRoundRect(
        room.priceLeft() + 1, top + 1, room.priceWidth() - 2, room.row() - 2.5, 5, 5);
    fill(argb, room.bidLeft() - 4, top + 2, 3, room.row() - 4);
    graphics.setFont(bold);
    String words = Double.isNaN(ahead) ? "own" : Numbers.brief(ahead);
    text(words, room.bidLeft() - 7, top + room.row() / 2.0, TextAlignment.RIGHT, argb);
  }

  /** Marks in the bar of a level how far the queue before an own order reaches. */
  private void drawQueue(int row, double shareOfWidth, double from, int argb) {
    if (row >= 0 && !Double.isNaN(shareOfWidth)) {
      double x = from + room.sideWidth() * Math.clamp(shareOfWidth, -1, 1);
      fill(argb, Math.round(x) - 1.0, room.header() + row * room.row() + 1.0, 2, room.row() - 3.0);
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
