package io.makerbench.learn.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.Slot;
import io.makerbench.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The layers of one network on tensors, with its parameters as views into one flat tensor. */
final class TensorLayers {
  private final NetworkShape shape;
  private final Precision precision;
  private final long[] cuts;
  private final List<Shape> shapes;

  TensorLayers(NetworkShape shape, Precision precision) {
    this.shape = shape;
    this.precision = precision;
    List<Slot> slots = shape.slots();
    cuts = slots.stream().skip(1).mapToLong(Slot::offset).toArray();
    shapes =
        slots.stream()
            .map(slot -> new Shape(Arrays.stream(slot.shape()).asLongStream().toArray()))
            .toList();
  }

  /** The tensors of the flat array, as views that share its memory. */
  List<NDArray> views(NDArray parameters) {
    NDList pieces = parameters.split(cuts, 0);
    List<NDArray> views = new ArrayList<>(pieces);
    for (int i = 0; i < shapes.size(); i++) {
      if (shapes.get(i).dimension() > 1) {
        views.set(i, pieces.get(i).reshape(shapes.get(i)));
      }
    }
    return views;
  }

  /**
   * Runs the network.
   *
   * @param views of the parameters
   * @param dropout where zeroes come from while learning; null otherwise
   * @return outputs (rows × outputs), and the state after the last step where there is memory
   */
  NDList run(
      List<NDArray> views, TensorInputs inputs, TensorWork work, @Nullable RandomStream dropout) {
    if (precision == Precision.MIXED) {
      work.lend(views.toArray(NDArray[]::new)); // casts of them belong to the work
    }
    Run run = new Run(inputs, work, dropout, views.iterator());
    NDArray shared = run.through(shape.trunk(), inputs.observations());
    NDList outputs = new NDList();
    for (Branch branch : shape.branches()) {
      outputs.add(run.through(branch.layers(), shared));
    }
    NDArray all = joined(outputs, 1);
    return run.state == null ? new NDList(all) : new NDList(all, run.state);
  }

  /** The library joins a single array by copying it, which cuts it off from its gradient. */
  private static NDArray joined(NDList arrays, int axis) {
    return arrays.size() == 1 ? arrays.get(0) : NDArrays.concat(arrays, axis);
  }

  /** One pass through the layers. */
  private final class Run {
    private final TensorInputs inputs;
    private final TensorWork work;
    private final @Nullable RandomStream dropout;
    private final Iterator<NDArray> parameters;
    private @Nullable NDArray state;

    Run(
        TensorInputs inputs,
        TensorWork work,
        @Nullable RandomStream dropout,
        Iterator<NDArray> parameters) {
      this.inputs = inputs;
      this.work = work;
      this.dropout = dropout;
      this.parameters = parameters;
    }

    NDArray through(List<Layer> layers, NDArray in) {
      NDArray x = in;
      for (Layer layer : layers) {
        x =
            switch (layer) {
              case Layer.Dense dense -> linear(x, parameters.next(), parameters.next());
              case Layer.Norm norm ->
                  LayerNorm.layerNorm(
                          x,
                          new Shape(x.getShape().get(1)),
                          parameters.next(),
                          parameters.next(),
                          Layer.Norm.EPSILON)
                      .singletonOrThrow();
              case Layer.Relu relu -> x.getNDArrayInternal().relu();
              case Layer.LeakyRelu leaky -> x.getNDArrayInternal().leakyRelu(Layer.LeakyRelu.SLOPE);
              case Layer.Tanh tanh -> x.tanh();
              case Layer.Gru gru -> recurrent(x, gru.units());
              case Layer.Dropout drop -> dropout == null ? x : x.mul(factors(x, drop.rate()));
            };
      }
      return x;
    }

    private NDArray factors(NDArray x, double rate) {
      float[] factors = new float[(int) x.getShape().size()];
      float kept = (float) (1 / (1 - rate));
      for (int i = 0; i < factors.length; i++) {
        factors[i] = dropout.nextDouble() < rate ? 0 : kept;
      }
      return work.up(factors, x.getShape());
    }

    private NDArray recurrent(NDArray x, int units) {
      NDArray inputWeight = parameters.next();
      NDArray stateWeight = parameters.next();
      NDList byInput =
          linear(x, inputWeight, parameters.next()).split(inputs.steps()); // rows of one step each
      NDArray stateBias = parameters.next();
      NDArray h = firstState(units);
      NDList kept = kept();
      NDList outputs = new NDList();
      for (int step = 0; step < inputs.steps(); step++) {
        h = kept.isEmpty() ? h : h.mul(kept.get(step));
        NDList gi = byInput.get(step).split(Layer.Gru.GATES, 1);
        NDList gh = linear(h, stateWeight, stateBias).split(Layer.Gru.GATES, 1);
        NDArray r = sigmoid(gi.get(0).add(gh.get(0)));
        NDArray z = sigmoid(gi.get(1).add(gh.get(1)));
        NDArray n = gi.get(2).add(r.mul(gh.get(2))).tanh();
        h = h.sub(n).mul(z).add(n);
        outputs.add(h);
      }
      state = h;
      return joined(outputs, 0);
    }

    private NDArray firstState(int units) {
      NDArray first = inputs.state();
      return first == null
          ? work.zeros(new Shape(inputs.sequences(), units), DataType.FLOAT32)
          : first;
    }

    /** Step by step, factors that clear the state of the sequences whose episode begins there. */
    private NDList kept() {
      NDArray kept = inputs.kept();
      return kept == null ? new NDList() : kept.split(inputs.steps());
    }

    private static NDArray sigmoid(NDArray x) {
      return Activation.sigmoid(x);
    }

    private NDArray linear(NDArray x, NDArray weight, NDArray bias) {
      return switch (precision) {
        case SINGLE -> Linear.linear(x, weight, bias).singletonOrThrow();
        case MIXED -> {
          DataType half = DataType.FLOAT16;
          NDArray product =
              Linear.linear(cast(x, half), cast(weight, half), cast(bias, half)).singletonOrThrow();
          yield cast(product, DataType.FLOAT32);
        }
      };
    }

    /** The library's own cast cuts the gradient; a product of one factor casts and keeps it. */
    private static NDArray cast(NDArray x, DataType type) {
      Shape factors = x.getShape().add(1);
      int last = factors.dimension() - 1;
      return x.reshape(factors).cumProd(last, type).reshape(x.getShape());
    }
  }
}
