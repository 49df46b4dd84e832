package io.makerbench.learn.file;

import io.makerbench.learn.acting.ActionRule;
import io.makerbench.learn.acting.EnsemblePolicy;
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
import java.util.ArrayList;
import java.util.List;

/**
 * A trained policy as an ONNX model (opset {@value #OPSET}), which any ONNX runtime carries out.
 *
 * <p>Input {@code observations}, rows × observation width: as the market gives them; scaling is
 * part of the model. A policy with memory takes sequences, steps × rows × observation width of any
 * number of steps, and has the input {@code state}, rows × units: zero in the rows in which an
 * episode begins with the first step, so that a sequence is cut where one does. Its output {@code
 * state_after} is the state of the next step.
 *
 * <p>Output {@code action} is what the policy does, whole numbers where it chooses. The other
 * outputs are the network's branches by name. Dimensions before the last are those of the
 * observations. The model's metadata says how the action follows from the branches, and what the
 * observations were made of.
 *
 * <p>Policies that decide together are one model, in which branches are the means of the members'.
 * Each has a state of its own, named {@code member0.state} and so on.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/docs/Operators.md">the operators</a>
 */
public final class OnnxModel {
  static final String OBSERVATIONS = "observations";
  static final String ACTION = "action";
  static final String STATE = "state";
  static final String STATE_AFTER = "state_after";

  private static final int OPSET = 17;

  /** Of the file format, which came with that opset. */
  private static final int IR_VERSION = 8;

  private static final int METADATA = 14;

  private final List<NetworkPolicy> members;
  private final NetworkShape shape;
  private final List<String> dimensions;
  private final OnnxGraph graph;

  private OnnxModel(EnsemblePolicy ensemble) {
    members = ensemble.members();
    shape = members.getFirst().shape();
    dimensions =
        shape.stateWidth() > 0 ? List.of(OnnxGraph.STEPS, OnnxGraph.ROWS) : List.of(OnnxGraph.ROWS);
    graph = new OnnxGraph(ensemble.name());
  }

  /**
   * Writes a file that appears whole or not at all; an older one is replaced.
   *
   * @param together policies that decide together; one for itself
   * @throws io.makerbench.config.InputException when they do not fit together
   */
  public static void write(List<TrainedPolicy> together, Path file) {
    byte[] bytes = bytes(together);
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

  private static byte[] bytes(List<TrainedPolicy> together) {
    EnsemblePolicy ensemble =
        new EnsemblePolicy(together.stream().map(TrainedPolicy::policy).toList());
    ProtobufMessage model =
        new ProtobufMessage()
            .number(1, IR_VERSION)
            .text(2, "makerbench")
            .message(7, new OnnxModel(ensemble).graph())
            .message(8, new ProtobufMessage().text(1, "").number(2, OPSET));
    TrainedPolicy first = together.getFirst();
    metadata(model, "policy", ensemble.name());
    metadata(model, "action", first.policy().rule().words());
    metadata(model, "observation_fingerprint", first.fingerprint());
    metadata(model, "observation_facts", first.facts());
    return model.toBytes();
  }

  private static void metadata(ProtobufMessage model, String key, String value) {
    model.message(METADATA, new ProtobufMessage().text(1, key).text(2, value));
  }

  private ProtobufMessage graph() {
    graph.input(OBSERVATIONS, floats(), shape.inputs(), "Observations as the market gives them.");
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      all.add(member(members.get(i), members.size() == 1 ? "" : "member" + i + "."));
    }
    for (int b = 0; b < shape.branches().size(); b++) {
      int place = b;
      branch(shape.branches().get(b), all.stream().map(outputs -> outputs.get(place)).toList());
    }
    action(members.getFirst().rule());
    return graph.message();
  }

  private OnnxGraph.Kind floats() {
    return OnnxGraph.Kind.floats(dimensions);
  }

  /** A network of its own; returns its branches' outputs. */
  private List<String> member(NetworkPolicy policy, String prefix) {
    OnnxLayers layers =
        new OnnxLayers(graph, prefix, new StateDictionary(shape).named(policy.parameters()));
    if (shape.stateWidth() > 0) {
      OnnxGraph.Kind rows = OnnxGraph.Kind.floats(List.of(OnnxGraph.ROWS));
      String words = "The last state_after; zero in rows where an episode begins.";
      graph.input(prefix + STATE, rows, shape.stateWidth(), words);
      graph.output(prefix + STATE_AFTER, rows, shape.stateWidth(), "The state of the next step.");
    }
    ObservationScale scale = policy.scale();
    String seen = scale == null ? OBSERVATIONS : layers.scale(scale, OBSERVATIONS);
    String shared = layers.run(shape.trunk(), seen);
    return shape.branches().stream().map(b -> layers.run(b.layers(), shared)).toList();
  }

  private void branch(Branch branch, List<String> ofMembers) {
    String name = branch.name();
    graph.node("Mean", ofMembers, List.of(name));
    graph.output(name, floats(), branch.outputs(), "The network's branch " + name + ".");
  }

  private void action(ActionRule rule) {
    OnnxActions actions = new OnnxActions(graph, rule.space());
    graph.node("Identity", List.of(actions.of(rule.branch())), List.of(ACTION));
    graph.output(
        ACTION,
        actions.isWhole() ? OnnxGraph.Kind.integers(dimensions) : floats(),
        rule.space().width(),
        "What the policy does.");
  }
}
