package io.makerbench.workbench.plot;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.events.ChartBits;
import io.makerbench.evaluate.Table;
import io.makerbench.workbench.panel.CopyMenu;
import io.makerbench.workbench.panel.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * A plot on ChartFX. The library lays out axes and grid and draws when the screen is due; ranges,
 * points and colours are ours, so that the cost of a frame depends on the pixels alone.
 */
public final class ChartPlot implements PlotView {
  /** Share of the axis below which a tick is zero. */
  private static final double ROUNDING = 1e-9;

  /** Share of a value below which an axis' range is lost in a brief number. */
  private static final double NARROW = 0.02;

  private static final int COLUMNS_BEFORE_LAYOUT = 400;

  private final DefaultNumericAxis xAxis = new WideLabelAxis();
  private final DefaultNumericAxis yAxis = new DefaultNumericAxis();
  private final XYChart chart = new XYChart(xAxis, yAxis);
  private final CurveRenderer renderer = new CurveRenderer();
  private final MarkLines marks = new MarkLines(chart);
  private final PlotHeader header = new PlotHeader();
  private final ValuesCard card = new ValuesCard(chart);
  private final BorderPane root = new BorderPane(chart, header.node(), null, null, null);
  private final ObjectProperty<Range> zoom = new SimpleObjectProperty<>(Range.EMPTY);
  private final ObjectProperty<Double> cursor = new SimpleObjectProperty<>(Double.NaN);
  private final ValueAxis values = new ValueAxis();
  private final List<CurveData> data = new ArrayList<>();
  private Range least = Range.EMPTY;
  private DoubleFunction<String> formatX = Numbers::brief;
  private boolean readsInCard;
  private @Nullable ValueAxisForm valueForm;

