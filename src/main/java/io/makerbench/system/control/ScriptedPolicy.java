package io.makerbench.system.control;

import io.makerbench.env.Actions;
import io.makerbench.policy.Policy;

/** The rule made by hand of a problem. */
record ScriptedPolicy(String name, Dynamics dynamics) implements Policy {
  @Override
  public void act(float[] observations, int count, Actions actions) {
    for (int i = 0; i < count; i++) {
      actions.discrete[i] =
          dynamics.scripted(observations, i * dynamics.shape().observationWidth());
    }
  }
}
