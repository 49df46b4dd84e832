package io.makerbench.learn.acting;

import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.vector.VectorNetwork;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A trained network that acts as it is judged, on the processor's vectors: microseconds an
 * observation, no native library and no allocation. A network with memory remembers, row by row,
 * what was since {@link #begin}. Not safe for several threads; give each its own by {@link #copy}.
 */
public final class NetworkPolicy implements ReadablePolicy {
  private final String name;
  private final ActionRule rule;
  private final float[] parameters;
  private final VectorNetwork network;
  private final @Nullable ObservationScale scale;
  private float[] scaled = {};
  private float[] outputs = {};
  private float[] state = {};

  /** A policy that sees observations as they are; see the other constructor. */
  public NetworkPolicy(String name, ActionRule rule, float[] parameters) {
    this(name, rule, parameters, null);
  }

  /**
   * @param rule what the network's outputs mean
   * @param parameters the network's flat array, copied
   * @param scale how observations are scaled before the network sees them; null for not at all
   */
  public NetworkPolicy(
      String name, ActionRule rule, float[] parameters, @Nullable ObservationScale scale) {
    if (parameters.length != rule.shape().size()) {
      throw new InputException(
          "The network has %d parameters, not %d."
              .formatted(rule.shape().size(), parameters.length));
    }
    this.name = name;
    this.rule = rule;
    this.scale = scale;
    this.parameters = parameters.clone();
    network = new VectorNetwork(rule.shape());
    network.restore(NetworkState.fresh(this.parameters));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ActionRule rule() {
    return rule;
  }

  /** What it is. */
  public NetworkShape shape() {
    return network.shape();
  }

  /** A copy of the network's flat array. */
  public float[] parameters() {
    return parameters.clone();
  }

  /** How observations are scaled before the network sees them; null where they are not. */
  public @Nullable ObservationScale scale() {
    return scale;
  }

  /** The same policy for another thread. */
  public NetworkPolicy copy() {
    return new NetworkPolicy(name, rule, parameters, scale);
  }

  @Override
  public void act(float[] observations, int count, Actions actions) {
    predict(observations, count);
    int width = shape().outputs();
    for (int row = 0; row < count; row++) {
      rule.decide(outputs, row * width, actions, row);
    }
  }

  @Override
  public float[] outputs(float[] observations, int count) {
    predict(observations, count);
    return outputs;
  }

  /** Writes what the network thinks of each choice in one observation. */
  public void preferences(float[] observation, float[] out) {
    predict(observation, 1);
    rule.preferences(outputs, 0, out);
  }

  @Override
  public void begin(int copy) {
    int width = shape().stateWidth();
    reserve(copy + 1);
    Arrays.fill(state, copy * width, (copy + 1) * width, 0);
  }

  private void predict(float[] observations, int count) {
    reserve(count);
    float[] seen = observations;
    if (scale != null) {
      scale.apply(observations, 0, scaled, 0, count);
      seen = scaled;
    }
    Inputs inputs =
        shape().stateWidth() == 0
            ? Inputs.rows(seen, count)
            : Inputs.sequences(seen, 1, count, state, null);
    network.predict(inputs, outputs, state);
  }

  private void reserve(int count) {
    outputs = atLeast(outputs, count * shape().outputs());
    state = atLeast(state, count * shape().stateWidth());
    scaled = atLeast(scaled, scale == null ? 0 : count * shape().inputs());
  }

  private static float[] atLeast(float[] numbers, int needed) {
    return numbers.length < needed ? Arrays.copyOf(numbers, needed) : numbers;
  }
}
