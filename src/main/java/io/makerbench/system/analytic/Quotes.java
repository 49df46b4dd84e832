package io.makerbench.system.analytic;

/**
 * How far from the mid a rule quotes. Depths are distances in quote currency, negative beyond the
 * mid, positive infinity for no quote.
 */
public interface Quotes {
  /** No quote on a side. */
  double NONE = Double.POSITIVE_INFINITY;

  /** Distance of the bid below the mid at a time since the start, holding an inventory. */
  double bidDepth(double time, int inventory);

  /** Distance of the ask above the mid. */
  double askDepth(double time, int inventory);
}
