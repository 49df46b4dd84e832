package io.makerbench.learn.acting;

import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import java.util.Arrays;
import java.util.List;

/**
 * Several trained policies that decide together, as those of several seeds: acts by the mean of
 * their networks' outputs, be they logits, values or numbers. Not safe for several threads.
 */
public final class EnsemblePolicy implements ReadablePolicy {
  private final List<NetworkPolicy> members;
  private float[] means = {};

  /**
   * @param members networks of one shape that act in one way
   * @throws InputException when there are none, or they differ in shape or kind
   */
  public EnsemblePolicy(List<NetworkPolicy> members) {
    if (members.isEmpty()) {
      throw new InputException("An ensemble needs at least one policy.");
    }
    this.members = members.stream().map(NetworkPolicy::copy).toList();
    NetworkPolicy first = this.members.getFirst();
    for (NetworkPolicy member : this.members) {
      if (!member.shape().equals(first.shape())
          || !member.rule().getClass().equals(first.rule().getClass())
          || !member.rule().space().equals(first.rule().space())) {
        throw new InputException(
            "The policies of an ensemble must be networks of one shape and decide for the same"
                + " actions: %s for %s is not %s for %s."
                    .formatted(
                        member.shape(),
                        member.rule().space(),
                        first.shape(),
                        first.rule().space()));
      }
    }
  }

  /** Those that decide. */
  public List<NetworkPolicy> members() {
    return members;
  }

  @Override
  public String name() {
    return members.getFirst().name();
  }

  @Override
  public void begin(int copy) {
    members.forEach(member -> member.begin(copy));
  }

  @Override
  public ActionRule rule() {
    return members.getFirst().rule();
  }

  @Override
  public void act(float[] observations, int count, Actions actions) {
    outputs(observations, count);
    int width = rule().shape().outputs();
    for (int row = 0; row < count; row++) {
      rule().decide(means, row * width, actions, row);
    }
  }

  /** The mean of the members' outputs. */
  @Override
  public float[] outputs(float[] observations, int count) {
    int width = rule().shape().outputs();
    if (means.length < count * width) {
      means = new float[count * width];
    }
    Arrays.fill(means, 0);
    for (NetworkPolicy member : members) {
      float[] outputs = member.outputs(observations, count);
      for (int i = 0; i < count * width; i++) {
        means[i] += outputs[i] / members.size();
      }
    }
    return means;
  }
}
