package io.makerbench.workbench.monitor;

import io.makerbench.workbench.panel.Gradual;
import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.panel.RunLooks;
import io.makerbench.workbench.plot.ChartPlot;
import io.makerbench.workbench.plot.Curve;
import io.makerbench.workbench.plot.Numbers;
import io.makerbench.workbench.plot.PlotView;
import io.makerbench.workbench.plot.Range;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The curves of one or several runs, in rows; zoom and cross-hair go together. A plot is made a
 * frame after the one before it.
 */
final class CurveGrid {
  private static final double LOWEST_PLOT = 110;
  private static final Duration BETWEEN_DRAWINGS = Duration.millis(80);
  private static final double SECONDS_A_MINUTE = 60;
  private static final double SECONDS_A_DAY = 86_400;
  private static final double MILLIS_A_SECOND = 1e3;
  private static final DateTimeFormatter TIME_OF_DAY =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
  private static final double WHOLE = 1e-6;

  /** All that plots are made for; where it changes they are made anew. */
  private record Layout(List<DrawnRow> rows, boolean several, CurveOptions.Across across) {}

  private final ObservableValue<Palette> palette;
  private final RunLooks looks;
  private final CurveOptions options = new CurveOptions(this::showWhole);
  private final VBox rows = new VBox();
  private final ScrollPane root = new ScrollPane();
  private final Gradual gradual = new Gradual(root);
  private final Map<DrawnRow.Drawn, PlotView> plots = new LinkedHashMap<>();
  private final PauseTransition pause = new PauseTransition(BETWEEN_DRAWINGS);
  private @Nullable Layout layout;
  private final Map<String, Range> valueRanges = new HashMap<>();
  private @Nullable Overlay shown;
  private List<MetricSeries> drawnFrom = List.of();
  private Range whole = Range.EMPTY;
  private Range zoom = Range.EMPTY;

  CurveGrid(ObservableValue<Palette> palette, RunLooks looks) {
    this.palette = palette;
    this.looks = looks;
    rows.getStyleClass().add("curves");
    root.setContent(rows);
    root.setFitToWidth(true);
    root.setFitToHeight(true); // plots share the height down to the lowest they can be read at
    root.setMinHeight(0);
    pause.setOnFinished(event -> draw());
    options.weight().subscribe(weight -> showCurves());
    options.logarithmic().subscribe(this::scale);
    options
        .withoutOutliers()
        .subscribe(without -> plots.values().forEach(plot -> plot.withoutOutliers().set(without)));
    options.follow().subscribe(this::followOrStand);
    options.means().subscribe(this::showCurves);
    options.page().subscribe(this::draw);
    options.across().subscribe(this::draw);
    looks.onChange(this::showCurves);
  }

  private void scale(boolean log) {
    plots.forEach((drawn, plot) -> scale(plot, drawn, log));
  }

  private static void scale(PlotView plot, DrawnRow.Drawn drawn, boolean log) {
    plot.logarithmic().set(log && drawn.chart().kind() == Chart.Kind.POSITIVE);
  }

  Node view() {
    return root;
  }

  CurveOptions options() {
    return options;
  }

  private void showWhole() {
    zoomTo(Range.EMPTY);
  }

  /** All plots are linked to the first. */
  private void zoomTo(Range range) {
    zoom = range;
    plots.values().stream().findFirst().ifPresent(plot -> plot.zoom().set(range));
  }

  /** Moves to the newest, or stays at what is in view now. */
  private void followOrStand(boolean follow) {
    if (follow) {
      keepUp();
    } else if (zoom.isEmpty() && !whole.isEmpty()) {
      zoomTo(whole);
    }
  }

  /** A stretch that is zoomed to moves along with the newest. */
  private void keepUp() {
    if (options.follow().get() && !zoom.isEmpty() && zoom.max() < whole.max()) {
      zoomTo(new Range(whole.max() - zoom.length(), whole.max()));
    }
  }

  /** Who looks at an earlier stretch wants it to stay; who sees the end wants to go on. */
  private void zoomed(Range range) {
    zoom = range;
    boolean past = !range.isEmpty() && range.max() < whole.max();
    if (past || range.isEmpty()) {
      options.follow().set(!past);
    }
  }

