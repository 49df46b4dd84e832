package io.makerbench.workbench.compare;

import io.makerbench.env.Episode;
import io.makerbench.evaluate.Markouts;
import io.makerbench.workbench.plot.Curve;
import java.util.List;

/** What resting fills kept against the mid after a while; x is log₁₀ of the time in ms. */
final class MarkoutCurve {
  private static final double MS_PER_SECOND = 1000;
  private static final double SECONDS_PER_MINUTE = 60;

  private MarkoutCurve() {}

  static Curve of(Contestant contestant, List<Episode> episodes) {
    List<Markouts.Point> points = Markouts.of(episodes).points();
    return Curve.of(
        contestant.name(),
        contestant.colour(),
        points.stream().mapToDouble(point -> Math.log10(point.horizonMs())).toArray(),
        points.stream().mapToDouble(Markouts.Point::realised).toArray());
  }

  /** A place on the x axis in words, for example {@code 300 ms}. */
  static String horizon(double log10Ms) {
    double ms = Math.pow(10, log10Ms);
    if (ms < MS_PER_SECOND) {
      return Math.round(ms) + " ms";
    }
    double seconds = ms / MS_PER_SECOND;
    return seconds < SECONDS_PER_MINUTE
        ? Math.round(seconds * 10) / 10.0 + " s"
        : Math.round(seconds / SECONDS_PER_MINUTE * 10) / 10.0 + " min";
  }
}
