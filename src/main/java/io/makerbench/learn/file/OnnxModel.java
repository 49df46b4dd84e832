package io.makerbench.learn.file;

import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.acting.ObservationScale;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.tensors.StateDictionary;
import io.makerbench.storage.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A trained policy as an ONNX model (opset {@value #OPSET}), which any ONNX runtime carries out.
 *
 * <p>Input {@code observations}, rows × observation width: as the market gives them; scaling is
 * part of the model. A policy with memory also has the input {@code state}, rows × units, zero
 * where an episode begins, and the output {@code state_after}, which is the state of the next step.
 * The other outputs are the network's branches by name, rows × their width. The model's metadata
 * says how the action follows from them, and what the observations were made of.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/docs/Operators.md">the operators</a>
 */
public final class OnnxModel {
  static final String OBSERVATIONS = "observations";
  static final String STATE = "state";
  static final String STATE_AFTER = "state_after";

  private static final int OPSET = 17;

  /** Of the file format, which came with that opset. */
  private static final int IR_VERSION = 8;

  private static final int METADATA = 14;

  private OnnxModel() {}

  /** Writes a file that appears whole or not at all; an older one is replaced. */
  public static void write(TrainedPolicy trained, Path file) {
    byte[] bytes = bytes(trained);
    WholeFile.create(
        file,
        draft -> {
          try {
            Files.write(draft, bytes);
          } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written.", e);
          }
        });
  }

  private static byte[] bytes(TrainedPolicy trained) {
    NetworkPolicy policy = trained.policy();
    ProtobufMessage model =
        new ProtobufMessage()
            .number(1, IR_VERSION)
            .text(2, "makerbench")
            .message(7, graph(policy))
            .message(8, new ProtobufMessage().text(1, "").number(2, OPSET));
    metadata(model, "policy", policy.name());
    metadata(model, "action", policy.rule().words());
    metadata(model, "observation_fingerprint", trained.fingerprint());
    metadata(model, "observation_facts", trained.facts());
    return model.toBytes();
  }

  private static void metadata(ProtobufMessage model, String key, String value) {
    model.message(METADATA, new ProtobufMessage().text(1, key).text(2, value));
  }

  private static ProtobufMessage graph(NetworkPolicy policy) {
    NetworkShape shape = policy.shape();
    OnnxGraph graph = new OnnxGraph(policy.name());
    OnnxLayers layers =
        new OnnxLayers(graph, new StateDictionary(shape).named(policy.parameters()));
    String seen =
        graph.input(OBSERVATIONS, shape.inputs(), "Observations as the market gives them.");
    if (shape.stateWidth() > 0) {
      graph.input(STATE, shape.stateWidth(), "The last state_after; zero where an episode begins.");
    }
    ObservationScale scale = policy.scale();
    if (scale != null) {
      seen = layers.scale(scale, seen);
    }
    String shared = layers.run(shape.trunk(), seen);
    for (Branch branch : shape.branches()) {
      String last = layers.run(branch.layers(), shared);
      graph.node("Identity", List.of(last), List.of(branch.name()));
      graph.output(branch.name(), branch.outputs(), "The network's branch " + branch.name() + ".");
    }
    if (shape.stateWidth() > 0) {
      graph.output(STATE_AFTER, shape.stateWidth(), "The state of the next step.");
    }
    return graph.message();
  }
}
