package io.makerbench.workbench.replay;

/**
 * Between which resting sizes the colours change: smaller ones have the ground's colour, larger
 * ones the strongest.
 *
 * @param measure what the bounds are
 * @param lower where the colours begin
 * @param upper where they end
 */
record CutOff(Measure measure, double lower, double upper) {
  static final CutOff FIRST = new CutOff(Measure.SHARE, 0, 0.97);

  /** What the bounds of a cut-off are. */
  enum Measure {
    /** Shares, 0 … 1, of all sizes that rest in a recording. */
    SHARE,
    /** Sizes, in base currency. */
    SIZE
  }

  /** Lots at which the colours begin. */
  float lowerLots(ReplayData data) {
    return measure == Measure.SHARE && lower <= 0 ? 0 : lots(data, lower);
  }

  /** Lots at which they end, at least one more. */
  float upperLots(ReplayData data) {
    return Math.max(lowerLots(data) + 1, lots(data, upper));
  }

  private float lots(ReplayData data, double bound) {
    return measure == Measure.SHARE
        ? data.depth().quantile(bound)
        : (float) (bound / data.instrument().sizeStep());
  }
}
