package io.makerbench.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What was followed in training, raw and smoothed. */
final class TrainingSection {
  private static final int WIDTH = 350;
  private static final int HEIGHT = 210;

  /** Points that the smoothed line looks back on, as a share of all. */
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
        "Raw values faint; the line is their exponential mean over about a twentieth of the curve.");
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

  /** Exponential mean whose start is not pulled towards zero. */
  private static double[] smoothed(double[] y) {
    double keep = 1 - 1 / Math.max(1, SMOOTHED_SHARE * y.length);
    double[] result = new double[y.length];
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < y.length; i++) {
      sum = keep * sum + y[i];
      weight = keep * weight + 1;
      result[i] = sum / weight;
    }
    return result;
  }
}
