package io.makerbench.policy;

import io.makerbench.env.Actions;
import java.util.Arrays;

/** Takes the same discrete action on every tick. Safe for several threads. */
public record ConstantPolicy(String name, int action) implements Policy {
  @Override
  public void act(float[] observations, int count, Actions actions) {
    Arrays.fill(actions.discrete, 0, count, action);
  }

  @Override
  public boolean everyTick() {
    return true;
  }
}
