package io.makerbench.workbench.replay;

import io.makerbench.env.Side;
import io.makerbench.workbench.panel.Lettering;
import io.makerbench.workbench.plot.Numbers;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.TextAlignment;

/** Draws the axes around a picture and the names of its strips. */
final class MarketAxes {
  private static final int RIGHT = 82;
  private static final int BOTTOM = 24;
  private static final int PIXELS_PER_TIME = 110;
  private static final int PIXELS_PER_PRICE = 44;
  private static final int TICK = 5;
  private static final int HALF_A_TIME = 28;
  private static final int PADDING = 6;

  private static final double NAME_HEIGHT = 15;
  private static final double TAG_HEIGHT = 17;

  /** Height and width of the flag of a bookmark. */
  private static final double FLAG = 12;

  private static final double QUEUE_WIDTH = 44;
  private static final double QUEUE_HEIGHT = 22;

  private final GraphicsContext graphics;
  private Lettering letters = Lettering.USUAL;
  private final IncidentMarks incidents;

  MarketAxes(Canvas canvas) {
    graphics = canvas.getGraphicsContext2D();
    graphics.setTextBaseline(VPos.CENTER);
    incidents = new IncidentMarks(graphics);
  }

  /** Pixels the axis of prices takes at the right of a picture. */
  static int right(PictureStyle style) {
    return (int) style.lettering().px(RIGHT);
  }

  /** Pixels the axis of time takes below a picture. */
  static int bottom(PictureStyle style) {
    return (int) style.lettering().px(BOTTOM);
  }

  void draw(PictureWorker.Picture picture) {
    letters = picture.scene().style().lettering();
    Scene scene = picture.scene();
    PictureLayout layout = scene.layout();
    graphics.clearRect(0, 0, graphics.getCanvas().getWidth(), graphics.getCanvas().getHeight());
    graphics.setFill(colour(scene.style().strip()));
    graphics.fillRect(layout.width(), 0, letters.px(RIGHT), layout.height() + letters.px(BOTTOM));
    graphics.fillRect(0, layout.height(), layout.width(), letters.px(BOTTOM));
    drawTimes(scene);
    if (layout.showsMarket()) {
      drawPrices(scene);
      drawColumns(scene, picture.ranges());
    }
    drawCursor(scene);
    drawMean(scene, picture.ranges().meanTick());
    if (layout.showsMarket() && scene.layers().contains(Layer.CANDLES)) {
      long period = CandleLayer.periodNs(scene.view(), layout.width());
      name(scene, "Candles of " + AxisTicks.period(period), 0);
    }
    incidents.draw(scene);
    drawStrip(
        scene,
        layout.showsMarket() ? "Inventory" : "Inventory, difference",
        picture.ranges().inventory(),
        layout.inventoryTop(),
        layout.inventoryBottom());
    String profit = layout.showsMarket() ? "PnL" : "PnL, difference";
    drawStrip(scene, profit, picture.ranges().pnl(), layout.pnlTop(), layout.height());
  }

  /** The numbers of the columns beside the market. */
  private void drawColumns(Scene scene, Painter.Ranges ranges) {
    double left = scene.layout().width() + letters.px(RIGHT);
    label(scene, TextAlignment.RIGHT);
    for (ColumnLayer.Bins bins : ranges.columns()) {
      double right = left + bins.look().pixels(letters) - letters.px(PADDING);
      for (ColumnLayer.Number number : bins.numbers()) {
        if (number.y() > letters.px(ColumnHeads.HEIGHT + ColumnLayer.NUMBER_HEIGHT / 2.0)) {
          String words = ColumnHeads.amount(scene, bins.look().column(), number.amount());
          graphics.fillText(words, right, number.y());
        }
      }
      left += bins.look().pixels(letters);
    }
  }

  /** How many labels there is room for. */
  private int labels(int pixels, int usualPixelsEach) {
    return Math.max(1, (int) (pixels / letters.px(usualPixelsEach)));
  }

  private void drawTimes(Scene scene) {
    Viewport view = scene.view();
    PictureLayout layout = scene.layout();
    long step = AxisTicks.timeStep(view.spanNs(), labels(layout.width(), PIXELS_PER_TIME));
    label(scene, TextAlignment.CENTER);
    for (long t = Math.ceilDiv(view.startNs(), step) * step; t <= view.endNs(); t += step) {
      double x = Math.round(view.x(t, layout.width()));
      rule(scene.style().faint(), x, 0, 1, layout.height() + letters.px(TICK));
      if (x < layout.width() - letters.px(HALF_A_TIME)) { // beyond stands the zone
        graphics.fillText(
            AxisTicks.time(t, step), x, layout.height() + letters.px(BOTTOM) / 2.0 + 2);
      }
    }
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.fillText(
        "UTC",
        layout.width() + letters.px(PADDING),
        layout.height() + letters.px(BOTTOM) / 2.0 + 2);
  }

