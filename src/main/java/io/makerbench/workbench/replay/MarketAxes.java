package io.makerbench.workbench.replay;

import io.makerbench.env.Side;
import io.makerbench.workbench.plot.Numbers;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws the axes around a picture and the names of its strips. */
final class MarketAxes {
  static final int RIGHT = 82;
  static final int BOTTOM = 24;

  private static final int PIXELS_PER_TIME = 110;
  private static final int PIXELS_PER_PRICE = 44;
  private static final int TICK = 5;
  private static final int HALF_A_TIME = 28;
  private static final int PADDING = 6;

  /** Room a letter and a line of a strip's name take, pixels. */
  private static final double NAME_WIDTH = 6.6;

  private static final double NAME_HEIGHT = 15;
  private static final double TAG_HEIGHT = 17;

  /** Height and width of the flag of a bookmark. */
  private static final double FLAG = 12;

  private static final double QUEUE_WIDTH = 44;
  private static final double QUEUE_HEIGHT = 22;
  private static final Font LABEL = Font.font("System", 11);
  private static final Font NAME = Font.font("System", javafx.scene.text.FontWeight.BOLD, 11);

  private final GraphicsContext graphics;
  private final IncidentMarks incidents;

  MarketAxes(Canvas canvas) {
    graphics = canvas.getGraphicsContext2D();
    graphics.setTextBaseline(VPos.CENTER);
    incidents = new IncidentMarks(graphics);
  }

  void draw(PictureWorker.Picture picture) {
    Scene scene = picture.scene();
    PictureLayout layout = scene.layout();
    graphics.clearRect(0, 0, graphics.getCanvas().getWidth(), graphics.getCanvas().getHeight());
    graphics.setFill(colour(scene.style().strip()));
    graphics.fillRect(layout.width(), 0, RIGHT, layout.height() + (double) BOTTOM);
    graphics.fillRect(0, layout.height(), layout.width(), BOTTOM);
    drawTimes(scene);
    if (layout.showsMarket()) {
      drawPrices(scene);
      drawColumns(scene, picture.ranges());
    }
    drawCursor(scene);
    drawMean(scene, picture.ranges().meanTick());
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
    double left = scene.layout().width() + (double) RIGHT;
    label(scene, TextAlignment.RIGHT);
    for (ColumnLayer.Bins bins : ranges.columns()) {
      double right = left + bins.look().width() - PADDING;
      for (ColumnLayer.Number number : bins.numbers()) {
        if (number.y() > ColumnHeads.HEIGHT + ColumnLayer.NUMBER_HEIGHT / 2.0) {
          String words = ColumnHeads.amount(scene, bins.look().column(), number.amount());
          graphics.fillText(words, right, number.y());
        }
      }
      left += bins.look().width();
    }
  }

  private void drawTimes(Scene scene) {
    Viewport view = scene.view();
    PictureLayout layout = scene.layout();
    long step = AxisTicks.timeStep(view.spanNs(), Math.max(1, layout.width() / PIXELS_PER_TIME));
    label(scene, TextAlignment.CENTER);
    for (long t = Math.ceilDiv(view.startNs(), step) * step; t <= view.endNs(); t += step) {
      double x = Math.round(view.x(t, layout.width()));
      rule(scene.style().faint(), x, 0, 1, layout.height() + (double) TICK);
      if (x < layout.width() - HALF_A_TIME) { // beyond stands the zone
        graphics.fillText(AxisTicks.time(t, step), x, layout.height() + BOTTOM / 2.0 + 2);
      }
    }
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.fillText("UTC", layout.width() + (double) PADDING, layout.height() + BOTTOM / 2.0 + 2);
  }