  /** Draws the other runs faintly while a run is pointed at; null for none. */
  void emphasise(@Nullable LiveRun run) {
    if (shown != null) {
      Predicate<Curve> which = run == null ? curve -> true : maker(shown).ofRun(run);
      plots.forEach((drawn, plot) -> plot.emphasise(drawn.isShares() ? curve -> true : which));
    }
  }

  /** Shows runs, and from then on what came in, at most about twelve times a second. */
  void show(Overlay overlay) {
    boolean same = overlay.equals(shown) && drawnFrom.equals(metrics(overlay));
    shown = overlay;
    options.offerMeans(overlay.hasSeeds());
    if (!same) {
      layout = null;
      draw();
    } else if (pause.getStatus() != Animation.Status.RUNNING) {
      pause.playFromStart();
    }
  }

  private static List<MetricSeries> metrics(Overlay overlay) {
    return overlay.runs().stream().map(LiveRun::metrics).toList();
  }

  /** All plots show the same stretch. */
  private void draw() {
    if (shown == null) {
      return;
    }
    List<DrawnRow.Drawn> wanted = layOut(shown);
    CurveMaker maker = maker(shown);
    Range all = Range.EMPTY;
    for (DrawnRow.Drawn drawn : wanted) {
      for (Curve curve : maker.curves(drawn, 0)) {
        all = all.union(curve.domain());
      }
    }
    whole = all;
    keepUp();
    plots.forEach((drawn, plot) -> draw(plot, drawn, maker));
  }

  private void draw(PlotView plot, DrawnRow.Drawn drawn, CurveMaker maker) {
    plot.marks(maker.marks(drawn.lines()));
    plot.atLeast(whole);
    plot.refresh();
  }

  private CurveMaker maker(Overlay overlay) {
    return new CurveMaker(
        overlay, looks, options.across().get(), options.weight().get(), options.means().get());
  }

  /** Reads all curves at a step of the run in front. */
  void readAt(double step) {
    if (shown != null) {
      double place = maker(shown).place(shown.front(), step);
      plots.values().stream().findFirst().ifPresent(plot -> plot.cursor().set(place));
    }
  }

  /** Gives the plots their places, and anew where a first figure calls for another. */
  private List<DrawnRow.Drawn> layOut(Overlay overlay) {
    Layout wanted =
        new Layout(
            DrawnRow.of(overlay, options.page().get()), !overlay.isOne(), options.across().get());
    List<DrawnRow.Drawn> charts =
        wanted.rows().stream().flatMap(row -> row.charts().stream()).toList();
    if (wanted.equals(layout)) {
      return charts;
    }
    if (layout == null || layout.across() != wanted.across()) {
      zoom = Range.EMPTY; // another page keeps the stretch in view; another axis cannot
    }
    if (zoom.isEmpty()) {
      options.follow().set(true);
    }
    layout = wanted;
    drawnFrom = metrics(overlay);
    plots.clear();
    gradual.clear();
    rows.getChildren().clear();
    int colour = 0;
    for (DrawnRow row : wanted.rows()) {
      HBox places = new HBox();
      for (DrawnRow.Drawn drawn : row.charts()) {
        places.getChildren().add(place(drawn, colour));
        colour += colours(drawn);
      }
      rows.getChildren().add(view(row, places));
    }
    if (charts.isEmpty()) {
      rows.getChildren().setAll(nothing());
    }
    return charts;
  }

  private Node nothing() {
    Label words =
        new Label(
            shown == null || shown.front().agent().isEmpty()
                ? ""
                : "Nothing to draw here yet: these figures come with the training.");
    words.getStyleClass().add("muted");
    VBox box = new VBox(words);
    box.getStyleClass().add("placeholder");
    return box;
  }

  private static Node view(DrawnRow row, HBox places) {
    Label title = new Label(row.title());
    title.getStyleClass().add("curves-title");
    VBox.setVgrow(places, Priority.ALWAYS);
    VBox view = new VBox(title, places);
    VBox.setVgrow(view, Priority.ALWAYS);
    return view;
  }

