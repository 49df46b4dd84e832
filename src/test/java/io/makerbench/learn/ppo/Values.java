package io.makerbench.learn.ppo;

import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.vector.VectorNetwork;

/** What a policy's network thinks states are worth. */
final class Values {
  private Values() {}

  static double of(NetworkPolicy policy, float[] observation) {
    try (VectorNetwork network = new VectorNetwork(policy.shape())) {
      network.restore(NetworkState.fresh(policy.parameters()));
      float[] outputs = new float[policy.shape().outputs()];
      network.predict(Inputs.rows(observation, 1), outputs, new float[0]);
      return outputs[policy.shape().offset(Branch.VALUE)];
    }
  }
}
