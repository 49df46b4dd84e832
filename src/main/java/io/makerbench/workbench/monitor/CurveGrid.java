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

/** The curves of one or several runs, in rows; zoom and cross-hair go together. */
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
    plots.forEach((drawn, plot) ->
        plot.logarithmic().set(log && drawn.chart().kind() == Chart.Kind.POSITIVE));
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

  private Range zoom() {
    return plots.values().stream().findFirst().map(plot -> plot.zoom().get()).orElse(Range.EMPTY);
  }

  /** All plots are linked to the first. */
  private void zoomTo(Range range) {
    plots.values().stream().findFirst().ifPresent(plot -> plot.zoom().set(range));
  }

  /** Moves to the newest, or stays at what is in view now. */
  private void followOrStand(boolean follow) {
    if (follow) {
      keepUp();
    } else if (zoom().isEmpty() && !whole.isEmpty()) {
      zoomTo(whole);
    }
  }

  /** A stretch that is zoomed to moves along with the newest. */
  private void keepUp() {
    Range now = zoom();
    if (options.follow().get() && !now.isEmpty() && now.max() < whole.max()) {
      zoomTo(new Range(whole.max() - now.length(), whole.max()));
    }
  }

  /** Who looks at an earlier stretch wants it to stay; who sees the end wants to go on. */
  private void zoomed(Range range) {
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
    layOut(shown);
    CurveMaker maker = maker(shown);
    Range all = Range.EMPTY;
    for (DrawnRow.Drawn drawn : plots.keySet()) {
      for (Curve curve : maker.curves(drawn, 0)) {
        all = all.union(curve.domain());
      }
    }
    whole = all;
    keepUp();
    for (Map.Entry<DrawnRow.Drawn, PlotView> entry : plots.entrySet()) {
      PlotView plot = entry.getValue();
      plot.marks(maker.marks(entry.getKey().lines()));
      plot.atLeast(all);
      plot.refresh();
    }
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

  /** Makes the plots, and anew where a first figure calls for another. */
  private void layOut(Overlay overlay) {
    Layout wanted =
        new Layout(
            DrawnRow.of(overlay, options.page().get()), !overlay.isOne(), options.across().get());
    if (wanted.equals(layout)) {
      return;
    }
    Range zoom = zoomToKeep(wanted);
    layout = wanted;
    drawnFrom = metrics(overlay);
    plots.clear();
    gradual.clear();
    rows.getChildren().clear();
    for (DrawnRow row : wanted.rows()) {
      rows.getChildren().add(view(row));
    }
    if (plots.isEmpty()) {
      rows.getChildren().setAll(nothing());
    }
    scale(options.logarithmic().get());
    showCurves();
    zoomTo(zoom);
    if (zoom.isEmpty()) {
      options.follow().set(true);
    }
    plots.values().stream()
        .findFirst()
        .ifPresent(plot -> plot.zoom().subscribe((before, now) -> zoomed(now)));
  }

  /** Another page keeps the stretch in view; another axis cannot. */
  private Range zoomToKeep(Layout wanted) {
    return layout == null || layout.across() != wanted.across() ? Range.EMPTY : zoom();
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

  private Node view(DrawnRow row) {
    Label title = new Label(row.title());
    title.getStyleClass().add("curves-title");
    HBox charts = new HBox();
    VBox.setVgrow(charts, Priority.ALWAYS);
    for (DrawnRow.Drawn drawn : row.charts()) {
      charts.getChildren().add(plot(drawn));
    }
    VBox view = new VBox(title, charts);
    VBox.setVgrow(view, Priority.ALWAYS);
    return view;
  }

  private Region plot(DrawnRow.Drawn drawn) {
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
    plots.values().stream().findFirst().ifPresent(plot::link);
    plots.put(drawn, plot);
    Region node = (Region) plot.node();
    node.setId("plot-" + drawn.lines().getFirst().key());
    node.setMinSize(0, LOWEST_PLOT);
    Region place = gradual.place(node);
    place.setMinSize(0, LOWEST_PLOT);
    place.setPrefSize(0, LOWEST_PLOT); // all of a row share its width alike
    HBox.setHgrow(place, Priority.ALWAYS);
    return place;
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
      colour += drawn.isShares() ? 0 : drawn.lines().size();
    }
  }
}
