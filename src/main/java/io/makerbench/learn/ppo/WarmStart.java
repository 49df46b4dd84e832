package io.makerbench.learn.ppo;

import io.makerbench.config.InputException;
import io.makerbench.env.Space;
import io.makerbench.learn.acting.DistributionRule;
import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.acting.ObservationScale;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.Slot;
import io.makerbench.learn.tensors.NamedArray;
import io.makerbench.learn.tensors.StateDictionary;
import io.makerbench.learn.tensors.TensorFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Goes on from a policy that was trained before, a clone for example: all that acts is taken over,
 * and what values states where the checkpoint has it.
 *
 * @param tensors the policy's, by their names
 * @param spread logarithms of the deviations it acted with while it learnt; null where not known
 * @param scale how it scales observations; null where it does not
 * @param source what a message calls it
 */
record WarmStart(
    Map<String, NamedArray> tensors,
    float @Nullable [] spread,
    @Nullable ObservationScale scale,
    Path source) {
  private static final String OPTIMISER = "optimizer.safetensors";

  /**
   * Reads a policy.
   *
   * @param path folder of a run or checkpoint, or a file of tensors
   * @param actions what the policy must decide for, as far as the place tells
   * @param shape the network that goes on from it
   * @throws InputException when there is none, or it is for other actions or observations
   */
  static WarmStart read(Path path, Space actions, NetworkShape shape) {
    Path place = TrainedPolicy.place(path);
    if (Files.isRegularFile(place)) {
      return new WarmStart(byName(TensorFile.read(place)), null, null, path);
    }
    NetworkPolicy policy = TrainedPolicy.read(place).policy();
    requireSameTask(policy, path, actions, shape.inputs());
    requireSameActivation(policy.shape(), path, shape);
    List<NamedArray> tensors = new StateDictionary(policy.shape()).named(policy.parameters());
    return new WarmStart(byName(tensors), spread(place), policy.scale(), path);
  }

  private static Map<String, NamedArray> byName(List<NamedArray> tensors) {
    return tensors.stream().collect(Collectors.toMap(NamedArray::name, Function.identity()));
  }

  private static float @Nullable [] spread(Path place) {
    Path file = place.resolve(OPTIMISER);
    if (!Files.isRegularFile(file)) {
      return null;
    }
    NamedArray free = byName(TensorFile.read(file)).get(FreeParameters.NAME);
    return free == null ? null : free.values();
  }

  /**
   * Takes parameters over.
   *
   * @param shape the network to fill
   * @param parameters the flat array as drawn, filled where the policy says otherwise
   * @throws InputException when the policy is of another shape
   */
  void fill(NetworkShape shape, float[] parameters) {
    for (Slot slot : shape.slots()) {
      NamedArray found = tensors.get(slot.name());
      if (found != null && Arrays.equals(found.shape(), slot.shape())) {
        System.arraycopy(found.values(), 0, parameters, slot.offset(), slot.length());
      } else if (found != null || !slot.name().startsWith(Branch.VALUE)) {
        throw new InputException(
            "load_path: the policy needs a tensor %s of shape %s, the checkpoint %s has %s. Use the"
                    .formatted(
                        slot.name(),
                        Arrays.toString(slot.shape()),
                        source,
                        found == null ? "none" : "one of shape " + Arrays.toString(found.shape()))
                + " same hidden, activation and layer_norm, and no shared_trunk or gru_units that"
                + " it has not.");
      }
    }
  }

  private static void requireSameActivation(NetworkShape theirs, Path path, NetworkShape ours) {
    for (Activation activation : Activation.values()) {
      if (acts(ours, activation) && !acts(theirs, activation)) {
        throw new InputException(
            "load_path: the policy in %s has hidden layers of another activation than %s."
                .formatted(path, activation.name().toLowerCase(Locale.ROOT)));
      }
    }
  }

  private static boolean acts(NetworkShape shape, Activation activation) {
    Layer wanted = activation.layer();
    return shape.trunk().contains(wanted)
        || shape.branches().stream().anyMatch(branch -> branch.layers().contains(wanted));
  }

  private static void requireSameTask(NetworkPolicy policy, Path path, Space actions, int inputs) {
    if (!(policy.rule() instanceof DistributionRule rule) || !rule.space().equals(actions)) {
      throw new InputException(
          "load_path: the policy in %s decides for %s, not for this market's %s."
              .formatted(path, policy.rule().space(), actions));
    }
    if (policy.shape().inputs() != inputs) {
      throw new InputException(
          "load_path: the policy in %s takes %d numbers, but observations have %d here."
              .formatted(path, policy.shape().inputs(), inputs));
    }
  }
}
