package io.makerbench.workbench.replay;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The picture of market and account with its axes and cross-hair. It is painted elsewhere and shown
 * by {@link #pulse}, which the panel calls once a frame; a frame in which nothing changed costs
 * nothing.
 */
final class MarketView extends Region implements AutoCloseable {
  private static final int LEAST_PIXELS = 40;

  private final PictureWorker worker = new PictureWorker();
  private final RasterImage image = new RasterImage();
  private final RasterImage columns = new RasterImage();
  private final Canvas axisCanvas = new Canvas();
  private final MarketAxes axes = new MarketAxes(axisCanvas);
  private final CrossHair crossHair = new CrossHair();
  private final ColumnHeads heads = new ColumnHeads(wanted -> this.wanted.accept(wanted));
  private final MarketGestures gestures;
  private final ObjectProperty<@Nullable Hover> hover = new SimpleObjectProperty<>();

  private final PictureLayout.Kind kind;
  private @Nullable MarketView twin;
  private LongConsumer seek = instant -> {};
  private Consumer<Look> wanted = look -> {};
  private @Nullable ReplayData data;
  private @Nullable Camera camera;
  private Look look = Look.FIRST;
  private PictureStyle style = PictureStyle.DARK;
  private @Nullable HeatScale scale;
  private List<Long> marks = List.of();
  private double pointerX;
  private double pointerY;
  private @Nullable Scene asked;
  private @Nullable Scene shown;

  MarketView(String id, PictureLayout.Kind kind) {
    this.kind = kind;
    setId(id);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(
        kind == PictureLayout.Kind.MARKET
            ? "Market, own quotes and fills, inventory and profit over time"
            : "What the first policy holds and earned more than the second, over time");
    setMinSize(LEAST_PIXELS, LEAST_PIXELS);
    getChildren().addAll(image.view(), columns.view(), axisCanvas, crossHair, heads);
    gestures = new MarketGestures(this);
  }

  boolean showsMarket() {
    return kind == PictureLayout.Kind.MARKET;
  }

  /**
   * A place a user points at.
   *
   * @param tick price there; empty below the market, on the strips
   */
  record Hover(long timeNs, OptionalInt tick) {}

  /** The place under the pointer; null when there is none. */
  ObjectProperty<@Nullable Hover> hover() {
    return hover;
  }

  /** Where the picture looks; null before anything is shown. */
  @Nullable Camera camera() {
    return camera;
  }

  /** The scene whose picture is on the screen, null before the first. */
  @Nullable Scene shown() {
    return shown;
  }

  /** Shows an episode from now on. The camera stays when only the policy is another one. */
  void show(ReplayData shownData) {
    boolean sameMarket = data != null && data.depth() == shownData.depth();
    data = shownData;
    if (!sameMarket) {
      camera = new Camera(shownData);
    }
    scale = null;
  }

  /** Shows an episode, looking always where another picture looks. */
  void show(ReplayData shownData, MarketView leader) {
    data = shownData;
    camera = leader.camera;
    scale = null;
  }

  /** Looks through another camera from now on. */
  void lookThrough(Camera other) {
    camera = other;
  }

  /** Whether the picture on the screen is that of this instant, as the camera sees it now. */
  boolean shows(long cursorNs) {
    return shown != null && shown.equals(asked) && shown.cursorNs() == cursorNs;
  }

  /** Told the instant at which a user double-clicks. */
  void onSeek(LongConsumer listener) {
    seek = listener;
  }

  /** Takes a rectangle away that is being chosen; false where there is none. */
  boolean cancelChoice() {
    return gestures.cancel();
  }

  /** Told how a user wants the pictures to look. */
  void onLook(Consumer<Look> listener) {
    wanted = listener;
  }

  /** Opens what can be done beside the market, at a place on the screen. */
  void openMenu(double screenX, double screenY) {
    ContextMenu menu = new ContextMenu();
    menu.getItems().setAll(ColumnMenu.all(look, wanted));
    menu.show(this, screenX, screenY);
  }

  /** Moves the cursor to the instant at a column. */
  void seekAt(double x) {
    Scene scene = shown;
    if (scene != null && x < scene.layout().width()) {
      seek.accept(scene.view().timeAt(x, scene.layout().width()));
    }
  }

  /** Another picture whose cross-hair follows this one's. */
  void twin(MarketView other) {
    twin = other;
  }

  /** Looks like this from now on. */
  void look(Look wanted) {
    look = wanted;
    scale = null;
  }

  /** Marks these instants on the axis of time. */
  void mark(List<Long> instants) {
    marks = instants;
    asked = null;
  }

  /** Has these colours from now on. */
  void style(PictureStyle wanted) {
    style = wanted;
    scale = null;
    crossHair.style(wanted);
    heads.style(wanted);
  }

  /** Brings the screen up to date with the cursor. */
  void pulse(long cursorNs) {
    PictureLayout layout = layoutOfPicture();
    if (data == null || camera == null || layout == null) {
      return;
    }
    camera.look(cursorNs, data.ticks(Moment.at(data.episode(), cursorNs).mid()), look.recentre());
    Scene scene = new Scene(data, camera.view(), cursorNs, scale(data), look, style, layout);
    if (!scene.equals(asked)) {
      asked = scene;
      worker.request(scene);
    }
    PictureWorker.Picture picture = worker.take();
    if (picture != null) {
      image.show(picture.plates().main());
      columns.show(picture.plates().columns());
      PictureStyle of = picture.scene().style();
      double beside = picture.scene().layout().width() + (double) MarketAxes.right(of);
      columns.view().setX(beside);
      axes.draw(picture);
      axes.drawMarks(picture.scene(), marks);
      heads.show(picture.scene(), picture.ranges().columns());
      heads.relocate(beside, 0);
      shown = picture.scene();
      worker.release(picture);
      if (crossHair.isVisible()) {
        point(pointerX, pointerY); // what is there may be another thing now
      }
    }
  }

  private HeatScale scale(ReplayData of) {
    HeatScale now = scale;
    if (now == null) {
      now = HeatScale.of(look.heat(), style.ground(), of);
      scale = now;
    }
    return now;
  }

  private @Nullable PictureLayout layoutOfPicture() {
    int bars = showsMarket() ? look.columnPixels(style.lettering()) : 0;
    int width = (int) getWidth() - MarketAxes.right(style) - bars;
    int height = (int) getHeight() - MarketAxes.bottom(style);
    return width < LEAST_PIXELS || height < LEAST_PIXELS
        ? null
        : PictureLayout.of(kind, width, bars, height);
  }

  /** Looks so many pixels further to the right and up, and stays there. */
  void pan(double right, double up) {
    Scene scene = shown;
    if (scene != null && camera != null) {
      camera.pan(
          Math.round(right / scene.layout().width() * scene.view().spanNs()),
          scene.layout().showsMarket() ? up / scene.layout().market() * scene.view().ticks() : 0);
    }
  }

  /** Shows the cross-hair at a pixel and tells what is there. */
  void pointAt(double x, double y) {
    point(x, y);
    MarketView other = twin;
    if (other != null && other.isVisible()) {
      other.point(x, y);
    }
  }

  private void point(double x, double y) {
    pointerX = x;
    pointerY = y;
    Scene scene = shown;
    if (scene == null
        || x < 0
        || y < 0
        || x >= scene.layout().width()
        || y >= scene.layout().height()) {
      leave();
      return;
    }
    PictureLayout layout = scene.layout();
    long time = scene.view().timeAt(x, layout.width());
    double tick = layout.showsMarket() ? scene.view().tickAt(y, layout.market()) : 0;
    boolean onMarket = layout.showsMarket() && y < layout.market();
    crossHair.show(scene, x, y, time, tick, onMarket);
    crossHair.tell(scene, new PointerWords(scene).card(x, y), x, y);
    hover.set(
        new Hover(time, onMarket ? OptionalInt.of((int) Math.round(tick)) : OptionalInt.empty()));
  }

  void pointAway() {
    leave();
    MarketView other = twin;
    if (other != null) {
      other.leave();
    }
  }

  private void leave() {
    crossHair.setVisible(false);
    hover.set(null);
  }

  CrossHair crossHair() {
    return crossHair;
  }

  @Override
  protected void layoutChildren() {
    axisCanvas.setWidth(getWidth());
    axisCanvas.setHeight(getHeight());
    crossHair.resizeRelocate(0, 0, getWidth(), getHeight());
    asked = null;
  }

  @Override
  public void close() {
    worker.close();
  }
}
