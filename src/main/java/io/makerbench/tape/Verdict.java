package io.makerbench.tape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Verification} found.
 *
 * @param figures what was counted, in order, shares among it
 * @param mismatches differences that nothing excuses
 * @param first the first of them, in words; null without any
 */
public record Verdict(List<Figure> figures, long mismatches, @Nullable String first) {
  /** A number with its name. */
  public record Figure(String name, double value, Unit unit) {
    static Figure count(String name, long value) {
      return new Figure(name, value, Unit.COUNT);
    }

    /** A part of something; NaN of nothing. */
    static Figure share(String name, long part, long all) {
      return new Figure(name, all == 0 ? Double.NaN : (double) part / all, Unit.SHARE);
    }
  }

  /** What a figure is. */
  public enum Unit {
    COUNT,
    /** Between 0 and 1. */
    SHARE
  }
}
