package io.makerbench.learn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a learner that its troubles come from. Null where a learner has no such key.
 *
 * @param section section of the configuration, for example {@code ppo}
 * @param lr learning rate
 * @param maxGradNorm norm beyond which gradients are clipped
 * @param adamEpsilon ε of its optimiser, below which a gradient moves nothing
 * @param entropyWeight {@code ent_coef}
 * @param rewardScale {@code reward_scale}
 * @param normalizeObservations {@code normalize_observations}
 * @param normalizeValues {@code normalize_values}, or {@code normalize_rewards}, by which values
 *     are of a size as well
 * @param hidden widths of the hidden layers
 * @param demonstrations decisions of an expert it learns from
 * @param balanced whether rarely made choices of the expert count for more
 * @param startsTrained whether it starts from a policy that was trained before
 */
public record LearnerSettings(
    String section,
    double lr,
    double maxGradNorm,
    double adamEpsilon,
    @Nullable Double entropyWeight,
    @Nullable Double rewardScale,
    @Nullable Boolean normalizeObservations,
    @Nullable Boolean normalizeValues,
    List<Integer> hidden,
    @Nullable Integer demonstrations,
    @Nullable Boolean balanced,
    boolean startsTrained) {
  public LearnerSettings {
    hidden = List.copyOf(hidden);
  }

  /** A key as configurations name it, for example {@code ppo.lr}. */
  public String key(String name) {
    return section + "." + name;
  }

  /** True where it imitates an expert instead of acting for rewards. */
  public boolean imitates() {
    return demonstrations != null;
  }
}
