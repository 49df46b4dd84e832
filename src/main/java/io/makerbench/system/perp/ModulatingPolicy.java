package io.makerbench.system.perp;

import io.makerbench.env.Actions;
import io.makerbench.policy.Policy;

/**
 * An expert whose actions differ from state to state, so that a clone has something to learn. With
 * volatility ratio ρ, toxicity t of a venue and net position q in base currency:
 *
 * <ul>
 *   <li>spread scale of a venue 1 + ½·max(0, ρ − 1) + t;
 *   <li>size scale of a venue (1 − ½t) / (1 + |q|/20);
 *   <li>hedge scale ½ + |q|/10, at most 2.
 * </ul>
 *
 * Offsets and hedge weights are left alone. Safe for several threads.
 */
final class ModulatingPolicy implements Policy {
  private static final double WIDENING = 0.5;
  private static final double WIDEST = 3;
  private static final double SHRINKING = 0.5;
  private static final double POSITION_THAT_HALVES = 20;
  private static final double LEAST_HEDGE = 0.5;
  private static final double POSITION_PER_HEDGE = 10;
  private static final double LARGEST_HEDGE = 2;

  private final String name;
  private final Observation observation;
  private final float[] identity;

  ModulatingPolicy(String name, Observation observation) {
    this.name = name;
    this.observation = observation;
    identity = ActionCode.identity(observation.venues());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void act(float[] observations, int count, Actions actions) {
    for (int i = 0; i < count; i++) {
      act(observations, i * observation.width(), actions.continuous, i * identity.length);
    }
  }

  private void act(float[] seen, int from, float[] action, int at) {
    int venues = observation.venues();
    System.arraycopy(identity, 0, action, at, identity.length);
    double excess = Math.max(0, seen[from + Observation.VOLATILITY_RATIO] - 1);
    double held = Math.abs(observation.net(seen, from));
    for (int v = 0; v < venues; v++) {
      double toxicity = seen[from + observation.toxicity(v)];
      double spread = Math.min(1 + WIDENING * excess + toxicity, WIDEST);
      double size = (1 - SHRINKING * toxicity) / (1 + held / POSITION_THAT_HALVES);
      action[at + v] = ActionCode.ofSpreadScale(spread);
      action[at + venues + v] = ActionCode.ofSizeScale(size);
    }
    double hedge = Math.min(LEAST_HEDGE + held / POSITION_PER_HEDGE, LARGEST_HEDGE);
    action[at + 3 * venues] = ActionCode.ofHedgeScale(hedge);
  }
}