  /** Marks instants on the axis of time, as little flags that stand on it. */
  void drawMarks(Scene scene, List<Long> instants) {
    graphics.setFill(colour(scene.style().value()));
    double foot = scene.layout().height();
    for (long instant : instants) {
      double x = Math.round(scene.view().x(instant, scene.layout().width()));
      if (x >= 0 && x <= scene.layout().width()) {
        graphics.fillRect(x, foot - letters.px(FLAG), 2, letters.px(FLAG));
        graphics.fillPolygon(
            new double[] {x + 2, x + letters.px(FLAG), x + 2},
            new double[] {
              foot - letters.px(FLAG), foot - 0.7 * letters.px(FLAG), foot - 0.4 * letters.px(FLAG)
            },
            3);
      }
    }
  }

  private void drawPrices(Scene scene) {
    Viewport view = scene.view();
    PictureLayout layout = scene.layout();
    double priceStep = scene.data().instrument().priceStep();
    double step =
        Math.max(
            priceStep,
            AxisTicks.step(view.ticks() * priceStep, labels(layout.market(), PIXELS_PER_PRICE)));
    label(scene, TextAlignment.LEFT);
    double first = Math.ceil(view.low() * priceStep / step) * step;
    for (double price = first; price <= view.high() * priceStep; price += step) {
      double y = Math.round(view.y(price / priceStep, layout.market()));
      rule(scene.style().text(), layout.width(), y, letters.px(TICK), 1);
      if (y > letters.px(PADDING)
          && y < layout.market() - letters.px(PADDING)
          && !underTag(scene, price)) {
        graphics.fillText(
            AxisTicks.price(price, priceStep),
            layout.width() + letters.px(PADDING) + letters.px(TICK),
            y);
      }
    }
  }

  /** Whether one of the tags of the best prices will cover the label of a price. */
  private boolean underTag(Scene scene, double price) {
    Moment now = Moment.at(scene.data().episode(), scene.cursorNs());
    int height = scene.layout().market();
    double y = scene.view().y(scene.data().ticks(price), height);
    double ask = scene.view().y(scene.data().ticks(now.bestAsk()), height);
    double bid = scene.view().y(scene.data().ticks(now.bestBid()), height);
    return y > ask - letters.px(TAG_HEIGHT) - letters.px(PADDING) && y < ask + letters.px(PADDING)
        || y > bid - letters.px(PADDING) && y < bid + letters.px(TAG_HEIGHT) + letters.px(PADDING);
  }

  /** The line of now, and the best prices beside it on the axis. */
  private void drawCursor(Scene scene) {
    PictureLayout layout = scene.layout();
    double x = Math.round(scene.view().x(scene.cursorNs(), layout.width()));
    if (x >= 0 && x <= layout.width()) {
      rule(PictureStyle.withAlpha(scene.style().cursor(), 0.8), x, 0, 1, layout.height());
    }
    if (!layout.showsMarket()) {
      return;
    }
    Moment now = Moment.at(scene.data().episode(), scene.cursorNs());
    tag(scene, now.bestAsk(), scene.style().sell(), VPos.BOTTOM);
    tag(scene, now.bestBid(), scene.style().buy(), VPos.TOP);
    if (scene.layers().contains(Layer.QUEUE) && x >= 0 && x < layout.width()) {
      drawQueue(scene, now, Side.BUY, x);
      drawQueue(scene, now, Side.SELL, x);
    }
  }

  /**
   * Right of now the place of an own order in its queue: a bar as long as the level, filled as far
   * as others stand ahead, and the quantity ahead. Below a bid, above an ask.
   */
  private void drawQueue(Scene scene, Moment now, Side side, double x) {
    QueuePlace place = QueuePlace.of(scene.data(), now, side, scene.cursorNs());
    PictureLayout layout = scene.layout();
    double y = scene.view().y(place.tick(), layout.market());
    if (!place.known() || y < 0 || y > layout.market()) {
      return;
    }
    int argb = side == Side.BUY ? scene.style().ownBid() : scene.style().ownAsk();
    String words = Numbers.brief(place.ahead());
    double left = Math.min(x + 4, layout.width() - letters.px(QUEUE_WIDTH) - 2.0);
    double top = side == Side.BUY ? y + 4 : y - 4 - letters.px(QUEUE_HEIGHT);
    graphics.setFill(colour(PictureStyle.withAlpha(scene.style().rim(), 0.85)));
    graphics.fillRoundRect(left, top, letters.px(QUEUE_WIDTH), letters.px(QUEUE_HEIGHT), 4, 4);
    double bar = letters.px(QUEUE_WIDTH) - 8;
    graphics.setFill(colour(PictureStyle.withAlpha(argb, 0.3)));
    graphics.fillRect(left + 4, top + letters.px(QUEUE_HEIGHT) - 6, bar, 3);
    graphics.setFill(colour(argb));
    graphics.fillRect(left + 4, top + letters.px(QUEUE_HEIGHT) - 6, bar * place.share(), 3);
    graphics.setFont(letters.smallBold());
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.fillText(words, left + 4, top + letters.px(8));
  }

