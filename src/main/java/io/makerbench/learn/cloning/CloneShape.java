package io.makerbench.learn.cloning;

import io.makerbench.learn.acting.DistributionRule;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkShape;
import java.util.ArrayList;
import java.util.List;

/**
 * The network of a clone: the branch of an actor-critic that acts, with the same names, so that PPO
 * and A2C can go on from it. Dropout has no name and does not count in those of others.
 */
final class CloneShape {
  private CloneShape() {}

  static NetworkShape of(CloningConfig config, int inputs, int outputs) {
    String branch = DistributionRule.BRANCH;
    List<Layer> layers = new ArrayList<>();
    int named = 0;
    for (int units : config.hidden()) {
      layers.add(new Layer.Dense(branch + "." + named, units));
      layers.add(config.activation().layer());
      named += 2;
      if (config.layerNorm()) {
        layers.add(new Layer.Norm(branch + "." + named));
        named++;
      }
      if (config.dropout() > 0) {
        layers.add(new Layer.Dropout(config.dropout()));
      }
    }
    layers.add(new Layer.Dense(branch + "." + named, outputs));
    return new NetworkShape(inputs, List.of(), List.of(new Branch(branch, layers)));
  }
}
