package io.makerbench.system.perp;

import io.makerbench.env.Actions;
import io.makerbench.policy.Policy;

/** Always takes the same action. Safe for several threads. */
record FixedAction(String name, float[] action) implements Policy {
  @Override
  public void act(float[] observations, int count, Actions actions) {
    for (int i = 0; i < count; i++) {
      System.arraycopy(action, 0, actions.continuous, i * action.length, action.length);
    }
  }
}
