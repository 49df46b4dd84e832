package io.makerbench.learn.acting;

import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.Slot;
import io.makerbench.learn.tensors.NamedArray;
import io.makerbench.learn.tensors.StateDictionary;
import io.makerbench.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The shape of a Q-network: hidden layers of linear, norm and ReLU, then a head. All its parameters
 * lie in one flat array, in the order of {@link #slots}, by PyTorch's names and with PyTorch's
 * row-major (output, input) weights.
 *
 * @param inputs width of an observation
 * @param hidden widths of the hidden layers
 * @param norm what stands between a hidden layer's linear part and its ReLU
 * @param actions number of actions
 * @param head how values come from the last hidden layer
 */
public record QNetwork(int inputs, List<Integer> hidden, Norm norm, int actions, Head head)
    implements ActionRule {
  private static final String WEIGHT = ".weight";

  public QNetwork {
    hidden = List.copyOf(hidden);
  }

  /** The network as engines know it; its outputs are V and A one behind the other, or Q. */
  @Override
  public NetworkShape shape() {
    List<Layer> trunk = new ArrayList<>();
    for (int i = 0; i < hidden.size(); i++) {
      trunk.add(new Layer.Dense(linearName(i, norm), hidden.get(i)));
      if (norm == Norm.LAYER) {
        trunk.add(new Layer.Norm(normName(i)));
      }
      trunk.add(new Layer.Relu());
    }
    return new NetworkShape(inputs, trunk, branches());
  }

  private List<Branch> branches() {
    return switch (head) {
      case DUELING -> List.of(branch("V", 1), branch("A", actions));
      case PLAIN -> List.of(branch("Q", actions));
    };
  }

  private static Branch branch(String name, int units) {
    return new Branch(name, List.of(new Layer.Dense(name, units)));
  }

  /** Value of one action, from a row of outputs. */
  public float value(float[] outputs, int at, int action) {
    return switch (head) {
      case PLAIN -> outputs[at + action];
      case DUELING -> outputs[at] + outputs[at + 1 + action] - meanAdvantage(outputs, at);
    };
  }

  private float meanAdvantage(float[] outputs, int at) {
    float sum = 0;
    for (int a = 0; a < actions; a++) {
      sum += outputs[at + 1 + a];
    }
    return sum / actions;
  }

  /** The first of the most valuable actions. */
  @Override
  public void decide(float[] outputs, int at, Actions chosen, int row) {
    chosen.discrete[row] = best(outputs, at);
  }

  /** The first of the most valuable actions, from a row of outputs. */
  public int best(float[] outputs, int at) {
    // What dueling adds is the same for all.
    int first = head == Head.DUELING ? at + 1 : at;
    int best = 0;
    for (int a = 1; a < actions; a++) {
      if (outputs[first + a] > outputs[first + best]) {
        best = a;
      }
    }
    return best;
  }

  /** Values of all actions, from a row of outputs. */
  @Override
  public void preferences(float[] outputs, int at, float[] out) {
    float shift = head == Head.DUELING ? outputs[at] - meanAdvantage(outputs, at) : 0;
    int first = head == Head.DUELING ? at + 1 : at;
    for (int a = 0; a < actions; a++) {
      out[a] = outputs[first + a] + shift;
    }
  }

  @Override
  public String branch() {
    return head == Head.DUELING ? "A" : "Q";
  }

  @Override
  public Space space() {
    return new Space.Discrete(actions);
  }

  @Override
  public String words() {
    return "The index of the first of the largest numbers of branch %s.".formatted(branch());
  }

  /** From the slope of a loss by one action's value, the slopes by a row of outputs. */
  public void slopes(int action, float slope, float[] out, int at) {
    int first = head == Head.DUELING ? at + 1 : at;
    float other = head == Head.DUELING ? -slope / actions : 0;
    for (int a = 0; a < actions; a++) {
      out[first + a] = a == action ? slope + other : other;
    }
    if (head == Head.DUELING) {
      out[at] = slope;
    }
  }

  /** Tensors in the order in which they lie in the flat array. */
  List<Slot> slots() {
    return shape().slots();
  }

  /** Modules are counted as in the source: linear, norm where there is one, activation. */
  private static String linearName(int layer, Norm norm) {
    return "backbone." + (norm == Norm.LAYER ? 3 : 2) * layer;
  }

  private static String normName(int layer) {
    return "backbone." + (3 * layer + 1);
  }

  /** Numbers in the flat array. */
  public int size() {
    return shape().size();
  }

  /**
   * Fresh parameters: linear weights uniform within ±1/√inputs (Kaiming with a = √5), biases zero,
   * norms the identity.
   */
  public float[] initial(RandomStream random) {
    float[] parameters = new float[size()];
    for (Slot slot : slots()) {
      if (slot.shape().length == 2) {
        double bound = 1 / Math.sqrt(slot.shape()[1]);
        for (int i = 0; i < slot.length(); i++) {
          parameters[slot.offset() + i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
      } else if (slot.name().endsWith(WEIGHT)) {
        Arrays.fill(parameters, slot.offset(), slot.offset() + slot.length(), 1);
      }
    }
    return parameters;
  }

  /** The flat array taken apart into its tensors. */
  List<NamedArray> named(float[] parameters) {
    return new StateDictionary(shape()).named(parameters);
  }

  /**
   * The tensors of a file put together into the flat array.
   *
   * @param source what a message calls the file
   * @throws InputException when a tensor is missing, unknown or of another shape
   */
  float[] flat(List<NamedArray> tensors, String source) {
    return new StateDictionary(shape()).flat(tensors, source);
  }

  /**
   * The network whose tensors these are.
   *
   * @param source what a message calls the file
   * @throws InputException when they are those of no Q-network
   */
  static QNetwork of(List<NamedArray> tensors, String source) {
    Map<String, NamedArray> byName = byName(tensors);
    List<Integer> hidden = new ArrayList<>();
    Norm norm = byName.containsKey(normName(0) + WEIGHT) ? Norm.LAYER : Norm.NONE;
    while (byName.containsKey(linearName(hidden.size(), norm) + WEIGHT)) {
      hidden.add(matrix(byName, linearName(hidden.size(), norm) + WEIGHT, source)[0]);
    }
    Head head = byName.containsKey("A" + WEIGHT) ? Head.DUELING : Head.PLAIN;
    int[] last = matrix(byName, (head == Head.DUELING ? "A" : "Q") + WEIGHT, source);
    int inputs =
        hidden.isEmpty() ? last[1] : matrix(byName, linearName(0, norm) + WEIGHT, source)[1];
    return new QNetwork(inputs, hidden, norm, last[0], head);
  }

  private static int[] matrix(Map<String, NamedArray> tensors, String name, String source) {
    NamedArray found = tensors.get(name);
    if (found == null || found.shape().length != 2) {
      throw new InputException(
          "%s holds no Q-network: a matrix %s is missing; it has %s."
              .formatted(source, name, tensors.keySet().stream().sorted().toList()));
    }
    return found.shape();
  }

  private static Map<String, NamedArray> byName(List<NamedArray> tensors) {
    return tensors.stream().collect(Collectors.toMap(NamedArray::name, Function.identity()));
  }
}
