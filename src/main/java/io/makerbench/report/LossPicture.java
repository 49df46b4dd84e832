package io.makerbench.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Losses of a training beside its errors, as a picture of pixels. It looks the same everywhere. */
public final class LossPicture {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 340;
  private static final int HEAD = 48;
  private static final int TITLE_BASELINE = 22;
  private static final int LEGEND_BASELINE = 40;
  private static final int MARGIN = 16;
  private static final int MOST_TICKS = 8;
  private static final int PIXELS = 1800;

  private LossPicture() {}

  /**
   * Writes the picture.
   *
   * @param losses drawn together on a logarithmic scale, by epoch
   * @param error drawn beside them; left out where it has no values
   */
  public static void write(Path file, List<Curve> losses, Curve error) {
    new ChartPicture(svg(losses, error), PIXELS).write(file);
  }

  private static String svg(List<Curve> losses, Curve error) {
    String width = Integer.toString(2 * WIDTH);
    String height = Integer.toString(HEIGHT + HEAD);
    Markup m = new Markup();
    m.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + width + " " + height,
        "width",
        width,
        "height",
        height);
    m.style(ChartPicture.styleSheet());
    m.empty("rect", "width", "100%", "height", "100%", "fill", "#ffffff");
    panel(m, 0, "Loss (mean squared error)", losses);
    if (error.value().length > 0) {
      panel(m, WIDTH, "Mean absolute error on the holdout", List.of(error));
    }
    return m.close().toString();
  }

  private static void panel(Markup m, int left, String title, List<Curve> curves) {
    m.open("g", "transform", "translate(" + left + " 0)");
    m.element(
        "text",
        title,
        "class",
        "row",
        "x",
        Integer.toString(MARGIN),
        "y",
        Integer.toString(TITLE_BASELINE));
    Legend legend = new Legend();
    for (int i = 0; i < curves.size() && curves.size() > 1; i++) {
      legend.add("s" + i, curves.get(i).label());
    }
    legend.draw(m, MARGIN, LEGEND_BASELINE);
    m.open("g", "transform", "translate(0 " + HEAD + ")").add(plot(curves).svg(title));
    m.close().close();
  }

  private static Plot plot(List<Curve> curves) {
    double last = curves.stream().flatMapToDouble(c -> Arrays.stream(c.step())).max().orElse(1);
    Plot plot =
        new Plot(WIDTH, HEIGHT, Axis.numbers(Scale.linear(1, last), 5, "epoch"), heights(curves));
    for (int i = 0; i < curves.size(); i++) {
      plot.line("s" + i, new Points(curves.get(i).step(), positive(curves.get(i).value())));
    }
    return plot;
  }

  /** A logarithmic scale has no place for 0. */
  private static double[] positive(double[] values) {
    return Arrays.stream(values).map(v -> v > 0 ? v : Double.NaN).toArray();
  }

  private static Axis heights(List<Curve> curves) {
    double[] values =
        curves.stream()
            .flatMapToDouble(c -> Arrays.stream(positive(c.value())))
            .filter(Double::isFinite)
            .toArray();
    int low = (int) Math.floor(Math.log10(DoubleStream.of(values).min().orElse(1)));
    int top = (int) Math.ceil(Math.log10(DoubleStream.of(values).max().orElse(1)));
    int high = Math.max(low + 1, top);
    int step = Math.ceilDiv(high - low, MOST_TICKS);
    List<Axis.Tick> ticks = new ArrayList<>();
    for (int power = low; power <= high; power += step) {
      ticks.add(new Axis.Tick(Math.pow(10, power), "1e" + power));
    }
    return new Axis(Scale.log(Math.pow(10, low), Math.pow(10, high)), ticks, "");
  }
}
