package io.makerbench.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What was followed in training, raw and smoothed. */
final class TrainingSection {
  private static final int WIDTH = 350;
  private static final int HEIGHT = 210;

  /** Points a point of the smoothed line is the mean of, as a share of all. */
  private static final double SMOOTHED_SHARE = 0.05;

  private static final double[] THOUSANDS = {1e9, 1e6, 1e3, 1};
  private static final String[] THOUSANDS_NAMES = {" (10⁹)", " (10⁶)", " (10³)", ""};

  private final List<Curve> curves;

  TrainingSection(List<Curve> curves) {
    this.curves = curves.stream().filter(TrainingSection::hasValues).toList();
  }

  private static boolean hasValues(Curve curve) {
    return Arrays.stream(curve.value()).anyMatch(Double::isFinite);
  }

  void write(Page page) {
    if (curves.isEmpty()) {
      return;
    }
    page.section(
        "training",
        "Training",
        "Raw values faint; the line is the mean over the twentieth of the curve around each point.");
    page.markup().open("div", "class", "thirds");
    for (Curve curve : curves) {
      page.curve(curve.label(), plot(curve));
    }
    page.markup().close();
    page.end();
  }

  private static Plot plot(Curve curve) {
    int[] defined =
        IntStream.range(0, curve.step().length)
            .filter(i -> Double.isFinite(curve.value()[i]))
            .toArray();
    double[] y = Arrays.stream(defined).mapToDouble(i -> curve.value()[i]).toArray();
    double last = curve.step()[defined[defined.length - 1]];
    int size =
        IntStream.range(0, 4)
            .filter(i -> last >= 10 * THOUSANDS[i] || i == 3)
            .findFirst()
            .orElse(3);
    double[] x =
        Arrays.stream(defined).mapToDouble(i -> curve.step()[i] / THOUSANDS[size]).toArray();
    double low = Arrays.stream(y).min().orElse(0);
    double high = Arrays.stream(y).max().orElse(0);
    Axis steps =
        Axis.numbers(Scale.linear(x[0], x[x.length - 1]), 4, "step" + THOUSANDS_NAMES[size]);
    return new Plot(WIDTH, HEIGHT, steps, Axis.numbers(Scale.roomy(low, high), 4, ""))
        .line("faint s0", new Points(x, y))
        .line("s0", new Points(x, smoothed(y)));
  }

  /** Mean over the points around each, fewer near the ends. */
  private static double[] smoothed(double[] y) {
    double[] sums = new double[y.length + 1];
    for (int i = 0; i < y.length; i++) {
      sums[i + 1] = sums[i] + y[i];
    }
    int reach = (int) (SMOOTHED_SHARE * y.length / 2);
    double[] result = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      int near = Math.min(reach, Math.min(i, y.length - 1 - i));
      result[i] = (sums[i + near + 1] - sums[i - near]) / (2 * near + 1);
    }
    return result;
  }
}
