package io.makerbench.workbench.replay;

import io.makerbench.workbench.panel.Lettering;
import io.makerbench.workbench.plot.Numbers;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The values at the cursor, and those under the pointer, in one line below the picture. */
final class Readings extends HBox {
  private static final double GAP = 16;
  private static final double LINE_GAP = 4;
  private static final int FRAMES_A_READING = 3;
  private static final double LEAST_POINTER = 130;

  private final FlowPane lines = new FlowPane(GAP, LINE_GAP); // as many as a narrow window needs
  private final VBox last = new VBox();
  private final Map<Reading, Label> values = new EnumMap<>(Reading.class);
  private final Label pointer = new Label();
  private long cursorBefore;
  private int frame;

  Readings() {
    super(GAP);
    setId("replay-readings");
    for (Reading reading : Reading.values()) {
      Label name = new Label(reading.label);
      name.getStyleClass().addAll("text-muted", "text-small");
      Label value = new Label("–");
      value.setId(
          "replay-reading-" + reading.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
      value.getStyleClass().add("reading");
      value.setAccessibleText(reading.label);
      values.put(reading, value);
      lines.getChildren().add(new VBox(name, value));
    }
    Label name = new Label("Under the pointer");
    name.getStyleClass().addAll("text-muted", "text-small");
    pointer.getStyleClass().add("reading");
    pointer.setId("replay-under-pointer");
    last.getChildren().setAll(name, pointer);
    HBox.setHgrow(last, Priority.ALWAYS);
    getChildren().addAll(lines, last);
    measure(Lettering.USUAL);
  }

  /** Has room for letters of this size from now on. */
  void measure(Lettering letters) {
    values.forEach((reading, value) -> {
      value.setMinWidth(letters.px(reading.width));
      value.setPrefWidth(letters.px(reading.width));
    });
    last.setMinWidth(letters.px(LEAST_POINTER));
    lines.setPrefWrapLength(
        Stream.of(Reading.values()).mapToDouble(reading -> letters.px(reading.width) + GAP).sum());
  }

  /** What is read, in this order. */
  enum Reading {
    TIME("Time, UTC", 168),
    MID("Mid", 76),
    SPREAD("Spread", 48),
    OWN_BID("Own bid · ahead", 124),
    OWN_ASK("Own ask · ahead", 124),
    INVENTORY("Inventory", 68),
    PNL("PnL", 84),
    DRAWDOWN("Drawdown", 66),
    ACTION("Action", 66),
    FILL_RULE("Fill rule", 84);

    private final String label;
    private final double width;

    Reading(String label, double width) {
      this.label = label;
      this.width = width;
    }
  }

  /** Shows the values at the cursor; while it moves, at every third frame. */
  void pulse(Replay replay, MarketView.@Nullable Hover hover) {
    boolean moving = replay.playback().cursor() != cursorBefore;
    cursorBefore = replay.playback().cursor();
    frame++;
    if (!moving || frame % FRAMES_A_READING == 0) {
      show(replay, hover);
    }
  }

  private void show(Replay replay, MarketView.@Nullable Hover hover) {
    Moment now = replay.now();
    double step = replay.data().instrument().priceStep();
    set(Reading.TIME, AxisTicks.dateTime(replay.playback().cursor()));
    set(Reading.MID, AxisTicks.price(now.mid(), step / 2));
    double spread = now.bestAsk() - now.bestBid();
    set(Reading.SPREAD, Double.isNaN(spread) ? "–" : Numbers.brief(spread));
    set(Reading.OWN_BID, quote(now.ownBid(), now.bidAhead(), step));
    set(Reading.OWN_ASK, quote(now.ownAsk(), now.askAhead(), step));
    set(Reading.INVENTORY, Numbers.precise(now.inventory()));
    set(Reading.PNL, Numbers.precise(now.pnl()));
    set(Reading.DRAWDOWN, Numbers.precise(now.drawdown()));
    set(Reading.ACTION, now.action() < 0 ? "no quotes" : String.valueOf(now.action()));
    set(Reading.FILL_RULE, replay.data().episode().fillRule());
    String there = hover == null ? "–" : under(replay, hover);
    if (!there.equals(pointer.getText())) {
      pointer.setText(there);
    }
  }

  private static String under(Replay replay, MarketView.Hover hover) {
    boolean hidden = hover.timeNs() > replay.playback().cursor();
    String time = AxisTicks.time(hover.timeNs(), 1);
    if (hover.tick().isEmpty()) {
      Moment then = Moment.at(replay.data().episode(), hover.timeNs());
      return hidden
          ? time
          : "%s  ·  inventory %s  ·  PnL %s"
              .formatted(time, Numbers.precise(then.inventory()), Numbers.precise(then.pnl()));
    }
    int tick = hover.tick().getAsInt();
    double step = replay.data().instrument().priceStep();
    String place = time + "  ·  " + AxisTicks.price(tick * step, step);
    if (hidden) {
      return place;
    }
    float lots = replay.data().depth().sizeAt(tick, hover.timeNs());
    double size = replay.data().instrument().size(Math.round(lots));
    return place + "  ·  " + Numbers.precise(size) + " resting";
  }

  private static String quote(double price, double ahead, double step) {
    if (Double.isNaN(price)) {
      return "–";
    }
    String words = AxisTicks.price(price, step);
    return Double.isNaN(ahead) ? words : words + "  ·  " + Numbers.brief(ahead);
  }

  private void set(Reading reading, String text) {
    Label label = values.get(reading);
    if (label != null && !text.equals(label.getText())) {
      label.setText(text);
    }
  }
}
