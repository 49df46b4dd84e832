package io.makerbench.learn;

import io.makerbench.config.ConfigSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a learner that its troubles come from. Null where a learner has no such key.
 *
 * @param section section of the configuration, for example {@code ppo}
 * @param config what that section is read into: advice names its keys and no others
 * @param lr learning rate
 * @param maxGradNorm norm beyond which gradients are clipped
 * @param optimizerEpsilon ε of its optimiser, below which a gradient moves nothing
 * @param entropyWeight {@code ent_coef}
 * @param rewardScale {@code reward_scale}
 * @param normalizeObservations {@code normalize_observations}
 * @param normalizeValues {@code normalize_values}
 * @param normalizeRewards {@code normalize_rewards}
 * @param hidden widths of the hidden layers
 * @param demonstrations decisions of an expert it learns from
 * @param balanced whether rarely made choices of the expert count for more
 * @param startsTrained whether it starts from a policy that was trained before
 */
public record LearnerSettings(
    String section,
    Class<? extends Record> config,
    double lr,
    double maxGradNorm,
    double optimizerEpsilon,
    @Nullable Double entropyWeight,
    @Nullable Double rewardScale,
    @Nullable Boolean normalizeObservations,
    @Nullable Boolean normalizeValues,
    @Nullable Boolean normalizeRewards,
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

  /** Whether its section has a key, for example {@code target_kl}. */
  public boolean has(String name) {
    return ConfigSchema.of(config).child(name) != null;
  }

  /** True where what values are learnt of is brought near 1, whatever the market pays. */
  public boolean scalesReturns() {
    return Boolean.TRUE.equals(normalizeValues) || Boolean.TRUE.equals(normalizeRewards);
  }

  /** True where it imitates an expert instead of acting for rewards. */
  public boolean imitates() {
    return demonstrations != null;
  }
}
