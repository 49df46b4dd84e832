package io.makerbench.learn.ppo;

import io.makerbench.learn.acting.DistributionRule;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkShape;
import java.util.ArrayList;
import java.util.List;

/** Networks with two branches: what the policy does and what a state is worth. */
final class ActorCriticShape {
  private static final String TRUNK = "trunk";
  private static final String GRU = "gru";

  private ActorCriticShape() {}

  /** The network of a configuration. */
  static NetworkShape of(PpoConfig config, int inputs, int policyOutputs) {
    if (config.gruUnits() == 0 && !config.sharedTrunk()) {
      return new NetworkShape(
          inputs,
          List.of(),
          List.of(
              branch(config, DistributionRule.BRANCH, policyOutputs),
              branch(config, Branch.VALUE, 1)));
    }
    List<Layer> trunk = hidden(config, TRUNK);
    if (config.gruUnits() > 0) {
      trunk.add(new Layer.Gru(GRU, config.gruUnits()));
    }
    return new NetworkShape(
        inputs,
        trunk,
        List.of(head(DistributionRule.BRANCH, policyOutputs), head(Branch.VALUE, 1)));
  }

  private static Branch branch(PpoConfig config, String name, int outputs) {
    List<Layer> layers = hidden(config, name);
    layers.add(new Layer.Dense(name + "." + layers.size(), outputs));
    return new Branch(name, layers);
  }

  private static Branch head(String name, int outputs) {
    return new Branch(name, List.of(new Layer.Dense(name, outputs)));
  }

  /** Hidden layers, named by their places as in PyTorch's {@code Sequential}. */
  private static List<Layer> hidden(PpoConfig config, String name) {
    List<Layer> layers = new ArrayList<>();
    for (int units : config.hidden()) {
      layers.add(new Layer.Dense(name + "." + layers.size(), units));
      layers.add(config.activation().layer());
      if (config.layerNorm()) {
        layers.add(new Layer.Norm(name + "." + layers.size()));
      }
    }
    return layers;
  }
}
