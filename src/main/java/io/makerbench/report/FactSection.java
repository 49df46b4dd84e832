package io.makerbench.report;

import io.makerbench.flow.Arrivals;
import io.makerbench.flow.Calibration;
import io.makerbench.flow.Calibrator;
import io.makerbench.flow.FillIntensity;
import io.makerbench.flow.Hawkes;
import io.makerbench.flow.HawkesFit;
import io.makerbench.flow.KolmogorovSmirnov;
import io.makerbench.flow.StylisedFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The stylised facts of tape and models, each in one figure. */
final class FactSection {
  private static final int WIDTH = 530;
  private static final int HEIGHT = 270;
  private static final double LEAST_SHARE = 1e-4;
  private static final double BAND = 1.96;
  private static final int QUANTILES = 200;

  private final Calibration calibration;
  private final Arrivals arrivals;
  private final SequencedMap<String, StylisedFacts> subjects = new LinkedHashMap<>();

  FactSection(Calibrator.Outcome outcome) {
    calibration = outcome.calibration();
    arrivals = outcome.arrivals();
    subjects.put("tape", outcome.goodness().tape());
    subjects.putAll(outcome.goodness().models());
  }

  void write(Page page) {
    page.section(
        "facts",
        "Stylised facts",
        "What is known to hold for most markets, measured on the tape and on a run of each calibrated model.");
    page.markup().open("div", "class", "pair");
    returns(page);
    autocorrelations(page);
    book(page);
    arrivals(page);
    page.markup().close();
    page.end();
  }

  private Legend legend(Map<String, StylisedFacts> shown) {
    Legend legend = new Legend();
    shown.keySet().forEach(name -> legend.add(style(name), name));
    return legend;
  }

  private String style(String name) {
    return "s" + List.copyOf(subjects.keySet()).indexOf(name);
  }

  private SequencedMap<String, StylisedFacts> withLevels() {
    SequencedMap<String, StylisedFacts> shown = new LinkedHashMap<>(subjects);
    shown.values().removeIf(facts -> Arrays.stream(facts.depthLots()).sum() == 0);
    return shown;
  }

  private void returns(Page page) {
    page.figure(
        "Size of returns",
        "Share of one-second changes of the mid that are larger than a size; a normal distribution bends down fastest.",
        legend(subjects),
        survival(
            subjects,
            facts -> Arrays.stream(facts.returnsTicks()).map(Math::abs).toArray(),
            "Change of the mid (ticks)"));
    page.figure(
        "Sizes of market orders",
        "Share of market orders larger than a size.",
        legend(subjects),
        survival(subjects, StylisedFacts::marketLots, "Size (lots)"));
  }

  private void autocorrelations(Page page) {
    page.figure(
        "Autocorrelation of returns",
        "One-second returns. Dashed: where independent returns of the tape's number would stay.",
        legend(subjects),
        correlation(StylisedFacts::returnAutocorrelation, f -> f.returnsTicks().length, "Lag (s)"));
    page.figure(
        "Autocorrelation of the size of returns",
        "Volatility that comes in clusters shows as a slow decay.",
        legend(subjects),
        correlation(
            StylisedFacts::absoluteReturnAutocorrelation, f -> f.returnsTicks().length, "Lag (s)"));
    page.figure(
        "Autocorrelation of trade signs",
        "Buys follow buys where orders are split or copied.",
        legend(subjects),
        correlation(
            StylisedFacts::signAutocorrelation, f -> f.marketLots().length, "Lag (market orders)"));
  }

  private void book(Page page) {
    page.figure(
        "Spread",
        "Share of time the spread is wider than a width. Models without levels have one spread, twice the least usual depth of market orders.",
        legend(subjects),
        survival(subjects, StylisedFacts::spreadsTicks, "Spread (ticks)"));
    SequencedMap<String, StylisedFacts> shown = withLevels();
    if (!shown.isEmpty()) {
      page.figure(
          "Depth of the book",
          "Mean size by distance from the best price of a side. The queue-reactive model knows the best queue alone.",
          legend(shown),
          depth(shown));
    }
  }

  private void arrivals(Page page) {
    page.figure(
        "Time between market orders",
        "Share of gaps longer than a time.",
        legend(subjects),
        survival(subjects, StylisedFacts::gapsSeconds, "Gap (s)"));
    HawkesFit hawkes = calibration.hawkes();
    if (hawkes != null) {
      page.figure(
          "Residuals of arrivals",
          "Quantiles of the integrated intensity between market orders against those of Exp(1): on the line where the model is right. "
              + test("Poisson", calibration.poissonResiduals())
              + test("Hawkes", calibration.hawkesResiduals()),
          new Legend().add("s1", "Poisson").add("s2", "Hawkes"),
          residuals(hawkes));
    }
    FillIntensity reach = calibration.fillIntensity();
    if (reach != null) {
      page.figure(
          "Market orders by depth",
          "How often market orders of one side reach a depth from the mid (dots), and A·e^(−kδ) (line).",
          new Legend().add("s0", "tape").add("s1", "fit"),
          intensity(reach));
    }
  }

  private static String test(String name, @Nullable KolmogorovSmirnov test) {
    return test == null
        ? ""
        : "%s: KS %s, p %s. "
            .formatted(name, Figures.number(test.statistic()), Figures.p(test.p()));
  }

