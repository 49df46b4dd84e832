package io.makerbench.learn;

import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/**
 * A Q-network that acts greedily, in plain Java: a few microseconds an observation, no native
 * library and no allocation. The first of equal values wins. Not safe for several threads; give
 * each its own by {@link #copy}.
 */
public final class NetworkPolicy implements Policy {
  private final String name;
  private final Network network;
  private final List<DenseLayer> layers = new ArrayList<>();
  private final List<float[]> outputs = new ArrayList<>();
  private final DenseLayer valueHead;
  private final DenseLayer actionHead;
  private final float[] stateValue = new float[1];
  private final float[] values;
  private final float[] parameters;

  /**
   * @param parameters the network's flat array, copied
   */
  public NetworkPolicy(String name, Network network, float[] parameters) {
    this.name = name;
    this.network = network;
    this.parameters = new float[network.size()];
    values = new float[network.actions()];
    int width = network.inputs();
    for (int units : network.hidden()) {
      layers.add(DenseLayer.hidden(width, units, network.norm()));
      outputs.add(new float[units]);
      width = units;
    }
    valueHead = DenseLayer.linear(width, network.head() == Head.DUELING ? 1 : 0);
    actionHead = DenseLayer.linear(width, network.actions());
    load(parameters);
  }

  /** Takes over other parameters of the same network. */
  void load(float[] from) {
    if (from.length != parameters.length) {
      throw new InputException(
          "The network has %d parameters, not %d.".formatted(parameters.length, from.length));
    }
    System.arraycopy(from, 0, parameters, 0, parameters.length);
    int offset = 0;
    for (DenseLayer layer : layers) {
      offset = layer.load(parameters, offset);
    }
    actionHead.load(parameters, valueHead.load(parameters, offset));
  }

  @Override
  public String name() {
    return name;
  }

  public Network network() {
    return network;
  }

  /** A copy of the network's flat array. */
  public float[] parameters() {
    return parameters.clone();
  }

  /** The same policy for another thread. */
  public NetworkPolicy copy() {
    return new NetworkPolicy(name, network, parameters);
  }

  @Override
  public void act(float[] observations, int count, Actions actions) {
    for (int i = 0; i < count; i++) {
      actions.discrete[i] = best(observations, i * network.inputs());
    }
  }

  /** The greedy action for the observation that starts at {@code offset}. */
  int best(float[] observations, int offset) {
    forward(observations, offset);
    int best = 0;
    for (int a = 1; a < values.length; a++) {
      if (values[a] > values[best]) {
        best = a;
      }
    }
    return best;
  }

  /** The value of an action in the state that was looked at last. */
  float value(int action) {
    return values[action];
  }

  /** Writes the value of every action in the state of one observation. */
  public void values(float[] observation, float[] out) {
    forward(observation, 0);
    System.arraycopy(values, 0, out, 0, values.length);
  }

  private void forward(float[] observations, int offset) {
    float[] in = observations;
    int from = offset;
    for (int l = 0; l < layers.size(); l++) {
      layers.get(l).forward(in, from, outputs.get(l));
      in = outputs.get(l);
      from = 0;
    }
    actionHead.forward(in, from, values);
    if (network.head() == Head.DUELING) {
      valueHead.forward(in, from, stateValue);
      combine();
    }
  }

  private void combine() {
    float sum = 0;
    for (float advantage : values) {
      sum += advantage;
    }
    float shift = stateValue[0] - sum / values.length;
    for (int a = 0; a < values.length; a++) {
      values[a] += shift;
    }
  }
}