  /** Marks instants on the axis of time, as little flags that stand on it. */
  void drawMarks(Scene scene, List<Long> instants) {
    graphics.setFill(colour(scene.style().value()));
    double foot = scene.layout().height();
    for (long instant : instants) {
      double x = Math.round(scene.view().x(instant, scene.layout().width()));
      if (x >= 0 && x <= scene.layout().width()) {
        graphics.fillRect(x, foot - FLAG, 2, FLAG);
        graphics.fillPolygon(
            new double[] {x + 2, x + FLAG, x + 2},
            new double[] {foot - FLAG, foot - 0.7 * FLAG, foot - 0.4 * FLAG},
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
            AxisTicks.step(
                view.ticks() * priceStep, Math.max(1, layout.market() / PIXELS_PER_PRICE)));
    label(scene, TextAlignment.LEFT);
    double first = Math.ceil(view.low() * priceStep / step) * step;
    for (double price = first; price <= view.high() * priceStep; price += step) {
      double y = Math.round(view.y(price / priceStep, layout.market()));
      rule(scene.style().text(), layout.width(), y, TICK, 1);
      if (y > PADDING && y < layout.market() - PADDING && !underTag(scene, price)) {
        graphics.fillText(
            AxisTicks.price(price, priceStep), layout.width() + (double) PADDING + TICK, y);
      }
    }
  }

  /** Whether one of the tags of the best prices will cover the label of a price. */
  private static boolean underTag(Scene scene, double price) {
    Moment now = Moment.at(scene.data().episode(), scene.cursorNs());
    int height = scene.layout().market();
    double y = scene.view().y(scene.data().ticks(price), height);
    double ask = scene.view().y(scene.data().ticks(now.bestAsk()), height);
    double bid = scene.view().y(scene.data().ticks(now.bestBid()), height);
    return y > ask - TAG_HEIGHT - PADDING && y < ask + PADDING
        || y > bid - PADDING && y < bid + TAG_HEIGHT + PADDING;
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
    double left = Math.min(x + 4, layout.width() - QUEUE_WIDTH - 2.0);
    double top = side == Side.BUY ? y + 4 : y - 4 - QUEUE_HEIGHT;
    graphics.setFill(colour(PictureStyle.withAlpha(scene.style().rim(), 0.85)));
    graphics.fillRoundRect(left, top, QUEUE_WIDTH, QUEUE_HEIGHT, 4, 4);
    double bar = QUEUE_WIDTH - 8;
    graphics.setFill(colour(PictureStyle.withAlpha(argb, 0.3)));
    graphics.fillRect(left + 4, top + QUEUE_HEIGHT - 6, bar, 3);
    graphics.setFill(colour(argb));
    graphics.fillRect(left + 4, top + QUEUE_HEIGHT - 6, bar * place.share(), 3);
    graphics.setFont(NAME);
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.fillText(words, left + 4, top + 8);
  }

  /** The mean price by volume at the cursor, named beside its line. */
  private void drawMean(Scene scene, double mean) {
    double y = scene.view().y(mean, scene.layout().market());
    if (y >= 0 && y <= scene.layout().market()) {
      graphics.setFont(NAME);
      graphics.setTextAlign(TextAlignment.RIGHT);
      graphics.setFill(colour(scene.style().value()));
      graphics.fillText("VWAP", scene.layout().width() - (double) PADDING, y - NAME_HEIGHT / 2);
    }
  }

  private void tag(Scene scene, double price, int argb, VPos side) {
    PictureLayout layout = scene.layout();
    double y = scene.view().y(scene.data().ticks(price), layout.market());
    if (Double.isNaN(price) || y < 0 || y > layout.market()) {
      return;
    }
    double top = side == VPos.BOTTOM ? y - TAG_HEIGHT : y;
    graphics.setFill(colour(argb));
    graphics.fillRoundRect(layout.width() + 2.0, top, RIGHT - 4.0, TAG_HEIGHT, 4, 4);
    graphics.setFill(colour(scene.style().rim()));
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.setFont(NAME);
    graphics.fillText(
        AxisTicks.price(price, scene.data().instrument().priceStep()),
        layout.width() + (double) PADDING + TICK,
        top + TAG_HEIGHT / 2);
  }

  private void drawStrip(Scene scene, String name, StripLayer.Range range, int top, int bottom) {
    graphics.setFont(NAME);
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.setFill(colour(PictureStyle.withAlpha(scene.style().strip(), 0.75)));
    graphics.fillRect(PADDING - 2.0, top + 2.0, name.length() * NAME_WIDTH + 4, NAME_HEIGHT);
    graphics.setFill(colour(scene.style().text()));
    graphics.fillText(name, PADDING, top + 10.0);
    label(scene, TextAlignment.LEFT);
    double left = scene.layout().width() + (double) PADDING + TICK;
    if (!range.flat()) {
      valueLabel(range.high(), range, top, bottom, left);
      if (bottom - top > 2 * NAME_HEIGHT) {
        valueLabel(range.low(), range, top, bottom, left);
      }
    }
    double zero = range.row(0, top, bottom);
    boolean apart = Math.min(zero - top, bottom - zero) > 2 * LABEL.getSize();
    if (range.low() < 0 && range.high() > 0 && apart) {
      valueLabel(0, range, top, bottom, left);
    }
  }

  private void valueLabel(double value, StripLayer.Range range, int top, int bottom, double left) {
    double y = Math.clamp(range.row(value, top, bottom), top + 7.0, bottom - 7.0);
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
    graphics.setFont(LABEL);
    graphics.setTextAlign(alignment);
    graphics.setFill(colour(scene.style().text()));
  }

  static Color colour(int argb) {
    return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255, (argb >>> 24) / 255.0);
  }
}
