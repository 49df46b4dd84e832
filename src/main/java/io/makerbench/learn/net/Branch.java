package io.makerbench.learn.net;

import java.util.List;

/**
 * What follows the trunk for one purpose; the last dense layer gives its outputs.
 *
 * @param name purpose, for example {@code policy} or {@code value}
 * @param layers layers from the trunk's outputs on
 */
public record Branch(String name, List<Layer> layers) {
  /** Name of an actor's branch that says what its states are worth. */
  public static final String VALUE = "value";

  public Branch {
    layers = List.copyOf(layers);
    if (layers.isEmpty() || !(layers.getLast() instanceof Layer.Dense)) {
      throw new IllegalArgumentException("Branch " + name + " must end in a dense layer.");
    }
  }

  /** Numbers it puts out. */
  public int outputs() {
    return ((Layer.Dense) layers.getLast()).units();
  }
}
