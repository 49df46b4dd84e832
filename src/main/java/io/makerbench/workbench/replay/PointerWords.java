package io.makerbench.workbench.replay;

import io.makerbench.env.Fill;
import io.makerbench.workbench.plot.Numbers;
import org.jspecify.annotations.Nullable;

/** What stands on a card beside the pointer. */
final class PointerWords {
  private final Scene scene;

  PointerWords(Scene scene) {
    this.scene = scene;
  }

  /** The card at a pixel; null where none is wanted or there is nothing to tell. */
  @Nullable String card(double x, double y) {
    Card wanted = scene.look().card();
    if (wanted == Card.NEVER || !scene.layout().showsMarket()) {
      return null;
    }
    boolean onMarket = y < scene.layout().market();
    Fill fill = onMarket ? FillAtPointer.find(scene, x, y) : null;
    if (fill != null) {
      return new FillWords(scene.data(), scene.cursorNs()).card(fill);
    }
    long time = scene.view().timeAt(x, scene.layout().width());
    return wanted == Card.EVERYWHERE && time <= scene.cursorNs() ? place(time, onMarket, y) : null;
  }

  private String place(long time, boolean onMarket, double y) {
    ReplayData data = scene.data();
    Moment then = Moment.at(data.episode(), time);
    double step = data.instrument().priceStep();
    StringBuilder words = new StringBuilder(AxisTicks.time(time, 1));
    if (onMarket) {
      int tick = (int) Math.round(scene.view().tickAt(y, scene.layout().market()));
      double size = data.instrument().size(Math.round((double) data.depth().sizeAt(tick, time)));
      words.append('\n').append(AxisTicks.price(tick * step, step));
      words.append(":  ").append(Numbers.precise(size)).append(" resting");
    }
    words.append("\nbest ").append(price(then.bestBid(), step));
    words.append(" / ").append(price(then.bestAsk(), step));
    words.append("\nown ").append(price(then.ownBid(), step));
    words.append(" / ").append(price(then.ownAsk(), step));
    words.append("\ninventory ").append(Numbers.precise(then.inventory()));
    return words.append("  ·  PnL ").append(Numbers.precise(then.pnl())).toString();
  }

  private static String price(double price, double step) {
    return Double.isNaN(price) ? "–" : AxisTicks.price(price, step);
  }
}
