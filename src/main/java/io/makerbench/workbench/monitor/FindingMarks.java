package io.makerbench.workbench.monitor;

import io.makerbench.learn.watch.Finding;
import io.makerbench.learn.watch.FindingKind;
import io.makerbench.workbench.plot.Mark;
import java.util.List;
import java.util.Set;

/** Findings as marks on the curves they show in. */
final class FindingMarks {
  private FindingMarks() {}

  /** Those that show in one of these columns. */
  static List<Mark> on(List<Chart.Line> lines, List<Finding> findings) {
    return findings.stream()
        .filter(finding -> lines.stream().anyMatch(line -> showsIn(finding.kind(), line.key())))
        .map(finding ->
            new Mark(
                finding.step(),
                finding.kind().title() + ". " + finding.message(),
                finding.severity().toString()))
        .toList();
  }

  private static boolean showsIn(FindingKind kind, String column) {
    return columns(kind).contains(column);
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
