package io.makerbench.learn.ppo;

import io.makerbench.config.InputException;
import io.makerbench.env.Space;
import io.makerbench.learn.acting.DistributionRule;
import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.acting.ObservationScale;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.Slot;
import io.makerbench.learn.tensors.NamedArray;
import io.makerbench.learn.tensors.StateDictionary;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Goes on from a policy that was trained before, a clone for example: all that acts is taken over,
 * and what values states where the checkpoint has it.
 *
 * @param shape the network to fill
 * @param actions what it may do
 */
record WarmStart(NetworkShape shape, Space actions) {
  /**
   * Takes the parameters of a checkpoint over.
   *
   * @param path folder of a run or checkpoint
   * @param parameters the flat array as drawn, filled where the checkpoint says otherwise
   * @return how that policy scales observations; null where it does not
   * @throws InputException when there is no checkpoint, or its policy is of another shape
   */
  @Nullable ObservationScale fill(Path path, float[] parameters) {
    NetworkPolicy policy = TrainedPolicy.read(TrainedPolicy.place(path)).policy();
    requireSameTask(policy, path);
    Map<String, NamedArray> tensors =
        new StateDictionary(policy.shape())
            .named(policy.parameters()).stream()
                .collect(Collectors.toMap(NamedArray::name, Function.identity()));
    for (Slot slot : shape.slots()) {
      NamedArray found = tensors.get(slot.name());
      if (found != null && Arrays.equals(found.shape(), slot.shape())) {
        System.arraycopy(found.values(), 0, parameters, slot.offset(), slot.length());
      } else if (found != null || !slot.name().startsWith(ActorCriticShape.VALUE)) {
        throw new InputException(
            "load_path: the policy needs a tensor %s of shape %s, the checkpoint %s has %s. Use the"
                    .formatted(
                        slot.name(),
                        Arrays.toString(slot.shape()),
                        path,
                        found == null ? "none" : "one of shape " + Arrays.toString(found.shape()))
                + " same hidden, activation and layer_norm, and no shared_trunk or gru_units that"
                + " it has not.");
      }
    }
    return policy.scale();
  }

  private void requireSameTask(NetworkPolicy policy, Path path) {
    if (!(policy.rule() instanceof DistributionRule rule) || !rule.space().equals(actions)) {
      throw new InputException(
          "load_path: the policy in %s has other actions than this market, %s."
              .formatted(path, actions));
    }
    if (policy.shape().inputs() != shape.inputs()) {
      throw new InputException(
          "load_path: the policy in %s takes %d numbers, but observations have %d here."
              .formatted(path, policy.shape().inputs(), shape.inputs()));
    }
  }
}
