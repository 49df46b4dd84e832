package io.makerbench.learn.dqn;

import io.makerbench.config.InputException;
import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.acting.QNetwork;
import io.makerbench.learn.acting.TrainedNetwork;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.Slot;
import io.makerbench.random.RandomStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The parameters a DQN training begins with: drawn ones, those of a Q-network, or those of another
 * policy of the same layers, a clone for example, whose logits are taken for values (in a dueling
 * network for advantages). It then decides as that policy did; what the numbers are worth is
 * learnt.
 */
record QStart(QNetwork network, Path source) {
  static LearnerState of(DqnConfig config, QNetwork network, long seed) {
    float[] drawn = network.initial(RandomStream.named(seed, "network", 0));
    return LearnerState.fresh(
        config.loadPath() == null
            ? drawn
            : new QStart(network, Path.of(config.loadPath())).fill(drawn));
  }

  private float[] fill(float[] drawn) {
    Path place = TrainedPolicy.place(source);
    if (!Files.exists(place.resolve("policy.json"))) {
      TrainedNetwork loaded = TrainedNetwork.read(place);
      requireSame(loaded.network(), network);
      return loaded.parameters();
    }
    NetworkPolicy policy = TrainedPolicy.read(place).policy();
    if (policy.rule() instanceof QNetwork loaded) {
      requireSame(loaded, network);
      return policy.parameters();
    }
    requireSame(policy.rule().space(), network.space());
    if (policy.scale() != null) {
      throw new InputException(
          "load_path: the policy of %s scales observations; DQN sees them as they are."
              .formatted(source));
    }
    return takeOver(policy, drawn);
  }

  private float[] takeOver(NetworkPolicy policy, float[] parameters) {
    List<Layer> theirs = path(policy.shape(), policy.rule().branch());
    List<Layer> ours = path(network.shape(), network.branch());
    requireSame(kinds(theirs), kinds(ours));
    float[] from = policy.parameters();
    for (int i = 0; i < ours.size(); i++) {
      if (ours.get(i) instanceof Layer.Dense dense) {
        String name = ((Layer.Dense) theirs.get(i)).name();
        for (String part : new String[] {".weight", ".bias"}) {
          Slot to = slot(network.shape(), dense.name() + part);
          Slot at = slot(policy.shape(), name + part);
          System.arraycopy(from, at.offset(), parameters, to.offset(), to.length());
        }
      }
    }
    return parameters;
  }

  /** The layers between observation and decision. */
  private static List<Layer> path(NetworkShape shape, String branch) {
    List<Layer> layers = new ArrayList<>(shape.trunk());
    for (Branch each : shape.branches()) {
      if (each.name().equals(branch)) {
        layers.addAll(each.layers());
      }
    }
    layers.removeIf(Layer.Dropout.class::isInstance);
    return layers;
  }

  /** What layers do, whatever their names. */
  private static List<String> kinds(List<Layer> layers) {
    return layers.stream()
        .map(layer ->
            switch (layer) {
              case Layer.Dense dense -> dense.units() + " linear";
              default -> layer.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            })
        .toList();
  }

  private static Slot slot(NetworkShape shape, String name) {
    return shape.slots().stream()
        .filter(slot -> slot.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void requireSame(Object theirs, Object ours) {
    if (!theirs.equals(ours)) {
      throw new InputException(
          "load_path: %s holds %s, this training needs %s.".formatted(source, theirs, ours));
    }
  }
}
