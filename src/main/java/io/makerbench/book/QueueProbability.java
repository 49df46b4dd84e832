package io.makerbench.book;

import io.makerbench.config.Key;
import java.util.Locale;

/**
 * How likely a cancel in a level's queue came from behind an order, where the recording shows sizes
 * but no orders: P(front, back) of a function f that grows from f(0) = 0, by the formulas of R.
 * Rigtorp (<i>Estimating order queue position</i>, 2013) and of the hftbacktest project.
 *
 * @param function f
 * @param exponent n of the power function; of no matter to the logarithm
 * @param form how P is made of f
 */
public record QueueProbability(
    @Key(
            help = "Function f of the probability: x^exponent (power) or ln(1 + x) (log).",
            fallback = "\"power\"")
        Function function,
    @Key(help = "Exponent of the power function.", fallback = "1", min = 0.01, max = 100)
        double exponent,
    @Key(
            help =
                "Chance that a cancel came from behind: f(back) / (f(back) + f(front)) (split),"
                    + " f(back) / f(back + front) (whole) or 1 − f(front / (front + back))"
                    + " (front-share).",
            fallback = "\"split\"")
        Form form) {

  /** Every lot of the level is as likely to be cancelled as another. */
  public static final QueueProbability EVEN = new QueueProbability(Function.POWER, 1, Form.SPLIT);

  /** The function f. */
  public enum Function {
    /** xⁿ. */
    POWER,
    /** ln(1 + x). */
    LOG
  }

  /** How the probability is made of f. */
  public enum Form {
    /** f(back) / (f(back) + f(front)). */
    SPLIT,
    /** f(back) / f(back + front). */
    WHOLE,
    /** 1 − f(front / (front + back)). */
    FRONT_SHARE;

    /** As written in configurations. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Probability that a cancel came from behind.
   *
   * @param front quantity ahead of the order, not negative
   * @param back quantity behind it; what is negative counts as 0
   * @return 0 … 1; 1 where nothing is ahead
   */
  public double behind(double front, double back) {
    if (front == 0) {
      return 1;
    }
    double rear = Math.max(0, back);
    return switch (form) {
      case SPLIT -> {
        double f = f(rear);
        yield f / (f + f(front));
      }
      case WHOLE -> f(rear) / f(rear + front);
      case FRONT_SHARE -> 1 - f(front / (front + rear));
    };
  }

  /** StrictMath, so that every machine finds the same places. */
  private double f(double x) {
    if (function == Function.LOG) {
      return StrictMath.log1p(x);
    }
    return exponent == 1 ? x : StrictMath.pow(x, exponent);
  }

  /** As named in reports, for example {@code power 2 split}. */
  @Override
  public String toString() {
    String f = function == Function.LOG ? "log" : "power " + exponent;
    return f + " " + form;
  }
}
