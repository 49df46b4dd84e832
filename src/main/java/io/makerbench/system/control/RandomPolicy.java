package io.makerbench.system.control;

import io.makerbench.env.Actions;
import io.makerbench.policy.Policy;
import io.makerbench.random.RandomStream;

/** Any action, each as likely. */
record RandomPolicy(String name, int choices, RandomStream random) implements Policy {
  @Override
  public void act(float[] observations, int count, Actions actions) {
    for (int i = 0; i < count; i++) {
      actions.discrete[i] = random.nextInt(choices);
    }
  }
}
