package io.makerbench.workbench.perp;

import io.makerbench.system.perp.DeskHistory;
import io.makerbench.workbench.panel.Lettering;
import io.makerbench.workbench.panel.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The board of a desk at a tick: its regime and gauges, a row for each venue, and what became of
 * the policy's action. All methods are called on the JavaFX thread; a tick that is shown already
 * costs nothing.
 */
public final class VenueBoard extends VBox {
  private static final double GAP = 16;
  private static final double STATE_WIDTH = 128;

  /** Narrower boards have the causes of profit below the gauges. */
  private static final double WIDE = 960;

  /** Room the bar takes where the rows have to be scrolled. */
  private static final double SCROLL_BAR = 14;

  private final Label regime = new Label();
  private final Label reason = new Label();
  private final Label action = new Label();
  private final List<GaugeView> gauges = Stream.generate(GaugeView::new).limit(4).toList();
  private final VBox state = new VBox(4, regime, reason);
  private final HBox desk = new HBox(GAP);
  private final SourceView sources = new SourceView();
  private final BoardHead head = new BoardHead();
  private final VBox rows = new VBox();
  private final VBox table = new VBox();
  private final ScrollPane sight = new ScrollPane();
  private BoardLines lines = BoardLines.ONE;
  private final List<VenueRow> venues = new ArrayList<>();
  private Palette palette = Palette.LIGHT;
  private @Nullable DeskStory story;
  private int tick = -1;

  /**
   * An empty board.
   *
   * @param id of its node; those within begin with it
   */
  public VenueBoard(String id) {
    setId(id);
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    setAccessibleText("Venues of the desk at the cursor");
    getStyleClass().add("venue-board");
    regime.setId(id + "-regime");
    reason.setId(id + "-reason");
    reason.setWrapText(true);
    reason.getStyleClass().addAll("muted", "text-small");
    action.setId(id + "-action");
    action.getStyleClass().addAll("muted", "text-small", "venue-action");
    table.getChildren().setAll(head.node(), rows);
    sight.setContent(table);
    sight.setFitToWidth(true);
    sight.getStyleClass().addAll("edge-to-edge", "venue-sight");
    sight.setId(id + "-rows");
    VBox.setVgrow(sight, Priority.ALWAYS);
    setMinWidth(0);
    getChildren().addAll(desk, sight, action);
    fillDesk();
    widthProperty().subscribe(width -> arrange());
  }

  private void arrange() {
    Lettering letters = palette.lettering();
    placeSources(letters.usual(getWidth()));
    fold(BoardLines.within(letters.usual(getWidth() - SCROLL_BAR)));
    sight.setMinHeight(letters.px(VenueRow.HEIGHT));
    state.setMinWidth(letters.px(STATE_WIDTH));
    state.setPrefWidth(letters.px(STATE_WIDTH));
  }

  private void fillDesk() {
    desk.getStyleClass().add("venue-desk");
    desk.getChildren().add(state);
    for (GaugeView gauge : gauges) {
      HBox.setHgrow(gauge.node(), Priority.ALWAYS);
      desk.getChildren().add(gauge.node());
    }
    desk.getChildren().add(sources.node());
  }

  private void fold(BoardLines wanted) {
    lines = wanted;
    table.setMinWidth(palette.lettering().px(wanted.leastWidth()));
    head.fold(wanted);
    venues.forEach(row -> row.fold(wanted));
  }

  private void placeSources(double width) {
    boolean wide = width >= WIDE;
    if (wide != desk.getChildren().contains(sources.node())) {
      desk.getChildren().remove(sources.node());
      getChildren().remove(sources.node());
      if (wide) {
        desk.getChildren().add(sources.node());
      } else {
        getChildren().add(1, sources.node());
      }
    }
  }

  /** Tells this story from now on. */
  public void show(DeskStory shown) {
    story = shown;
    tick = -1;
    venues.clear();
    for (int venue = 0; venue < shown.history().venues().size(); venue++) {
      VenueRow row = new VenueRow(getId() + "-venue-" + venue);
      row.palette(palette);
      row.fold(lines);
      venues.add(row);
    }
    rows.getChildren().setAll(venues.stream().map(VenueRow::node).toList());
  }

  /** Looks like this from now on. */
  public void palette(Palette wanted) {
    palette = wanted;
    head.palette(wanted);
    gauges.forEach(gauge -> gauge.palette(wanted));
    sources.palette(wanted);
    venues.forEach(row -> row.palette(wanted));
    arrange();
  }

  /** Whether it shows a tick. */
  public boolean shows(int wanted) {
    return wanted == tick;
  }

  /** The story it tells; null before the first. */
  public @Nullable DeskStory story() {
    return story;
  }

  /** Shows a tick; those past the end are the last one. */
  public void pulse(int wanted) {
    DeskStory shown = story;
    if (shown == null || wanted == tick) {
      return;
    }
    tick = wanted;
    int at = Math.clamp(wanted, 0, shown.history().ticks() - 1);
    showDesk(shown.history(), at);
    for (int venue = 0; venue < venues.size(); venue++) {
      venues.get(venue).show(new VenueLine(shown.history(), at, venue), shown);
    }
  }

  private void showDesk(DeskHistory shown, int at) {
    Level level = DeskWords.level(shown, at);
    set(regime, DeskWords.regime(shown, at));
    String style =
        switch (level) {
          case GOOD -> "done";
          case WARNING -> "advice";
          case DANGER -> "danger";
        };
    if (!regime.getStyleClass().contains(style)) {
      regime.getStyleClass().setAll("badge", style);
    }
    set(reason, DeskWords.kill(shown.kill(at)));
    set(action, DeskWords.action(shown, at));
    sources.show(shown, at);
    List<Gauge> values = Gauge.all(shown, at);
    for (int i = 0; i < gauges.size(); i++) {
      gauges.get(i).show(values.get(i));
    }
  }

  private static void set(Label label, String words) {
    if (!words.equals(label.getText())) {
      label.setText(words);
    }
  }
}