  private Region place(DrawnRow.Drawn drawn, int colour) {
    Region place = gradual.place(() -> add(drawn, colour));
    place.setMinSize(0, LOWEST_PLOT);
    place.setPrefSize(0, LOWEST_PLOT); // all of a row share its width alike
    HBox.setHgrow(place, Priority.ALWAYS);
    return place;
  }

  /** Makes a plot that shows what the others do. */
  private Node add(DrawnRow.Drawn drawn, int colour) {
    PlotView plot = plot(drawn);
    Optional<PlotView> first = plots.values().stream().findFirst();
    plots.put(drawn, plot);
    if (first.isPresent()) {
      plot.link(first.get());
    } else {
      plot.zoom().set(zoom);
      plot.zoom().subscribe((before, now) -> zoomed(now));
    }
    scale(plot, drawn, options.logarithmic().get());
    if (shown != null) {
      CurveMaker maker = maker(shown);
      plot.show(maker.curves(drawn, colour));
      draw(plot, drawn, maker);
    }
    Region node = (Region) plot.node();
    node.setId("plot-" + drawn.lines().getFirst().key());
    node.setMinSize(0, LOWEST_PLOT);
    return node;
  }

  private PlotView plot(DrawnRow.Drawn drawn) {
    PlotView plot = new ChartPlot(palette);
    boolean shares = drawn.isShares();
    boolean several = shown != null && !shown.isOne();
    plot.title(
        shares && several && shown != null
            ? drawn.chart().title() + " of " + shown.name(drawn.run())
            : drawn.chart().title());
    plot.axes(new PlotView.Axis("", ""), new PlotView.Axis("", drawn.chart().unit()));
    plot.withoutOutliers().set(options.withoutOutliers().get());
    String title = drawn.chart().title();
    plot.valueRange().set(valueRanges.getOrDefault(title, Range.EMPTY));
    plot.valueRange().subscribe(range -> valueRanges.put(title, range));
    switch (options.across().get()) {
      case TIME -> plot.formatX(CurveGrid::time);
      case CLOCK -> plot.formatX(this::clock);
      case STEPS, EPISODES -> {} // plain numbers
    }
    if (shares && CurveMaker.isHeat(drawn.lines())) {
      plot.formatY(rowNames(drawn.lines()));
    }
    if (several && !shares || shares && CurveMaker.isHeat(drawn.lines())) {
      plot.readInCard();
    }
    return plot;
  }

  /** Seconds with their fractions below a minute, then as a clock. */
  private static String time(double seconds) {
    return seconds < SECONDS_A_MINUTE
        ? Numbers.brief(Math.max(0, Math.rint(seconds * 100) / 100)) + " s"
        : Numbers.clock(seconds);
  }

  /** Time of day where the user is, with the date where the whole is longer than a day. */
  private String clock(double seconds) {
    DateTimeFormatter format = whole.length() < SECONDS_A_DAY ? TIME_OF_DAY : DAY_AND_TIME;
    long millis = Math.round(seconds * MILLIS_A_SECOND);
    return format.format(Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()));
  }

  /** A row is named at its middle; of a range its lower end. */
  private static DoubleFunction<String> rowNames(List<Chart.Line> lines) {
    return at -> {
      long row = Math.round(at);
      boolean middle = Math.abs(at - row) < WHOLE && row >= 0 && row < lines.size();
      return middle ? lines.get((int) row).name().split(" to ")[0] : "";
    };
  }

  private void showCurves() {
    if (shown == null) {
      return;
    }
    CurveMaker maker = maker(shown);
    int colour = 0;
    for (Map.Entry<DrawnRow.Drawn, PlotView> entry : plots.entrySet()) {
      DrawnRow.Drawn drawn = entry.getKey();
      entry.getValue().show(maker.curves(drawn, colour));
      colour += colours(drawn);
    }
  }

  /** Shares have colours of their own. */
  private static int colours(DrawnRow.Drawn drawn) {
    return drawn.isShares() ? 0 : drawn.lines().size();
  }
}
