package io.makerbench.learn.file;

/** A setting of a node of an ONNX graph. */
record OnnxAttribute(ProtobufMessage message) {
  private static final int NAME = 1;
  private static final int FLOAT_VALUE = 2;
  private static final int INT_VALUE = 3;
  private static final int TYPE = 20;
  private static final int FLOAT = 1;
  private static final int INT = 2;

  static OnnxAttribute of(String name, long value) {
    return new OnnxAttribute(
        new ProtobufMessage().text(NAME, name).number(INT_VALUE, value).number(TYPE, INT));
  }

  static OnnxAttribute of(String name, float value) {
    return new OnnxAttribute(
        new ProtobufMessage().text(NAME, name).real(FLOAT_VALUE, value).number(TYPE, FLOAT));
  }
}
