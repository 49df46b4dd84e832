package io.makerbench.evaluate;

/** Which way a metric improves. */
public enum Better {
  HIGHER,
  LOWER,
  /** Neither: the metric describes, it does not judge. */
  NONE;

  /**
   * True when the first of two numbers is strictly the better one; false when it cannot be said.
   */
  public boolean prefers(double first, double second) {
    return switch (this) {
      case HIGHER -> first > second;
      case LOWER -> first < second;
      case NONE -> false;
    };
  }
}
