package io.makerbench.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis of a chart.
 *
 * @param scale its scale
 * @param ticks its marks
 * @param title what it shows, with the unit; may be empty
 */
record Axis(Scale scale, List<Tick> ticks, String title) {
  /** A step may be this much shorter than asked for before the next longer one is taken. */
  private static final double SPARSEST = 0.8;

  private static final double[] NICE_STEPS = {1, 2, 2.5, 5, 10};
  private static final long[] CLOCK_STEPS_SECONDS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400
  };
  private static final DateTimeFormatter CLOCK = clock("HH:mm");
  private static final DateTimeFormatter CLOCK_WITH_SECONDS = clock("HH:mm:ss");

  /** A mark with its label. */
  record Tick(double at, String label) {}

  private static DateTimeFormatter clock(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /** About {@code count} marks at round numbers. */
  static Axis numbers(Scale scale, int count, String title) {
    double step = niceStep((scale.high() - scale.low()) / count);
    int decimals = Math.clamp(decimalsOf(step), 0, 9);
    List<Tick> ticks = new ArrayList<>();
    for (double k = Math.ceil(scale.low() / step); k * step <= scale.high(); k++) {
      ticks.add(new Tick(k * step, Figures.fixed(k * step, decimals)));
    }
    return new Axis(scale, ticks, title);
  }

  /**
   * A logarithmic axis with marks at powers of ten; one that would have a single mark is widened.
   *
   * @param low positive
   */
  static Axis decades(double low, double high, String title) {
    int first = (int) Math.ceil(Math.log10(low) - 1e-9);
    int last = (int) Math.floor(Math.log10(high) + 1e-9);
    if (last <= first) {
      double wider = Math.pow(10, Math.floor(Math.log10(low)));
      return decades(wider, Math.max(10 * wider, Math.pow(10, Math.ceil(Math.log10(high)))), title);
    }
    List<Tick> ticks = new ArrayList<>();
    for (int power = first; power <= last; power++) {
      ticks.add(new Tick(Math.pow(10, power), Figures.exact(Math.pow(10, power))));
    }
    return new Axis(Scale.log(low, high), ticks, title);
  }

  private static double niceStep(double rough) {
    double magnitude = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double nice : NICE_STEPS) {
      if (nice * magnitude >= SPARSEST * rough) {
        return nice * magnitude;
      }
    }
    return 10 * magnitude;
  }

  private static int decimalsOf(double step) {
    int decimals = (int) Math.ceil(-Math.log10(step) - 1e-9);
    double scaled = step * Math.pow(10, decimals);
    return Math.abs(scaled - Math.rint(scaled)) > 1e-6 ? decimals + 1 : decimals;
  }

  /** Marks at round times of day, UTC; values are seconds since 1970. */
  static Axis timeOfDay(double low, double high, int count) {
    double rough = (high - low) / count;
    long step = CLOCK_STEPS_SECONDS[CLOCK_STEPS_SECONDS.length - 1];
    for (int i = CLOCK_STEPS_SECONDS.length - 1; i >= 0 && CLOCK_STEPS_SECONDS[i] >= rough; i--) {
      step = CLOCK_STEPS_SECONDS[i];
    }
    DateTimeFormatter format = step % 60 == 0 ? CLOCK : CLOCK_WITH_SECONDS;
    List<Tick> ticks = new ArrayList<>();
    for (long at = (long) Math.ceil(low / step) * step; at <= high; at += step) {
      ticks.add(new Tick(at, format.format(Instant.ofEpochSecond(at))));
    }
    return new Axis(Scale.linear(low, high), ticks, "");
  }
}