  private Plot survival(
      Map<String, StylisedFacts> shown, Function<StylisedFacts, double[]> series, String title) {
    double[] positive =
        shown.values().stream()
            .flatMapToDouble(facts -> Arrays.stream(series.apply(facts)))
            .filter(x -> x > 0)
            .sorted()
            .toArray();
    double low = positive.length == 0 ? 0.1 : positive[positive.length / 100];
    double high = positive.length == 0 ? 1 : positive[positive.length - 1];
    Axis x = Axis.decades(low, Math.max(high, 2 * low), title);
    Plot plot = new Plot(WIDTH, HEIGHT, x, Axis.decades(LEAST_SHARE, 1, "Share beyond"));
    shown.forEach((name, facts) ->
        plot.line(style(name), Survival.of(series.apply(facts), low, LEAST_SHARE)));
    return plot;
  }

  private Plot correlation(
      Function<StylisedFacts, double[]> correlations,
      Function<StylisedFacts, Integer> length,
      String title) {
    double[] all =
        subjects.values().stream()
            .flatMapToDouble(facts -> Arrays.stream(correlations.apply(facts)))
            .filter(Double::isFinite)
            .toArray();
    double low = DoubleStream.of(all).reduce(-0.05, Math::min);
    double high = DoubleStream.of(all).reduce(0.1, Math::max);
    Axis x = Axis.numbers(Scale.linear(0, StylisedFacts.LAGS + 0.5), 5, title);
    Plot plot = new Plot(WIDTH, HEIGHT, x, Axis.numbers(Scale.roomy(low, high), 5, "Correlation"));
    double band = BAND / Math.sqrt(length.apply(subjects.firstEntry().getValue()));
    plot.level("zero", 0).level("cut", band).level("cut", -band);
    double[] lags = IntStream.rangeClosed(1, StylisedFacts.LAGS).asDoubleStream().toArray();
    subjects.forEach((name, facts) -> {
      double[] values = correlations.apply(facts);
      plot.line(style(name), new Points(lags, values));
    });
    return plot;
  }

  private Plot depth(Map<String, StylisedFacts> shown) {
    double[] sizes =
        shown.values().stream()
            .flatMapToDouble(facts -> Arrays.stream(facts.depthLots()))
            .filter(size -> size > 0)
            .sorted()
            .toArray();
    Axis x = Axis.numbers(Scale.linear(0, StylisedFacts.DEPTHS), 5, "Ticks behind the best price");
    Axis y = Axis.decades(sizes[0] / 2, 2 * sizes[sizes.length - 1], "Size (lots)");
    Plot plot = new Plot(WIDTH, HEIGHT, x, y);
    double[] ticks = IntStream.range(0, StylisedFacts.DEPTHS).asDoubleStream().toArray();
    shown.forEach((name, facts) -> {
      double[] drawn =
          Arrays.stream(facts.depthLots()).map(size -> size > 0 ? size : Double.NaN).toArray();
      plot.line(style(name), new Points(ticks, drawn));
      plot.dot(style(name), 0, drawn[0], name + ": " + Figures.number(drawn[0]) + " lots");
    });
    return plot;
  }

  private Plot residuals(HawkesFit fit) {
    double rate = arrivals.times().length / arrivals.seconds();
    double[] poisson = new Hawkes(rate, 0, 1).residuals(arrivals.times());
    double[] hawkes = fit.process().residuals(arrivals.times());
    double end = -Math.log1p(-(QUANTILES - 0.5) / QUANTILES);
    double high = Math.max(quantile(poisson, QUANTILES - 1), quantile(hawkes, QUANTILES - 1));
    Axis x = Axis.numbers(Scale.linear(0, 1.02 * end), 5, "Quantile of Exp(1)");
    Plot plot =
        new Plot(WIDTH, HEIGHT, x, Axis.numbers(Scale.linear(0, 1.05 * high), 5, "Quantile"));
    plot.segment("zero", 0, 0, Math.min(end, 1.05 * high), Math.min(end, 1.05 * high));
    return plot.line("s1", quantiles(poisson)).line("s2", quantiles(hawkes));
  }

  private static Points quantiles(double[] sample) {
    double[] expected = new double[QUANTILES];
    double[] found = new double[QUANTILES];
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < QUANTILES; i++) {
      double p = (i + 0.5) / QUANTILES;
      expected[i] = -Math.log1p(-p);
      found[i] = sorted[(int) (p * sorted.length)];
    }
    return new Points(expected, found);
  }

  private static double quantile(double[] sample, int index) {
    return quantiles(sample).y()[index];
  }

  private Plot intensity(FillIntensity reach) {
    double[] rates = reach.reachedPerSecond();
    double least = Arrays.stream(rates).filter(r -> r > 0).min().orElse(1);
    double a = reach.aPerSecond().value();
    double k = reach.kPerTick().value();
    double deepest = (rates.length - 1) / 2.0;
    Axis x = Axis.numbers(Scale.linear(0, deepest), 5, "Depth from the mid (ticks)");
    double high = Math.max(a, rates[0]);
    Plot plot =
        new Plot(WIDTH, HEIGHT, x, Axis.decades(Math.min(least, high / 2), high, "Rate (1/s)"));
    List<double[]> line = new ArrayList<>();
    for (double depth = 0; depth <= deepest && a * Math.exp(-k * depth) >= least; depth += 0.5) {
      line.add(new double[] {depth, a * Math.exp(-k * depth)});
    }
    plot.line("s1", points(line));
    for (int i = 0; i < rates.length && rates[i] > 0; i++) {
      plot.dot("s0", i / 2.0, rates[i], Figures.number(rates[i]) + " a second");
    }
    return plot;
  }

  private static Points points(List<double[]> pairs) {
    return new Points(
        pairs.stream().mapToDouble(p -> p[0]).toArray(),
        pairs.stream().mapToDouble(p -> p[1]).toArray());
  }
}