  /** The mean price by volume at the cursor, named beside its line. */
  private void drawMean(Scene scene, double mean) {
    double y = scene.view().y(mean, scene.layout().market());
    if (y >= 0 && y <= scene.layout().market()) {
      graphics.setFont(letters.smallBold());
      graphics.setTextAlign(TextAlignment.RIGHT);
      graphics.setFill(colour(scene.style().value()));
      graphics.fillText(
          "VWAP", scene.layout().width() - letters.px(PADDING), y - letters.px(NAME_HEIGHT) / 2);
    }
  }

  private void tag(Scene scene, double price, int argb, VPos side) {
    PictureLayout layout = scene.layout();
    double y = scene.view().y(scene.data().ticks(price), layout.market());
    if (Double.isNaN(price) || y < 0 || y > layout.market()) {
      return;
    }
    double top = side == VPos.BOTTOM ? y - letters.px(TAG_HEIGHT) : y;
    graphics.setFill(colour(argb));
    graphics.fillRoundRect(
        layout.width() + 2.0, top, letters.px(RIGHT) - 4.0, letters.px(TAG_HEIGHT), 4, 4);
    graphics.setFill(colour(scene.style().rim()));
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.setFont(letters.smallBold());
    graphics.fillText(
        AxisTicks.price(price, scene.data().instrument().priceStep()),
        layout.width() + letters.px(PADDING) + letters.px(TICK),
        top + letters.px(TAG_HEIGHT) / 2);
  }

  /** Names a part of the picture at its top left. */
  private void name(Scene scene, String name, int top) {
    graphics.setFont(letters.smallBold());
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.setFill(colour(PictureStyle.withAlpha(scene.style().strip(), 0.75)));
    graphics.fillRect(
        letters.px(PADDING) - 2.0,
        top + 2.0,
        Lettering.width(name, letters.smallBold()) + letters.px(PADDING),
        letters.px(NAME_HEIGHT));
    graphics.setFill(colour(scene.style().text()));
    graphics.fillText(name, letters.px(PADDING), top + 2 + letters.px(NAME_HEIGHT) / 2.0);
  }

  private void drawStrip(Scene scene, String name, StripLayer.Range range, int top, int bottom) {
    name(scene, name, top);
    label(scene, TextAlignment.LEFT);
    double left = scene.layout().width() + letters.px(PADDING) + letters.px(TICK);
    if (!range.flat()) {
      valueLabel(range.high(), range, top, bottom, left);
      if (bottom - top > 2 * letters.px(NAME_HEIGHT)) {
        valueLabel(range.low(), range, top, bottom, left);
      }
    }
    double zero = range.row(0, top, bottom);
    boolean apart = Math.min(zero - top, bottom - zero) > 2 * letters.px(NAME_HEIGHT);
    if (range.low() < 0 && range.high() > 0 && apart) {
      valueLabel(0, range, top, bottom, left);
    }
  }

  private void valueLabel(double value, StripLayer.Range range, int top, int bottom, double left) {
    double half = Math.min(letters.px(NAME_HEIGHT), bottom - (double) top) / 2;
    double y = Math.clamp(range.row(value, top, bottom), top + half, bottom - half);
    graphics.fillText(Numbers.brief(value), left, y);
  }

  /** A straight line as a rectangle on whole pixels: one that is stroked costs many times more. */
  private void rule(int argb, double x, double y, double width, double height) {
    Paint text = graphics.getFill();
    graphics.setFill(colour(argb));
    graphics.fillRect(x, y, width, height);
    graphics.setFill(text);
  }

  private void label(Scene scene, TextAlignment alignment) {
    graphics.setFont(letters.small());
    graphics.setTextAlign(alignment);
    graphics.setFill(colour(scene.style().text()));
  }

  static Color colour(int argb) {
    return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255, (argb >>> 24) / 255.0);
  }
}
