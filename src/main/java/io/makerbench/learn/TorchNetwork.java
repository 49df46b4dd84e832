package io.makerbench.learn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * A Q-network on tensors. Its parameters are views into one flat tensor, so that the gradient is
 * one flat tensor too, and clipping, the optimiser and the target network each are a few calls.
 */
final class TorchNetwork {
  private final Network network;
  private final long[] cuts;
  private final List<Shape> shapes;

  TorchNetwork(Network network) {
    this.network = network;
    List<Network.Slot> slots = network.slots();
    cuts = slots.stream().skip(1).mapToLong(Network.Slot::offset).toArray();
    shapes = slots.stream().map(TorchNetwork::shape).toList();
  }

  private static Shape shape(Network.Slot slot) {
    return new Shape(Arrays.stream(slot.shape()).asLongStream().toArray());
  }

  /** The tensors of the flat array, as views that share its memory. */
  NDList views(NDArray parameters) {
    NDList views = new NDList(shapes.size());
    try (NDList pieces = parameters.split(cuts, 0)) {
      for (int i = 0; i < shapes.size(); i++) {
        views.add(pieces.get(i).reshape(shapes.get(i)));
      }
    }
    return views;
  }

  /** Values of all actions (batch × actions) for observations (batch × inputs). */
  NDArray values(NDArray observations, NDList views) {
    Iterator<NDArray> parameters = views.iterator();
    NDArray x = observations;
    for (int units : network.hidden()) {
      x = linear(x, parameters);
      if (network.norm() == Norm.LAYER) {
        x = norm(x, new Shape(units), parameters);
      }
      x = x.getNDArrayInternal().relu();
    }
    if (network.head() == Head.PLAIN) {
      return linear(x, parameters);
    }
    NDArray value = linear(x, parameters);
    NDArray advantage = linear(x, parameters);
    return advantage.sub(advantage.mean(new int[] {1}, true)).add(value);
  }

  private static NDArray linear(NDArray x, Iterator<NDArray> parameters) {
    return Linear.linear(x, parameters.next(), parameters.next()).singletonOrThrow();
  }

  private static NDArray norm(NDArray x, Shape shape, Iterator<NDArray> parameters) {
    return LayerNorm.layerNorm(x, shape, parameters.next(), parameters.next(), Network.NORM_EPSILON)
        .singletonOrThrow();
  }
}
