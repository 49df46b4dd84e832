package io.makerbench.learn;

import io.makerbench.config.InputException;
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
public record Network(int inputs, List<Integer> hidden, Norm norm, int actions, Head head) {
  /** Added to the variance in layer norm. */
  static final float NORM_EPSILON = 1e-5f;

  private static final String WEIGHT = ".weight";
  private static final String BIAS = ".bias";

  public Network {
    hidden = List.copyOf(hidden);
  }

  /** Where one tensor lies in the flat array. */
  record Slot(String name, int[] shape, int offset) {
    int length() {
      return NamedArray.length(shape);
    }
  }

  /** Tensors in the order in which they lie in the flat array. */
  List<Slot> slots() {
    SlotList list = new SlotList();
    int width = inputs;
    for (int i = 0; i < hidden.size(); i++) {
      list.linear(linearName(i, norm), width, hidden.get(i));
      if (norm == Norm.LAYER) {
        list.norm(normName(i), hidden.get(i));
      }
      width = hidden.get(i);
    }
    switch (head) {
      case DUELING -> list.linear("V", width, 1).linear("A", width, actions);
      case PLAIN -> list.linear("Q", width, actions);
    }
    return list.slots;
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
    Slot last = slots().getLast();
    return last.offset() + last.length();
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
    return slots().stream()
        .map(slot ->
            new NamedArray(
                slot.name(),
                slot.shape(),
                Arrays.copyOfRange(parameters, slot.offset(), slot.offset() + slot.length())))
        .toList();
  }

  /**
   * The tensors of a file put together into the flat array.
   *
   * @param source what a message calls the file
   * @throws InputException when a tensor is missing, unknown or of another shape
   */
  float[] flat(List<NamedArray> tensors, String source) {
    Map<String, NamedArray> byName = byName(tensors);
    float[] parameters = new float[size()];
    for (Slot slot : slots()) {
      NamedArray found = byName.remove(slot.name());
      if (found == null || !Arrays.equals(found.shape(), slot.shape())) {
        throw new InputException(
            "%s: the network needs a tensor %s of shape %s, the file has %s."
                .formatted(
                    source,
                    slot.name(),
                    Arrays.toString(slot.shape()),
                    found == null ? "none" : "one of shape " + Arrays.toString(found.shape())));
      }
      System.arraycopy(found.values(), 0, parameters, slot.offset(), slot.length());
    }
    if (!byName.isEmpty()) {
      throw new InputException(
          "%s holds tensors that are no part of the network: %s."
              .formatted(source, byName.keySet().stream().sorted().toList()));
    }
    return parameters;
  }

  /**
   * The network whose tensors these are.
   *
   * @param source what a message calls the file
   * @throws InputException when they are those of no Q-network
   */
  static Network of(List<NamedArray> tensors, String source) {
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
    return new Network(inputs, hidden, norm, last[0], head);
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

  /** Slots laid one behind the other. */
  private static final class SlotList {
    private final List<Slot> slots = new ArrayList<>();
    private int end;

    SlotList linear(String name, int inputs, int outputs) {
      return add(name + WEIGHT, outputs, inputs).add(name + BIAS, outputs);
    }

    SlotList norm(String name, int width) {
      return add(name + WEIGHT, width).add(name + BIAS, width);
    }

    private SlotList add(String name, int... shape) {
      Slot slot = new Slot(name, shape, end);
      slots.add(slot);
      end += slot.length();
      return this;
    }
  }
}