  public ChartPlot(ObservableValue<Palette> palette) {
    root.getStyleClass().add("plot");
    CopyMenu.offerPoints(root, this::points);
    root.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> root.requestFocus()); // to be copied
    chart.setLegend(new NoLegend());
    chart.setLegendVisible(false);
    chart.setAnimated(false);
    chart.getRenderers().setAll(renderer);
    chart.getGridRenderer().setDrawOnTop(false);
    List.of(xAxis, yAxis).forEach(ChartPlot::prepare);
    axes(new Axis("", ""), new Axis("", ""));
    formatX(Numbers::brief);
    yAxis.setTickLabelFormatter(converter(this::yLabel));
    new PlotGestures(chart, xAxis, zoom, cursor).install();
    new Crosshair(chart, xAxis, cursor).install();
    zoom.subscribe(range -> refresh());
    cursor.subscribe(this::readValues);
    chart.getCanvas().widthProperty().subscribe(width -> refresh());
    logarithmic()
        .subscribe(log -> {
          yAxis.setLogAxis(log);
          refresh();
        });
    withoutOutliers().subscribe(this::refresh);
    valueRange().subscribe(this::refresh);
    CopyMenu.offer(root, "Value axis …", this::askForValueRange);
    yAxis.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        askForValueRange();
      }
    });
    palette.subscribe(this::paintWith);
  }

  private static void prepare(DefaultNumericAxis axis) {
    axis.setAutoRanging(false);
    axis.setAutoGrowRanging(false);
    axis.setAutoUnitScaling(false);
    axis.setAnimated(false);
    axis.setMinorTickCount(0);
  }

  /** Ticks are sums of steps: zero comes out as a trace of rounding. */
  private String yLabel(double value) {
    double range = yAxis.getMax() - yAxis.getMin();
    boolean trace = Math.abs(value) < ROUNDING * range;
    return range < NARROW * Math.abs(value)
        ? Numbers.within(value, range)
        : Numbers.brief(trace ? 0 : value);
  }

  private static StringConverter<Number> converter(DoubleFunction<String> format) {
    return new StringConverter<>() {
      @Override
      public String toString(Number value) {
        return format.apply(value.doubleValue());
      }

      @Override
      public Number fromString(String text) {
        throw new UnsupportedOperationException("Tick labels are not edited");
      }
    };
  }

  private void paintWith(Palette palette) {
    renderer.paintWith(palette);
    header.paintWith(palette);
    card.paintWith(palette);
    redraw();
  }

  /** The points in view, a line each. */
  private Table points() {
    List<List<String>> rows = new ArrayList<>();
    for (CurveData curve : data) {
      Points shown = curve.points();
      for (int i = 0; i < shown.size(); i++) {
        rows.add(
            List.of(
                curve.curve().name(),
                Double.toString(shown.x()[i]),
                Double.toString(shown.y()[i])));
      }
    }
    return new Table(List.of("curve", "x", "y"), rows);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void title(String title) {
    header.title(title);
  }

  @Override
  public void axes(Axis x, Axis y) {
    name(xAxis, x);
    name(yAxis, y);
  }

  private static void name(DefaultNumericAxis chartAxis, Axis axis) {
    chartAxis.setName(axis.name());
    chartAxis.setUnit(axis.unit().isEmpty() ? null : axis.unit());
  }

  @Override
  public void formatX(DoubleFunction<String> format) {
    formatX = format;
    xAxis.setTickLabelFormatter(converter(this::xLabel));
  }

  /** Ticks that lie nearer than the words can tell apart are named once. */
  private String xLabel(double value) {
    String words = formatX.apply(value);
    return words.equals(formatX.apply(value - xAxis.getTickUnit())) ? "" : words;
  }

  @Override
  public void formatY(DoubleFunction<String> format) {
    yAxis.setTickLabelFormatter(converter(format));
  }

  @Override
  public void readInCard() {
    readsInCard = true;
    header.withoutValues();
  }

  @Override
  public void show(List<? extends Curve> curves) {
    data.clear();
    curves.forEach(curve -> data.add(new CurveData(curve)));
    renderer.getDatasets().setAll(data);
    header.show(curves);
    refresh();
  }

  @Override
  public void marks(List<Mark> wanted) {
    marks.show(wanted);
  }

  @Override
  public void refresh() {
    Range x = xRange();
    if (x.isEmpty()) {
      data.forEach(curve -> curve.show(Points.NONE));
    } else {
      data.forEach(curve -> curve.show(curve.curve().points(x, columns())));
      Range whole = x.length() > 0 ? x : new Range(x.min() - 1, x.max() + 1);
      setRange(xAxis, whole);
      marks.place(whole);
      setRange(yAxis, values.of(data));
    }
    readValues(cursor.get());
    redraw();
  }

  @Override
  public void atLeast(Range x) {
    least = x;
  }

  private Range xRange() {
    Range all = zoom.get();
    if (all.isEmpty()) {
      all = least;
      for (CurveData curve : data) {
        all = all.union(curve.curve().domain());
      }
    }
    return all;
  }

  private int columns() {
    double width = chart.getCanvas().getWidth();
    return width > 0 ? (int) Math.ceil(width) : COLUMNS_BEFORE_LAYOUT;
  }

  private static void setRange(DefaultNumericAxis axis, Range range) {
    axis.setMin(range.min());
    axis.setMax(range.max());
  }

  private void readValues(double at) {
    if (Double.isNaN(at)) {
      header.clearValues();
      card.hide();
      return;
    }
    List<Reading> read =
        data.stream().map(curve -> Reading.of(curve.curve(), curve.points(), at)).toList();
    if (readsInCard) {
      header.standAt(formatX.apply(at));
      card.show(xAxis.getDisplayPosition(at), data.stream().map(CurveData::curve).toList(), read);
    } else {
      header.readAt(formatX.apply(at), read);
    }
  }

  private void redraw() {
    chart.fireInvalidated(ChartBits.ChartCanvas);
  }

  @Override
  public ObjectProperty<Range> zoom() {
    return zoom;
  }

  @Override
  public ObjectProperty<Double> cursor() {
    return cursor;
  }

  @Override
  public BooleanProperty logarithmic() {
    return values.logarithmic();
  }

  @Override
  public BooleanProperty withoutOutliers() {
    return values.withoutOutliers();
  }

  @Override
  public ObjectProperty<Range> valueRange() {
    return values.byHand();
  }

  @Override
  public void emphasise(Predicate<Curve> which) {
    renderer.emphasise(which);
    redraw();
  }

  /** The form is made when it is first asked for: few plots ever show it. */
  private void askForValueRange() {
    ValueAxisForm form = valueForm == null ? new ValueAxisForm(values.byHand()) : valueForm;
    valueForm = form;
    form.show(yAxis, new Range(yAxis.getMin(), yAxis.getMax()));
  }
}
