package io.makerbench.learn.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A graph of ONNX being built: inputs, constants, nodes in the order in which they are computed,
 * outputs. All tensors are 32-bit floats but the axes that some nodes ask for.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto, whose field
 *     numbers these are</a>
 */
final class OnnxGraph {
  /** Name of the dimension that counts independent observations. */
  static final String ROWS = "rows";

  /** Name of the dimension that counts observations which follow one another. */
  static final String STEPS = "steps";

  private static final int NODE = 1;
  private static final int NAME = 2;
  private static final int INITIALIZER = 5;
  private static final int INPUT = 11;
  private static final int OUTPUT = 12;
  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  private final ProtobufMessage message = new ProtobufMessage();
  private int values;

  OnnxGraph(String name) {
    message.text(NAME, name);
  }

  /** What a tensor outside of the graph is: its elements, and its dimensions before the width. */
  record Kind(int elements, List<String> dimensions) {
    static Kind floats(List<String> dimensions) {
      return new Kind(FLOAT, dimensions);
    }

    static Kind integers(List<String> dimensions) {
      return new Kind(INT64, dimensions);
    }
  }

  /** An input whose last dimension is {@code width}. */
  String input(String name, Kind kind, int width, String words) {
    message.message(INPUT, value(name, kind, width, words));
    return name;
  }

  /** Says that a tensor whose last dimension is {@code width} is an output. */
  void output(String name, Kind kind, int width, String words) {
    message.message(OUTPUT, value(name, kind, width, words));
  }

  private static ProtobufMessage value(String name, Kind kind, int width, String words) {
    ProtobufMessage shape = new ProtobufMessage();
    kind.dimensions()
        .forEach(dimension -> shape.message(1, new ProtobufMessage().text(2, dimension)));
    shape.message(1, new ProtobufMessage().number(1, width));
    ProtobufMessage tensor = new ProtobufMessage().number(1, kind.elements()).message(2, shape);
    return new ProtobufMessage()
        .text(1, name)
        .message(2, new ProtobufMessage().message(1, tensor))
        .text(3, words);
  }

  /** A constant. */
  String constant(String name, float[] numbers, int... shape) {
    ByteBuffer raw = littleEndian(numbers.length * Float.BYTES);
    raw.asFloatBuffer().put(numbers);
    return constant(name, FLOAT, raw, shape);
  }

  /** A constant of whole numbers, such as axes or lengths. */
  String integers(String name, long... numbers) {
    ByteBuffer raw = littleEndian(numbers.length * Long.BYTES);
    raw.asLongBuffer().put(numbers);
    return constant(name, INT64, raw, numbers.length);
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private String constant(String name, int type, ByteBuffer raw, int... shape) {
    ProtobufMessage tensor = new ProtobufMessage();
    for (int length : shape) {
      tensor.number(1, length);
    }
    message.message(INITIALIZER, tensor.number(2, type).text(8, name).bytes(9, raw.array()));
    return name;
  }

  /** A node of one output, whose name is given. */
  String node(String operator, List<String> inputs, OnnxAttribute... attributes) {
    String output = "value" + values++;
    node(operator, inputs, List.of(output), attributes);
    return output;
  }

  /**
   * A node.
   *
   * @param inputs tensors it reads; an empty name stands for one that is left out
   * @param outputs names of what it gives, likewise
   */
  void node(
      String operator, List<String> inputs, List<String> outputs, OnnxAttribute... attributes) {
    ProtobufMessage node = new ProtobufMessage();
    inputs.forEach(input -> node.text(1, input));
    outputs.forEach(output -> node.text(2, output));
    node.text(4, operator);
    for (OnnxAttribute attribute : attributes) {
      node.message(5, attribute.message());
    }
    message.message(NODE, node);
  }

  /** The graph as it stands. */
  ProtobufMessage message() {
    return message;
  }
}
