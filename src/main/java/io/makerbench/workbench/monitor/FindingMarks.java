package io.makerbench.workbench.monitor;

import io.makerbench.learn.watch.FindingKind;
import java.util.List;
import java.util.Set;

/** In which curves a finding shows. */
final class FindingMarks {
  private FindingMarks() {}

  /** Whether something found shows in one of these columns. */
  static boolean showsIn(FindingKind kind, List<Chart.Line> lines) {
    Set<String> columns = columns(kind);
    return lines.stream().anyMatch(line -> columns.contains(line.key()));
  }

  private static Set<String> columns(FindingKind kind) {
    return switch (kind) {
      case DIVERGED, EXPLODING_LOSS -> Set.of("loss", "value_loss", "q_mean");
      case OSCILLATING_LOSS, OVERFITTING -> Set.of("loss", "value_loss");
      case VALUE_FAILURE -> Set.of("explained_variance");
      case COLLAPSED_POLICY, LOST_EXPLORATION -> Set.of("top_action_share", "entropy");
      case LARGE_STEPS -> Set.of("kl");
      case DEAD_GRADIENTS, DEAD_UNITS, CLIPPED_GRADIENTS, TINY_GRADIENTS -> Set.of("grad_norm");
      case NEVER_TRADES, REWARD_SCALE, CONSTANT_REWARD -> Set.of("reward");
      case NO_PROGRESS -> Set.of("reward", "episode_reward", "accuracy");
      case IDLE_GPU -> Set.of(MetricSeries.SPEED);
      case CONSTANT_OBSERVATIONS,
          UNSCALED_OBSERVATIONS,
          LITTLE_DATA,
          UNBALANCED_DEMONSTRATIONS,
          UNUSED_SETTING ->
          Set.of("reward", "accuracy", "mae");
    };
  }
}
