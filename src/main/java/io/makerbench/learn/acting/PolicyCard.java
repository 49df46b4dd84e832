package io.makerbench.learn.acting;

import io.makerbench.config.InputException;
import io.makerbench.env.Space;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.tensors.NamedArray;
import io.makerbench.learn.tensors.Safetensors;
import io.makerbench.learn.tensors.StateDictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The description, in policy.json, of a policy of any layers that acts by a distribution's mode.
 *
 * @param format {@value #FORMAT}
 * @param name name of the policy
 * @param inputs width of an observation
 * @param trunk layers that all branches share
 * @param branches what follows them
 * @param actions what it may do
 * @param observationMean see {@link ObservationScale}; empty where observations are not scaled
 * @param observationFactor likewise
 * @param observationFingerprint what an observation is
 * @param observationFacts what it takes to make such observations again, as JSON
 */
record PolicyCard(
    int format,
    String name,
    int inputs,
    List<LayerCard> trunk,
    List<BranchCard> branches,
    SpaceCard actions,
    float[] observationMean,
    float[] observationFactor,
    String observationFingerprint,
    String observationFacts) {
  static final int FORMAT = 2;

  /** One layer; {@code units} and {@code rate} are 0 where it has none. */
  record LayerCard(String kind, String name, int units, double rate) {
    static LayerCard of(Layer layer) {
      return switch (layer) {
        case Layer.Dense dense -> new LayerCard("dense", dense.name(), dense.units(), 0);
        case Layer.Norm norm -> new LayerCard("norm", norm.name(), 0, 0);
        case Layer.Relu relu -> new LayerCard("relu", "", 0, 0);
        case Layer.LeakyRelu leaky -> new LayerCard("leaky_relu", "", 0, 0);
        case Layer.Tanh tanh -> new LayerCard("tanh", "", 0, 0);
        case Layer.Gru gru -> new LayerCard("gru", gru.name(), gru.units(), 0);
        case Layer.Dropout dropout -> new LayerCard("dropout", "", 0, dropout.rate());
      };
    }

    Layer layer() {
      return switch (kind) {
        case "dense" -> new Layer.Dense(name, units);
        case "norm" -> new Layer.Norm(name);
        case "relu" -> new Layer.Relu();
        case "leaky_relu" -> new Layer.LeakyRelu();
        case "tanh" -> new Layer.Tanh();
        case "gru" -> new Layer.Gru(name, units);
        case "dropout" -> new Layer.Dropout(rate);
        default -> throw new InputException("A policy has a layer of an unknown kind, " + kind);
      };
    }
  }

  /** What follows the trunk for one purpose. */
  record BranchCard(String name, List<LayerCard> layers) {}

  /** A space of actions; {@code choices} are empty and the bounds 0 where it has none. */
  record SpaceCard(String kind, int width, List<Integer> choices, double low, double high) {
    static SpaceCard of(Space space) {
      return switch (space) {
        case Space.Discrete d -> new SpaceCard("discrete", 1, List.of(d.choices()), 0, 0);
        case Space.MultiDiscrete m -> new SpaceCard("multi_discrete", m.width(), m.choices(), 0, 0);
        case Space.Box b -> new SpaceCard("box", b.width(), List.of(), b.low(), b.high());
        case Space.Simplex s -> new SpaceCard("simplex", s.width(), List.of(), 0, 0);
      };
    }

    Space space() {
      return switch (kind) {
        case "discrete" -> new Space.Discrete(choices.getFirst());
        case "multi_discrete" -> new Space.MultiDiscrete(choices);
        case "box" -> new Space.Box(width, low, high);
        case "simplex" -> new Space.Simplex(width);
        default -> throw new InputException("A policy has actions of an unknown kind, " + kind);
      };
    }
  }

  static PolicyCard of(TrainedPolicy trained) {
    NetworkPolicy policy = trained.policy();
    if (!(policy.rule() instanceof DistributionRule rule)) {
      throw new IllegalArgumentException(policy.rule() + " cannot be written.");
    }
    NetworkShape shape = rule.shape();
    ObservationScale scale = policy.scale();
    return new PolicyCard(
        FORMAT,
        policy.name(),
        shape.inputs(),
        cards(shape.trunk()),
        shape.branches().stream().map(b -> new BranchCard(b.name(), cards(b.layers()))).toList(),
        SpaceCard.of(rule.space()),
        scale == null ? new float[0] : scale.mean(),
        scale == null ? new float[0] : scale.factor(),
        trained.fingerprint(),
        trained.facts());
  }

  private static List<LayerCard> cards(List<Layer> layers) {
    return layers.stream().map(LayerCard::of).toList();
  }

  /** The policy this describes, with the parameters beside it. */
  TrainedPolicy read(Path folder) {
    Path file = folder.resolve(TrainedNetwork.FILE);
    DistributionRule rule = new DistributionRule(shape(folder), actions.space());
    float[] parameters;
    try {
      List<NamedArray> tensors = Safetensors.read(file);
      parameters = new StateDictionary(rule.shape()).flat(tensors, file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    NetworkPolicy policy = new NetworkPolicy(name, rule, parameters, scale(folder));
    return new TrainedPolicy(policy, observationFingerprint, observationFacts);
  }

  private NetworkShape shape(Path folder) {
    try {
      List<Branch> all = new ArrayList<>();
      for (BranchCard branch : branches) {
        all.add(new Branch(branch.name(), layers(branch.layers())));
      }
      return new NetworkShape(inputs, layers(trunk), all);
    } catch (IllegalArgumentException e) {
      throw new InputException("%s describes no network: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static List<Layer> layers(List<LayerCard> cards) {
    return cards.stream().map(LayerCard::layer).toList();
  }

  private @Nullable ObservationScale scale(Path folder) {
    if (observationMean.length == 0) {
      return null;
    }
    if (observationMean.length != inputs || observationFactor.length != inputs) {
      throw new InputException(
          "%s scales %d and %d numbers of an observation, which has %d."
              .formatted(folder, observationMean.length, observationFactor.length, inputs));
    }
    return new ObservationScale(observationMean, observationFactor);
  }
}
