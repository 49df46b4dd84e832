package io.makerbench.learn.file;

import io.makerbench.learn.acting.ObservationScale;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.tensors.NamedArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a network's layers into a graph; each takes the tensor before it and names its own. A
 * tensor may have any number of dimensions before its last, the width.
 */
final class OnnxLayers {
  private static final String WEIGHT = ".weight";
  private static final String BIAS = ".bias";

  private final OnnxGraph graph;
  private final String prefix;
  private final Map<String, NamedArray> parameters = new HashMap<>();

  /**
   * @param prefix what all names begin with, so that several networks find room in one graph
   */
  OnnxLayers(OnnxGraph graph, String prefix, List<NamedArray> parameters) {
    this.graph = graph;
    this.prefix = prefix;
    parameters.forEach(array -> this.parameters.put(array.name(), array));
  }

  /** Shifts, scales and bounds observations. */
  String scale(ObservationScale scale, String input) {
    int width = scale.mean().length;
    String mean = graph.constant(prefix + "observation_mean", scale.mean(), width);
    String factor = graph.constant(prefix + "observation_factor", scale.factor(), width);
    String low = graph.constant(prefix + "observation_low", new float[] {-ObservationScale.LIMIT});
    String high = graph.constant(prefix + "observation_high", new float[] {ObservationScale.LIMIT});
    String centred = graph.node("Sub", List.of(input, mean));
    String scaled = graph.node("Mul", List.of(centred, factor));
    return graph.node("Clip", List.of(scaled, low, high));
  }

  /** Layers one after the other; a recurrent one reads and names the state. */
  String run(List<Layer> layers, String input) {
    String value = input;
    for (Layer layer : layers) {
      value = run(layer, value);
    }
    return value;
  }

  private String run(Layer layer, String input) {
    return switch (layer) {
      case Layer.Dense dense -> dense(dense, input);
      case Layer.Norm norm -> norm(norm, input);
      case Layer.Relu relu -> graph.node("Relu", List.of(input));
      case Layer.LeakyRelu leaky ->
          graph.node("LeakyRelu", List.of(input), OnnxAttribute.of("alpha", Layer.LeakyRelu.SLOPE));
      case Layer.Tanh tanh -> graph.node("Tanh", List.of(input));
      case Layer.Gru gru -> gru(gru, input);
      case Layer.Dropout dropout -> input;
    };
  }

  private String dense(Layer.Dense dense, String input) {
    String product = graph.node("MatMul", List.of(input, transposed(dense.name() + WEIGHT)));
    return graph.node("Add", List.of(product, constant(dense.name() + BIAS)));
  }

  /** PyTorch multiplies by (output, input) weights from the right, ONNX by (input, output). */
  private String transposed(String name) {
    NamedArray array = array(name);
    int outputs = array.shape()[0];
    int inputs = array.shape()[1];
    float[] turned = new float[array.values().length];
    for (int out = 0; out < outputs; out++) {
      for (int in = 0; in < inputs; in++) {
        turned[in * outputs + out] = array.values()[out * inputs + in];
      }
    }
    return graph.constant(prefix + name + ".transposed", turned, inputs, outputs);
  }

  private String norm(Layer.Norm norm, String input) {
    return graph.node(
        "LayerNormalization",
        List.of(input, constant(norm.name() + WEIGHT), constant(norm.name() + BIAS)),
        OnnxAttribute.of("axis", -1L),
        OnnxAttribute.of("epsilon", Layer.Norm.EPSILON));
  }

  private String constant(String name) {
    NamedArray array = array(name);
    return graph.constant(prefix + name, array.values(), array.shape());
  }

  private NamedArray array(String name) {
    NamedArray array = parameters.get(name);
    if (array == null) {
      throw new IllegalArgumentException("There are no parameters " + name);
    }
    return array;
  }

  /** Steps × rows × width in and out; the state, rows × units, is that before and after all. */
  private String gru(Layer.Gru gru, String input) {
    String direction = graph.integers(prefix + "direction_axis", 0);
    String between = graph.integers(prefix + "direction_axis_of_all", 1);
    String before = graph.node("Unsqueeze", List.of(prefix + OnnxModel.STATE, direction));
    String all = prefix + gru.name() + ".states";
    String last = prefix + gru.name() + ".state";
    graph.node(
        "GRU",
        List.of(
            input,
            gates(gru, ".weight_ih_l0"),
            gates(gru, ".weight_hh_l0"),
            biases(gru),
            "",
            before),
        List.of(all, last),
        OnnxAttribute.of("hidden_size", (long) gru.units()),
        OnnxAttribute.of("linear_before_reset", 1L));
    graph.node("Squeeze", List.of(last, direction), List.of(prefix + OnnxModel.STATE_AFTER));
    return graph.node("Squeeze", List.of(all, between));
  }

  private String gates(Layer.Gru gru, String matrix) {
    NamedArray array = array(gru.name() + matrix);
    int width = array.shape()[1];
    float[] ordered = new float[array.values().length];
    order(array.values(), ordered, 0, gru.units() * width);
    return graph.constant(prefix + array.name(), ordered, 1, Layer.Gru.GATES * gru.units(), width);
  }

  private String biases(Layer.Gru gru) {
    int length = Layer.Gru.GATES * gru.units();
    float[] ordered = new float[2 * length];
    order(array(gru.name() + ".bias_ih_l0").values(), ordered, 0, gru.units());
    order(array(gru.name() + ".bias_hh_l0").values(), ordered, length, gru.units());
    return graph.constant(prefix + gru.name() + ".biases", ordered, 1, 2 * length);
  }

  /** PyTorch stacks the gates r, z, n; ONNX z, r, n. */
  private static void order(float[] from, float[] to, int at, int gate) {
    System.arraycopy(from, gate, to, at, gate);
    System.arraycopy(from, 0, to, at + gate, gate);
    System.arraycopy(from, 2 * gate, to, at + 2 * gate, gate);
  }
}
