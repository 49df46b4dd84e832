package io.makerbench.report;

import io.makerbench.flow.Calibration;
import io.makerbench.flow.DistanceRate;
import io.makerbench.flow.Estimate;
import io.makerbench.flow.QueueRate;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** The rates the book's models are made of, by distance and by size of the queue. */
final class RateSection {
  private static final int WIDTH = 530;
  private static final int HEIGHT = 270;
  private static final double SHORTEST_SECONDS = 1;
  private static final double MARGIN = 2;

  private final List<DistanceRate> distances;
  private final List<QueueRate> queues;

  RateSection(Calibration calibration) {
    distances = calibration.distanceRates();
    queues =
        calibration.queueRates().stream().filter(q -> q.seconds() >= SHORTEST_SECONDS).toList();
  }

  void write(Page page) {
    if (distances.isEmpty() || queues.isEmpty()) {
      return;
    }
    page.section(
        "rates",
        "Rates in the book",
        "What the zero-intelligence model takes from the tape, by distance from the opposite best price, and the queue-reactive model, by size of the best queue.");
    page.markup().open("div", "class", "pair");
    page.figure(
        "Rates by distance",
        "Limit orders of one side, and the rate at which one resting order is cancelled.",
        new Legend().add("s0", "limit orders").add("s1", "cancels of an order"),
        byDistance());
    page.figure(
        "Rates by queue size",
        "Orders at a best price while its queue has this size, with 95 %% intervals of their counts; sizes seen for at least %s s."
            .formatted(Figures.exact(SHORTEST_SECONDS)),
        new Legend().add("s0", "limit orders").add("s1", "cancels").add("s2", "market orders"),
        byQueue());
    page.markup().close();
    page.end();
  }

  private Plot byDistance() {
    double[] at = distances.stream().mapToDouble(DistanceRate::distanceTicks).toArray();
    Axis x = Axis.numbers(Scale.linear(0, at.length), 5, "Distance (ticks)");
    double[] cancels = values(distances, DistanceRate::cancelsPerSecond);
    Plot plot = plot(x, List.of(values(distances, d -> d.limitsPerSecond().value()), cancels));
    plot.line("s0", new Points(at, values(distances, d -> d.limitsPerSecond().value())));
    return plot.line("s1", new Points(at, cancels));
  }

  private Plot byQueue() {
    double[] at = values(queues, QueueRate::lotsFrom);
    Axis x = Axis.decades(at[0], Math.max(2 * at[0], at[at.length - 1]), "Queue (lots)");
    Plot plot =
        plot(
            x,
            List.of(
                values(queues, q -> q.limitsPerSecond().value()),
                values(queues, q -> q.cancelsPerSecond().value()),
                values(queues, q -> q.marketsPerSecond().value())));
    estimates(plot, "s0", at, QueueRate::limitsPerSecond);
    estimates(plot, "s1", at, QueueRate::cancelsPerSecond);
    estimates(plot, "s2", at, QueueRate::marketsPerSecond);
    return plot;
  }

  private static Plot plot(Axis x, List<double[]> rates) {
    double[] positive =
        rates.stream().flatMapToDouble(DoubleStream::of).filter(r -> r > 0).toArray();
    double low = DoubleStream.of(positive).min().orElse(0.1);
    double high = DoubleStream.of(positive).max().orElse(1);
    return new Plot(WIDTH, HEIGHT, x, Axis.decades(low / MARGIN, MARGIN * high, "Rate (1/s)"));
  }

  private static <T> double[] values(List<T> rows, ToDoubleFunction<T> value) {
    return rows.stream().mapToDouble(value).map(v -> v > 0 ? v : Double.NaN).toArray();
  }

  /** An interval that leaves the picture is drawn to a little below its estimate. */
  private void estimates(
      Plot plot, String style, double[] at, Function<QueueRate, Estimate> estimate) {
    plot.line(style, new Points(at, values(queues, queue -> estimate.apply(queue).value())));
    for (int i = 0; i < at.length; i++) {
      Estimate rate = estimate.apply(queues.get(i));
      if (rate.value() > 0) {
        double low = Math.max(rate.low(), rate.value() / MARGIN);
        plot.segment("interval", at[i], low, at[i], rate.high());
        plot.dot(style, at[i], rate.value(), Figures.number(rate.value()) + " a second");
      }
    }
  }
}
