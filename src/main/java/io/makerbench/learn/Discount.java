package io.makerbench.learn;

/** How much the future counts after a step of a certain length. */
sealed interface Discount {
  /** Longest step counted inside an n-step window, in seconds. */
  double LONGEST_STEP_IN_WINDOW_S = 3;

  static Discount of(DqnConfig config) {
    return config.timeBasedDiscount()
        ? new HalfLife(
            config.gammaHalfLifeSec(),
            config.nRewardStep() > 1 ? LONGEST_STEP_IN_WINDOW_S : Double.POSITIVE_INFINITY)
        : new Constant(config.gamma());
  }

  /** Factor of a value that lies a step of this many seconds ahead. */
  double over(double seconds);

  /** The same factor whatever the time. */
  record Constant(double gamma) implements Discount {
    @Override
    public double over(double seconds) {
      return gamma;
    }
  }

  /** 2^(−Δt / half-life), Δt at most {@code longest} seconds. */
  record HalfLife(double halfLife, double longest) implements Discount {
    @Override
    public double over(double seconds) {
      return StrictMath.pow(2, -Math.min(seconds, longest) / halfLife);
    }
  }
}
