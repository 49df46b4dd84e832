package io.makerbench.learn.net;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A network as a description that any engine can run: a trunk that all branches share, and branches
 * whose outputs stand one behind the other in a row. At most the trunk's layers hold memory, in one
 * recurrent layer.
 *
 * <p>Parameters lie in one flat array in the order of {@link #slots}, with PyTorch's names and
 * layout, so that a file of them is a state dictionary.
 *
 * @param inputs width of an observation
 * @param trunk layers all branches share; may be empty
 * @param branches what follows it
 */
public record NetworkShape(int inputs, List<Layer> trunk, List<Branch> branches) {
  public NetworkShape {
    trunk = List.copyOf(trunk);
    branches = List.copyOf(branches);
  }

  /** Numbers in a row of outputs. */
  public int outputs() {
    int sum = 0;
    for (Branch branch : branches) {
      sum += branch.outputs();
    }
    return sum;
  }

  /** Place of a branch's first output in a row. */
  public int offset(String branch) {
    int offset = 0;
    for (Branch b : branches) {
      if (b.name().equals(branch)) {
        return offset;
      }
      offset += b.outputs();
    }
    throw new IllegalArgumentException("There is no branch " + branch + " in " + this);
  }

  /** Numbers in a recurrent layer's state; 0 for a network without memory. */
  public int stateWidth() {
    int sum = 0;
    for (Layer layer : trunk) {
      sum += layer instanceof Layer.Gru gru ? gru.units() : 0;
    }
    return sum;
  }

  /** True where values are dropped out while learning. */
  public boolean dropsOut() {
    return Stream.concat(
            trunk.stream(), branches.stream().flatMap(branch -> branch.layers().stream()))
        .anyMatch(Layer.Dropout.class::isInstance);
  }

  /** Width of the trunk's outputs. */
  public int trunkWidth() {
    return widthAfter(trunk, inputs);
  }

  private static int widthAfter(List<Layer> layers, int width) {
    int result = width;
    for (Layer layer : layers) {
      result = layer.widthAfter(result);
    }
    return result;
  }

  /** Numbers in the flat array. */
  public int size() {
    Slot last = slots().getLast();
    return last.offset() + last.length();
  }

  /** Tensors in the order in which they lie in the flat array. */
  public List<Slot> slots() {
    Slots slots = new Slots();
    int width = slots.add(trunk, inputs);
    for (Branch branch : branches) {
      slots.add(branch.layers(), width);
    }
    return slots.all;
  }

  /** Slots laid one behind the other. */
  private static final class Slots {
    private final List<Slot> all = new ArrayList<>();
    private int end;

    int add(List<Layer> layers, int inputs) {
      int width = inputs;
      for (Layer layer : layers) {
        switch (layer) {
          case Layer.Dense dense -> {
            add(dense.name() + ".weight", dense.units(), width);
            add(dense.name() + ".bias", dense.units());
            width = dense.units();
          }
          case Layer.Norm norm -> {
            add(norm.name() + ".weight", width);
            add(norm.name() + ".bias", width);
          }
          case Layer.Gru gru -> {
            int rows = Layer.Gru.GATES * gru.units();
            add(gru.name() + ".weight_ih_l0", rows, width);
            add(gru.name() + ".weight_hh_l0", rows, gru.units());
            add(gru.name() + ".bias_ih_l0", rows);
            add(gru.name() + ".bias_hh_l0", rows);
            width = gru.units();
          }
          case Layer.Relu relu -> {}
          case Layer.LeakyRelu leaky -> {}
          case Layer.Tanh tanh -> {}
          case Layer.Dropout dropout -> {}
        }
      }
      return width;
    }

    private void add(String name, int... shape) {
      Slot slot = new Slot(name, shape, end);
      all.add(slot);
      end += slot.length();
    }
  }
}
