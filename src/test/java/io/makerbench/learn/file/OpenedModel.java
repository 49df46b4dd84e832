package io.makerbench.learn.file;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A model opened by ONNX Runtime. */
final class OpenedModel implements AutoCloseable {
  private final OrtEnvironment runtime = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  OpenedModel(Path file) throws OrtException {
    session = runtime.createSession(file.toString());
  }

  /** An input and its dimensions. */
  record Tensor(float[] values, long... shape) {}

  Map<String, float[]> run(Map<String, Tensor> inputs) throws OrtException {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    try {
      for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
        FloatBuffer values = FloatBuffer.wrap(input.getValue().values());
        tensors.put(
            input.getKey(), OnnxTensor.createTensor(runtime, values, input.getValue().shape()));
      }
      try (OrtSession.Result result = session.run(tensors)) {
        Map<String, float[]> outputs = new HashMap<>();
        for (Map.Entry<String, OnnxValue> output : result) {
          outputs.put(output.getKey(), numbers((OnnxTensor) output.getValue()));
        }
        return outputs;
      }
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  private static float[] numbers(OnnxTensor tensor) {
    LongBuffer whole = tensor.getLongBuffer();
    FloatBuffer floats = tensor.getFloatBuffer();
    float[] values = new float[whole == null ? floats.remaining() : whole.remaining()];
    for (int i = 0; i < values.length; i++) {
      values[i] = whole == null ? floats.get(i) : whole.get(i);
    }
    return values;
  }

  Map<String, String> metadata() throws OrtException {
    return session.getMetadata().getCustomMetadata();
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
