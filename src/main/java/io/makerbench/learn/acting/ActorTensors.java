package io.makerbench.learn.acting;

import io.makerbench.config.InputException;
import io.makerbench.env.Space;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.tensors.NamedArray;
import io.makerbench.learn.tensors.StateDictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tensors of a policy that PPO, A2C or cloning could have trained, without a description beside
 * them: what a user's own state dict holds. Names are those of PyTorch's {@code Sequential}s {@code
 * trunk}, {@code policy} and {@code value}, of single linear layers {@code policy} and {@code
 * value} behind a trunk, and of a recurrent layer {@code gru}. A norm stands before or behind the
 * activation, as its number says.
 */
public final class ActorTensors {
  /** Logarithms of standard deviations, which only training needs. */
  private static final String LOG_STD = "log_std";

  private static final String TRUNK = "trunk";
  private static final String POLICY = DistributionRule.BRANCH;
  private static final String GRU = "gru";
  private static final String WEIGHT = ".weight";
  private static final String GRU_WEIGHT = GRU + ".weight_ih_l0";

  private final Map<String, NamedArray> tensors;
  private final String source;

  /**
   * @param source what a message calls them
   */
  public ActorTensors(List<NamedArray> tensors, String source) {
    this.tensors =
        tensors.stream()
            .filter(tensor -> !tensor.name().equals(LOG_STD))
            .collect(
                Collectors.toMap(NamedArray::name, Function.identity(), (a, b) -> a, TreeMap::new));
    this.source = source;
  }

  /** True for tensors of such a policy, by their names. */
  public boolean isActor() {
    return tensors.keySet().stream().anyMatch(name -> name.startsWith(POLICY + "."));
  }

  /**
   * The policy of these tensors.
   *
   * @param name its name
   * @param actions what it decides for
   * @param activation what follows a hidden layer, which tensors do not tell
   * @throws InputException when a tensor is missing, unknown or of a shape that does not fit
   */
  public NetworkPolicy policy(String name, Space actions, Layer activation) {
    NetworkShape shape = shape(activation);
    int gives = shape.branches().getFirst().outputs();
    int needed = ActionDistribution.of(actions).outputs();
    if (gives != needed) {
      throw new InputException(
          "%s: its branch policy gives %d numbers, but this market's actions need %d."
              .formatted(source, gives, needed));
    }
    float[] parameters = new StateDictionary(shape).flat(List.copyOf(tensors.values()), source);
    return new NetworkPolicy(name, new DistributionRule(shape, actions), parameters);
  }

  private NetworkShape shape(Layer activation) {
    List<Layer> trunk = layers(TRUNK, activation);
    if (tensors.get(GRU_WEIGHT) != null) {
      trunk.add(new Layer.Gru(GRU, matrix(GRU_WEIGHT)[0] / Layer.Gru.GATES));
    }
    List<Branch> branches = new ArrayList<>(List.of(branch(POLICY, activation)));
    if (tensors.keySet().stream().anyMatch(name -> name.startsWith(Branch.VALUE + "."))) {
      branches.add(branch(Branch.VALUE, activation));
    }
    List<Layer> first = trunk.isEmpty() ? branches.getFirst().layers() : trunk;
    return new NetworkShape(inputs(first.getFirst()), trunk, branches);
  }

  private int inputs(Layer first) {
    return matrix(first instanceof Layer.Dense dense ? dense.name() + WEIGHT : GRU_WEIGHT)[1];
  }

  private Branch branch(String name, Layer activation) {
    if (tensors.containsKey(name + WEIGHT)) {
      return new Branch(name, List.of(new Layer.Dense(name, matrix(name + WEIGHT)[0])));
    }
    List<Layer> layers = layers(name, activation);
    if (layers.isEmpty() || !(layers.getLast() instanceof Layer.Dense)) {
      throw new InputException(
          "%s: %s must be linear layers of which the last gives the outputs; it has %s."
              .formatted(source, name, tensors.keySet()));
    }
    return new Branch(name, layers);
  }

  /** Layers of a {@code Sequential}; the activation of a last linear layer is left out. */
  private List<Layer> layers(String module, Layer activation) {
    List<Layer> layers = new ArrayList<>();
    int linear = 0;
    boolean owed = false; // the activation of the last linear layer
    for (int place : places(module)) {
      String name = module + "." + place;
      boolean norm = array(name + WEIGHT).shape().length == 1;
      if (owed && (!norm || place > linear + 1)) {
        layers.add(activation);
        owed = false;
      }
      if (norm) {
        layers.add(new Layer.Norm(name));
      } else {
        layers.add(new Layer.Dense(name, matrix(name + WEIGHT)[0]));
        linear = place;
        owed = true;
      }
    }
    if (owed && module.equals(TRUNK)) {
      layers.add(activation);
    }
    return layers;
  }

  /** Numbers of the modules that have a weight, in their order. */
  private List<Integer> places(String module) {
    Pattern pattern = Pattern.compile(Pattern.quote(module) + "\\.(\\d{1,6})\\.weight");
    return tensors.keySet().stream()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .map(matcher -> Integer.valueOf(matcher.group(1)))
        .sorted()
        .toList();
  }

  private int[] matrix(String name) {
    int[] shape = array(name).shape();
    if (shape.length != 2) {
      throw new InputException(
          "%s: %s has the shape %s, but a matrix is needed."
              .formatted(source, name, Arrays.toString(shape)));
    }
    return shape;
  }

  private NamedArray array(String name) {
    NamedArray found = tensors.get(name);
    if (found == null) {
      throw new InputException(
          "%s: a tensor %s is missing; it has %s.".formatted(source, name, tensors.keySet()));
    }
    return found;
  }
}
