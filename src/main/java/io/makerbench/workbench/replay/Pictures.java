package io.makerbench.workbench.replay;

import io.makerbench.workbench.panel.Palette;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a replay at one time cursor: the market with one policy's orders, beside it on
 * request with another's and what the first has more than the second, the ladder, and the first
 * policy's mind. All pictures look at the same part of the market.
 */
final class Pictures extends HBox {
  private static final double GAP = 8;
  private static final double DIFFERENCE_HEIGHT = 132;

  /** A board is drawn anew every so many frames; the one at the right between those at the left. */
  private static final int FRAMES_A_BOARD = 4;

  private static final int RIGHT_BOARD_FRAME = 3;

  private final MarketView market = new MarketView("replay-market", PictureLayout.Kind.MARKET);
  private final MarketView other =
      new MarketView("replay-market-beside", PictureLayout.Kind.MARKET);
  private final MarketView difference =
      new MarketView("replay-difference", PictureLayout.Kind.STRIPS);
  private final MarketColumn left = new MarketColumn(market, "replay-venues");
  private final MarketColumn right = new MarketColumn(other, "replay-venues-beside");
  private final LadderView ladder = new LadderView();
  private final AgentView agent = new AgentView();
  private @Nullable ReplayData data;
  private @Nullable ReplayData second;
  private final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.FIRST);
  private PictureStyle style = PictureStyle.DARK;
  private MarketColumn.SideShown side = MarketColumn.SideShown.YES;
  private long cursorBefore;
  private int frame;

  Pictures() {
    super(GAP);
    setId("replay-pictures");
    HBox pair = new HBox(GAP, left, right);
    pair.setMinHeight(0);
    VBox.setVgrow(pair, Priority.ALWAYS);
    difference.setMinHeight(DIFFERENCE_HEIGHT);
    difference.setPrefHeight(DIFFERENCE_HEIGHT);
    VBox middle = new VBox(GAP, pair, difference);
    HBox.setHgrow(middle, Priority.ALWAYS);
    getChildren().addAll(middle, ladder, agent);
    List<MarketView> views = List.of(market, other, difference);
    views.forEach(view -> view.onLook(this::look));
    look.subscribe(wanted -> views.forEach(view -> view.look(wanted)));
    market.twin(other);
    other.twin(market);
    visible(agent, false);
    showBeside(null);
  }

  static void visible(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** The picture of the first policy. */
  MarketView market() {
    return market;
  }

  AgentView agent() {
    return agent;
  }

  /** Where all pictures look; null before anything is shown. */
  @Nullable Camera camera() {
    return market.camera();
  }

  /** Told the instant at which a user double-clicks. */
  void onSeek(LongConsumer listener) {
    List.of(market, other, difference).forEach(view -> view.onSeek(listener));
  }

  /** Shows an episode from now on; the second policy stays where its window is the same. */
  void show(ReplayData shown) {
    data = shown;
    market.show(shown);
    ladder.show(shown);
    left.show(shown);
    ReplayData kept = second;
    boolean same = kept != null && kept.episode().window().equals(shown.episode().window());
    showBeside(same ? kept : null);
    showSide(side);
  }

  /** Shows another policy's episode of the same window beside the first; null for none. */
  void showBeside(@Nullable ReplayData beside) {
    second = beside;
    ReplayData first = data;
    boolean two = beside != null && first != null;
    if (two) {
      other.show(first.with(beside.episode()).with(beside.board()), market);
      difference.show(Difference.of(first, beside.episode()), market);
      right.show(beside);
      right.showBoard(side);
    }
    visible(right, two);
    visible(difference, two);
    visible(left.name(), two);
  }

  /** Shows or hides the ladder of one market, or the boards of several. */
  void showSide(MarketColumn.SideShown shown) {
    side = shown;
    boolean one = left.board() instanceof Board.None;
    visible(ladder, one && shown == MarketColumn.SideShown.YES);
    left.showBoard(shown);
    right.showBoard(shown);
  }

  /** Whether ladder or boards are wanted. */
  MarketColumn.SideShown side() {
    return side;
  }

  /** How the pictures look. */
  Look look() {
    return look.get();
  }

  /** Looks like this from now on. */
  void look(Look wanted) {
    look.set(wanted);
  }

  /** How the pictures look, to be followed. */
  ObservableValue<Look> looks() {
    return look;
  }

  /** Marks these instants on the axes of time. */
  void mark(List<Long> instants) {
    List.of(market, other).forEach(view -> view.mark(instants));
  }

  /** Colours of the theme. */
  PictureStyle style() {
    return style;
  }

  /** Has these colours from now on. */
  void style(PictureStyle wanted) {
    style = wanted;
    List.of(market, other, difference).forEach(view -> view.style(wanted));
    ladder.style(wanted);
    agent.style(wanted);
    Palette palette = wanted.palette();
    left.palette(palette);
    right.palette(palette);
  }

  /** Brings everything in sight up to date with the cursor. */
  void pulse(long cursorNs) {
    boolean moving = cursorNs != cursorBefore;
    cursorBefore = cursorNs;
    frame = (frame + 1) % FRAMES_A_BOARD;
    market.pulse(cursorNs);
    if (second != null) {
      other.pulse(cursorNs);
      difference.pulse(cursorNs);
    }
    pulseNumbers(cursorNs, moving);
  }

  /** While the cursor moves, in turn: nobody reads numbers that change at every frame. */
  private void pulseNumbers(long cursorNs, boolean moving) {
    if (!moving || frame % 2 == 0) {
      if (ladder.isVisible()) {
        ladder.pulse(cursorNs);
      }
      agent.pulse(cursorNs);
    }
    if (!moving || frame == 1) {
      left.pulse(cursorNs);
    }
    if (second != null && (!moving || frame == RIGHT_BOARD_FRAME)) {
      right.pulse(cursorNs);
    }
  }

  /** Whether all pictures in sight show this instant. */
  boolean shows(long cursorNs) {
    boolean first = market.shows(cursorNs) && left.shows(cursorNs);
    return second == null
        ? first
        : first && other.shows(cursorNs) && difference.shows(cursorNs) && right.shows(cursorNs);
  }

  /** The same once more, to be drawn elsewhere. */
  Pictures copy() {
    Pictures copy = new Pictures();
    ReplayData shown = data;
    Camera camera = camera();
    if (shown != null && camera != null) {
      copy.show(shown);
      copy.market.lookThrough(camera.copy());
      copy.showBeside(second);
      copy.agent.show(shown, agent.mind());
    }
    copy.look(look());
    copy.style(style);
    copy.showSide(side);
    visible(copy.agent, agent.isVisible());
    return copy;
  }

  /** Shows {@code factor} times as much time about the middle; while following, the cursor. */
  void zoomTime(double factor) {
    Camera camera = camera();
    if (camera != null) {
      camera.zoomTime(factor, camera.view().startNs() + camera.view().spanNs() / 2);
    }
  }

  /** Shows {@code factor} times as many prices about the middle. */
  void zoomPrice(double factor) {
    Camera camera = camera();
    if (camera != null) {
      camera.zoomPrice(factor, (camera.view().low() + camera.view().high()) / 2);
    }
  }

  /** Takes a rectangle away that is being chosen; false where there is none. */
  boolean cancelChoice() {
    return market.cancelChoice() | other.cancelChoice();
  }

  /** Ends the work behind the pictures; nothing is drawn afterwards. */
  void close() {
    List.of(market, other, difference).forEach(MarketView::close);
  }

  /** Follows the cursor again. */
  void backToNow(Replay replay) {
    Camera camera = camera();
    if (camera != null) {
      camera.backToNow(replay.data().ticks(replay.now().mid()));
    }
  }
}
