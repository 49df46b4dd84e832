package io.makerbench.workbench.replay;

import io.makerbench.workbench.panel.Lettering;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** Two lines under the pointer with their time and price, and the rectangle of a zoom. */
final class CrossHair extends Pane {
  private static final double CARD_GAP = 14;
  private static final String CARD =
      "-fx-background-color: %s; -fx-text-fill: %s; -fx-border-color: %s40; -fx-padding: 8;"
          + " -fx-font-size: %.0fpx; -fx-background-radius: 6; -fx-border-radius: 6;"
          + " -fx-line-spacing: 2;";

  private final Line vertical = new Line();
  private final Line horizontal = new Line();
  private final Label time = new Label();
  private final Label price = new Label();
  private final Label card = new Label();
  private final Rectangle chosen = new Rectangle();

  CrossHair() {
    setMouseTransparent(true);
    setVisible(false);
    chosen.setVisible(false);
    card.setId("replay-fill-card");
    card.setVisible(false);
    getChildren().addAll(chosen, vertical, horizontal, time, price, card);
    style(PictureStyle.DARK);
  }

  void style(PictureStyle style) {
    var line = MarketAxes.colour(PictureStyle.withAlpha(style.cursor(), 0.55));
    for (Line one : new Line[] {vertical, horizontal}) {
      one.setStroke(line);
      one.getStrokeDashArray().setAll(3.0, 3.0);
    }
    Lettering letters = style.lettering();
    String css =
        "-fx-background-color: %s; -fx-text-fill: %s; -fx-padding: 1 5 1 5; -fx-font-size: %.0fpx;"
            + " -fx-background-radius: 3;";
    String colours = css.formatted(web(style.text()), web(style.strip()), letters.px(11));
    time.setStyle(colours);
    price.setStyle(colours);
    card.setStyle(
        CARD.formatted(web(style.strip()), web(style.text()), web(style.text()), letters.px(12)));
    chosen.setFill(MarketAxes.colour(PictureStyle.withAlpha(style.value(), 0.2)));
    chosen.setStroke(MarketAxes.colour(style.value()));
  }

  private static String web(int argb) {
    return "#%06x".formatted(argb & 0xFFFFFF);
  }

  void show(Scene scene, double x, double y, long timeNs, double tick, boolean onMarket) {
    PictureLayout layout = scene.layout();
    setVisible(true);
    place(vertical, Math.round(x) + 0.5, 0, Math.round(x) + 0.5, layout.height());
    place(horizontal, 0, Math.round(y) + 0.5, layout.width(), Math.round(y) + 0.5);
    time.setText(AxisTicks.time(timeNs, 1));
    time.autosize();
    time.relocate(
        Math.clamp(x - time.getWidth() / 2, 0, Math.max(0, layout.width() - time.getWidth())),
        layout.height() + 3.0);
    price.setVisible(onMarket);
    double step = scene.data().instrument().priceStep();
    price.setText(AxisTicks.price(Math.round(tick) * step, step));
    price.autosize();
    price.relocate(layout.width() + 5.0, y - price.getHeight() / 2);
  }

  /** Tells this beside the pointer; nothing where there is nothing to tell. */
  void tell(Scene scene, @Nullable String words, double x, double y) {
    card.setVisible(words != null);
    if (words == null) {
      return;
    }
    card.setText(words);
    card.autosize();
    PictureLayout layout = scene.layout();
    boolean right = x + CARD_GAP + card.getWidth() <= layout.width();
    double left = right ? x + CARD_GAP : x - CARD_GAP - card.getWidth();
    double top = Math.min(y + CARD_GAP, layout.height() - card.getHeight());
    card.relocate(Math.round(Math.max(0, left)), Math.round(Math.max(0, top)));
  }

  /** Shows the rectangle a zoom would show, between two corners. */
  void choose(double x0, double y0, double x1, double y1) {
    setVisible(true);
    chosen.setVisible(true);
    chosen.setX(Math.min(x0, x1));
    chosen.setY(Math.min(y0, y1));
    chosen.setWidth(Math.abs(x1 - x0));
    chosen.setHeight(Math.abs(y1 - y0));
  }

  void chooseNothing() {
    chosen.setVisible(false);
  }

  private static void place(Line line, double x0, double y0, double x1, double y1) {
    line.setStartX(x0);
    line.setStartY(y0);
    line.setEndX(x1);
    line.setEndY(y1);
  }
}
