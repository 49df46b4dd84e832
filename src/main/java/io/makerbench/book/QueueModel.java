package io.makerbench.book;

import java.util.Locale;

/**
 * What moves an order forward in its level's queue, for books that show sizes but no orders.
 * "Ahead" is the quantity in front of the order, in lots, whole or not; {@link #UNKNOWN} while the
 * recording does not show the level. It is never negative and never grows, and after a change of
 * the level it is at most the level's size.
 *
 * <p>Pure functions on primitives; an order's place is two or three numbers its owner keeps: the
 * quantity ahead, the size the level had when it last changed, and what has been traded at its
 * price since then.
 *
 * @param kind the model
 * @param probability where a cancel came from, for {@link Kind#PROBABILITY}
 * @param lot size of a lot in the unit the probability's function counts in, base currency or
 *     contracts; matters to the logarithm only
 */
public record QueueModel(Kind kind, QueueProbability probability, double lot) {
  /**
   * Quantity ahead of an order whose level the recording does not show, and such a level's size.
   */
  public static final double UNKNOWN = Double.POSITIVE_INFINITY;

  /** The cautious model. */
  public static final QueueModel RISK_AVERSE =
      new QueueModel(Kind.RISK_AVERSE, QueueProbability.EVEN, 1);

  /** Models of a place in a queue. */
  public enum Kind {
    /** A cancel is taken to have been behind the order unless the level shows that it was not. */
    RISK_AVERSE,
    /** A cancel is shared out between front and back by a probability. */
    PROBABILITY;

    /** As written in configurations and reports. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Quantity ahead after a trade of {@code traded} at the order's price. */
  public static double afterTrade(double ahead, double traded) {
    return Math.max(0, ahead - traded);
  }

  /**
   * Quantity ahead once the level shows a new size.
   *
   * <p>By probability, chg = previous − size − traded is what was cancelled; when it is positive,
   * with back = previous − ahead and p = P(ahead, back), ahead becomes min(ahead − (1 − p)·chg +
   * min(back − p·chg, 0), size). A form with p too small can make that negative; it counts as 0,
   * for else a trade would execute more than its own size.
   *
   * @param previous size the level had before; {@link #UNKNOWN} out of sight
   * @param size size it has now; {@link #UNKNOWN} out of sight
   * @param traded what was traded at the price since the size was {@code previous}
   */
  public double afterChange(double ahead, double previous, double size, double traded) {
    double cancelled = previous - size - traded;
    // Also false where a size is unknown: NaN or infinite.
    boolean shared =
        kind == Kind.PROBABILITY && cancelled > 0 && cancelled < UNKNOWN && ahead < UNKNOWN;
    return shared ? afterCancel(ahead, previous, size, cancelled) : Math.min(ahead, size);
  }

  private double afterCancel(double ahead, double previous, double size, double cancelled) {
    double back = previous - ahead;
    double behind = probability.behind(ahead * lot, back * lot);
    double left = ahead - (1 - behind) * cancelled + Math.min(back - behind * cancelled, 0);
    return Math.clamp(left, 0, size);
  }

  /** As named in reports, for example {@code probability (power 2 split)}. */
  @Override
  public String toString() {
    return kind == Kind.PROBABILITY ? kind + " (" + probability + ")" : kind.toString();
  }
}
