package io.makerbench.report;

import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import io.makerbench.evaluate.EquityRisk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The windows of an evaluation laid end to end on one axis of market hours. */
final class Timeline {
  private static final double NS_PER_HOUR = 3.6e12;
  private static final double SECONDS_PER_HOUR = 3_600;
  private static final double PIXELS_PER_LETTER = 6.2;

  private final Evaluated evaluated;
  private final List<Stretch> stretches = new ArrayList<>();

  /** Where one window lies, in hours from the start of the first. */
  private record Stretch(String window, double start, double end) {
    double middle() {
      return (start + end) / 2;
    }
  }

  private enum Joint {
    LINE,
    GAP
  }

  Timeline(Evaluated evaluated) {
    this.evaluated = evaluated;
    double at = 0;
    for (String window : evaluated.windows()) {
      double hours =
          evaluated.policies().stream()
              .flatMap(policy -> evaluated.episode(policy, window).stream())
              .mapToDouble(Timeline::hours)
              .max()
              .orElse(0);
      stretches.add(new Stretch(window, at, at + hours));
      at += hours;
    }
  }

  private static double hours(Episode episode) {
    return (episode.timeNs()[episode.ticks() - 1] - episode.timeNs()[0]) / NS_PER_HOUR;
  }

  boolean isEmpty() {
    return stretches.isEmpty() || stretches.getLast().end() == 0;
  }

  /** Hours of market in all. */
  double hours() {
    return stretches.isEmpty() ? 0 : stretches.getLast().end();
  }

  /** An axis whose marks are the windows, by name where there is room and by number where not. */
  Axis axis(int pixels) {
    List<Axis.Tick> ticks = new ArrayList<>();
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      ticks.add(new Axis.Tick(stretch.middle(), label(i, pixels / stretches.size())));
    }
    return new Axis(Scale.linear(0, hours()), ticks, "");
  }

  private String label(int index, int pixels) {
    return shortName(evaluated.windows().get(index), index, pixels);
  }

  /** A window's name where it fits, else its number. */
  static String shortName(String window, int index, int pixels) {
    return window.length() * PIXELS_PER_LETTER <= pixels ? window : Integer.toString(index + 1);
  }

  /** Lines between the windows. */
  void separate(Plot plot) {
    stretches.stream().skip(1).forEach(stretch -> plot.upright("cut", stretch.start()));
  }

  /** A reading of every tick, window after window, with gaps between them. */
  Points joined(String policy, Function<Episode, double[]> reading) {
    List<Points> parts = new ArrayList<>();
    for (Stretch stretch : stretches) {
      evaluated
          .episode(policy, stretch.window())
          .ifPresent(e -> parts.add(part(e, stretch, reading.apply(e))));
    }
    return chain(parts, Joint.GAP);
  }

  /** A reading of every tick on top of where the windows before ended. */
  Points accumulated(String policy, Function<Episode, double[]> reading) {
    List<Points> parts = new ArrayList<>();
    double before = 0;
    for (Stretch stretch : stretches) {
      double[] values =
          evaluated.episode(policy, stretch.window()).map(reading).orElse(new double[0]);
      if (values.length > 0) {
        double base = before;
        Episode episode = evaluated.episode(policy, stretch.window()).orElseThrow();
        double[] raised = Arrays.stream(values).map(value -> value + base).toArray();
        parts.add(part(episode, stretch, raised));
        before = raised[raised.length - 1];
      }
    }
    return chain(parts, Joint.LINE);
  }

  /** Change of equity in each second, at the second's end, window after window. */
  Points secondly(String policy) {
    List<Points> parts = new ArrayList<>();
    for (Stretch stretch : stretches) {
      evaluated
          .episode(policy, stretch.window())
          .map(EquityRisk::secondlyPnl)
          .ifPresent(
              changes -> parts.add(new Points(secondEnds(stretch, changes.length), changes)));
    }
    return chain(parts, Joint.LINE);
  }

  private static double[] secondEnds(Stretch stretch, int seconds) {
    return IntStream.rangeClosed(1, seconds)
        .mapToDouble(second -> Math.min(stretch.end(), stretch.start() + second / SECONDS_PER_HOUR))
        .toArray();
  }

  private static Points part(Episode episode, Stretch stretch, double[] y) {
    long first = episode.timeNs()[0];
    double[] x =
        Arrays.stream(episode.timeNs())
            .mapToDouble(t -> stretch.start() + (t - first) / NS_PER_HOUR)
            .toArray();
    return new Points(x, y);
  }

  private static Points chain(List<Points> parts, Joint joint) {
    DoubleStream x = DoubleStream.empty();
    DoubleStream y = DoubleStream.empty();
    for (Points part : parts) {
      x = DoubleStream.concat(x, Arrays.stream(part.x()));
      y = DoubleStream.concat(y, Arrays.stream(part.y()));
      if (joint == Joint.GAP && part.x().length > 0) {
        x = DoubleStream.concat(x, DoubleStream.of(part.x()[part.x().length - 1]));
        y = DoubleStream.concat(y, DoubleStream.of(Double.NaN));
      }
    }
    return new Points(x.toArray(), y.toArray());
  }

  /** Profit on every tick, marked at mid. */
  static double[] profit(Episode episode) {
    return Arrays.stream(episode.equity()).map(e -> e - episode.initialCash()).toArray();
  }

  /** Profit on every tick with all fees and fixed costs given back. */
  static double[] profitBeforeFees(Episode episode) {
    double[] profit = profit(episode);
    double[] paid = new double[profit.length];
    for (Fill fill : episode.fills()) {
      paid[fill.tick()] += fill.cost();
    }
    double sum = 0;
    for (int i = 0; i < profit.length; i++) {
      sum += paid[i];
      profit[i] += sum;
    }
    return profit;
  }

  /** Distance of equity below its running peak on every tick, zero or negative. */
  static double[] underwater(Episode episode) {
    double[] result = new double[episode.ticks()];
    double peak = episode.initialCash();
    for (int i = 0; i < result.length; i++) {
      peak = Math.max(peak, episode.equity()[i]);
      result[i] = episode.equity()[i] - peak;
    }
    return result;
  }

  /** A scale that holds all points and zero, with room. */
  static Scale around(List<Points> lines) {
    return Scale.roomy(extreme(lines, Math::min), extreme(lines, Math::max));
  }

  private static double extreme(List<Points> lines, DoubleBinaryOperator choose) {
    return lines.stream()
        .flatMapToDouble(points -> Arrays.stream(points.y()))
        .filter(Double::isFinite)
        .reduce(0, choose);
  }
}
