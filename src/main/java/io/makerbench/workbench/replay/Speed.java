package io.makerbench.workbench.replay;

/** How fast market time passes. */
enum Speed {
  X0_1(0.1),
  X0_25(0.25),
  X0_5(0.5),
  X1(1),
  X2(2),
  X5(5),
  X10(10),
  X20(20),
  X50(50),
  X100(100),
  X200(200),
  X500(500),
  X1000(1000),
  /** The whole window in {@link #FASTEST_SECONDS}, whatever its length. */
  FASTEST(Double.POSITIVE_INFINITY);

  private static final double FASTEST_SECONDS = 8;
  private static final double NS_PER_SECOND = 1e9;

  private final double factor;

  Speed(double factor) {
    this.factor = factor;
  }

  /** Market time that passes while {@code wallNs} pass on the wall, ns. */
  double marketNs(long wallNs, long windowNs) {
    return this == FASTEST
        ? wallNs * (windowNs / (FASTEST_SECONDS * NS_PER_SECOND))
        : wallNs * factor;
  }

  Speed faster() {
    return values()[Math.min(values().length - 1, ordinal() + 1)];
  }

  Speed slower() {
    return values()[Math.max(0, ordinal() - 1)];
  }

  @Override
  public String toString() {
    if (this == FASTEST) {
      return "Fastest";
    }
    return (factor < 1 ? String.valueOf(factor) : String.valueOf((long) factor)) + "×";
  }
}
