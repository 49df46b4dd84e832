package io.makerbench.learn.ppo;

import io.makerbench.learn.net.OptimiserRule;
import java.util.Locale;

/** How parameters follow their gradient. */
public enum Optimiser {
  ADAM,
  RMSPROP;

  /** ε of both, as in the reference. */
  private static final double EPSILON = 1e-5;

  /** Decay of RMSProp's mean of squares, as in the reference. */
  private static final double ALPHA = 0.99;

  /** The rule it stands for. */
  OptimiserRule rule() {
    return switch (this) {
      case ADAM -> OptimiserRule.adam(EPSILON);
      case RMSPROP -> OptimiserRule.rmsProp(ALPHA, EPSILON);
    };
  }

  /** The name in files. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
