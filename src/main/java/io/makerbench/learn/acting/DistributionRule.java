package io.makerbench.learn.acting;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.learn.net.NetworkShape;

/**
 * Acts by the mode of the distribution that the policy's branch gives. Not safe for several
 * threads.
 */
public final class DistributionRule implements ActionRule {
  /** The branch it reads. */
  public static final String BRANCH = "policy";

  private final NetworkShape shape;
  private final Space space;
  private final ActionDistribution distribution;
  private final int policyAt;
  private final float[] free;
  private final float[] action;

  /**
   * @param shape a network with a branch {@code policy} of as many outputs as the space asks for
   * @param space the actions
   */
  public DistributionRule(NetworkShape shape, Space space) {
    this.shape = shape;
    this.space = space;
    distribution = ActionDistribution.of(space);
    policyAt = shape.offset(BRANCH);
    free = new float[distribution.free()];
    action = new float[distribution.width()];
  }

  @Override
  public NetworkShape shape() {
    return shape;
  }

  @Override
  public String branch() {
    return BRANCH;
  }

  @Override
  public Space space() {
    return space;
  }

  @Override
  public void decide(float[] outputs, int at, Actions actions, int row) {
    distribution.look(outputs, at + policyAt, free);
    distribution.mode(action, 0);
    distribution.act(action, 0, actions, row);
  }

  @Override
  public void preferences(float[] outputs, int at, float[] out) {
    distribution.look(outputs, at + policyAt, free);
    distribution.preferences(out);
  }

  @Override
  public String words() {
    return switch (space) {
      case Space.Discrete _ -> "The index of the first of the largest numbers of branch policy.";
      case Space.MultiDiscrete several ->
          "Branch policy in groups of %s numbers: of each group the index of the first of the largest."
              .formatted(several.choices());
      case Space.Box box when Double.isInfinite(box.low()) -> "The numbers x of branch policy.";
      case Space.Box box ->
          "%s + %s · (1 + tanh x) / 2 for each number x of branch policy."
              .formatted(box.low(), box.high() - box.low());
      case Space.Simplex _ ->
          "log(1 + e^x) for each number x of branch policy, divided by the sum of them.";
    };
  }
}
