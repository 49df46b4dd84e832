package io.makerbench.system.control;

import io.makerbench.env.VectorEnv;
import java.util.Locale;
import java.util.function.Supplier;

/** A problem of control. */
public enum Problem {
  /** Four states at random for 100 steps; reward 1 for the action of the same number. */
  IDENTITY(Identity::new),
  /** A pole to be balanced on a cart for 500 steps; reward 1 a step until it falls. */
  CARTPOLE(CartPole::new),
  /** Two links to be swung up by the joint between them; reward −1 a step until they are. */
  ACROBOT(Acrobot::new),
  /** Reward 1 for ever, cut off every 100 steps. */
  ENDLESS(Endless::new);

  private final Supplier<Dynamics> rules;

  Problem(Supplier<Dynamics> rules) {
    this.rules = rules;
  }

  /** Its rules, for one thread. */
  Dynamics dynamics() {
    return rules.get();
  }

  /**
   * Copies of the problem.
   *
   * @param purpose what the random numbers are for; another one gives other numbers
   */
  public VectorEnv env(int copies, long seed, String purpose) {
    return new ControlEnv(dynamics(), copies, seed, purpose);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
