package io.makerbench.learn;

import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.vector.VectorNetwork;
import io.makerbench.policy.Policy;

/**
 * A trained network that acts as it is judged, on the processor's vectors: microseconds an
 * observation, no native library and no allocation. Not safe for several threads; give each its own
 * by {@link #copy}.
 */
public final class NetworkPolicy implements Policy {
  private static final float[] NO_STATE = {};

  private final String name;
  private final ActionRule rule;
  private final float[] parameters;
  private final VectorNetwork network;
  private float[] outputs = {};

  /**
   * @param rule what the network's outputs mean
   * @param parameters the network's flat array, copied
   */
  public NetworkPolicy(String name, ActionRule rule, float[] parameters) {
    if (parameters.length != rule.shape().size()) {
      throw new InputException(
          "The network has %d parameters, not %d."
              .formatted(rule.shape().size(), parameters.length));
    }
    this.name = name;
    this.rule = rule;
    this.parameters = parameters.clone();
    network = new VectorNetwork(rule.shape());
    network.restore(NetworkState.fresh(this.parameters));
  }

  @Override
  public String name() {
    return name;
  }

  /** What its outputs mean. */
  public ActionRule rule() {
    return rule;
  }

  /** What it is. */
  public NetworkShape shape() {
    return rule.shape();
  }

  /** A copy of the network's flat array. */
  public float[] parameters() {
    return parameters.clone();
  }

  /** The same policy for another thread. */
  public NetworkPolicy copy() {
    return new NetworkPolicy(name, rule, parameters);
  }

  @Override
  public void act(float[] observations, int count, Actions actions) {
    predict(observations, count);
    for (int row = 0; row < count; row++) {
      rule.decide(outputs, row * shape().outputs(), actions, row);
    }
  }

  /** Writes what the network thinks of each choice in one observation. */
  public void preferences(float[] observation, float[] out) {
    predict(observation, 1);
    rule.preferences(outputs, 0, out);
  }

  private void predict(float[] observations, int count) {
    int needed = count * shape().outputs();
    if (outputs.length < needed) {
      outputs = new float[needed];
    }
    network.predict(Inputs.rows(observations, count), outputs, NO_STATE);
  }
}
