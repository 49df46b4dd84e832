package io.makerbench.learn.ppo;

import io.makerbench.config.InputException;
import io.makerbench.config.Key;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of the A2C learner (Mnih and others, 2016, in step). */
public record A2cConfig(
    @Key(
            help = "Market ticks to learn for, over all copies; the last rollout is finished.",
            unit = "ticks",
            fallback = "1000000",
            min = 1)
        long totalTicks,
    @Key(help = "Learning rate.", fallback = "7e-4", min = 0, max = 1) double lr,
    @Key(
            help = "Learning rate at the end, reached linearly; null for the same throughout.",
            fallback = "null",
            min = 0,
            max = 1)
        @Nullable Double lrEnd,
    @Key(help = "How parameters follow their gradient.", fallback = "\"rmsprop\"")
        Optimiser optimizer,
    @Key(
            help = "Decisions of each copy between updates.",
            unit = "decisions",
            fallback = "5",
            min = 1,
            max = 1000000)
        int nSteps,
    @Key(
            help = "Discount of a decision where time_based_discount is off.",
            fallback = "0.99",
            min = 0,
            max = 1)
        double gamma,
    @Key(help = "Discount by market time instead of by decision.", fallback = "false")
        boolean timeBasedDiscount,
    @Key(help = "Time after which a reward counts half.", unit = "s", fallback = "5", min = 1e-9)
        double gammaHalfLifeSec,
    @Key(
            help = "λ of the generalised advantage estimate: 1 for whole returns.",
            fallback = "1",
            min = 0,
            max = 1)
        double gaeLambda,
    @Key(help = "Shift and scale the advantages of each update.", fallback = "false")
        boolean normalizeAdvantage,
    @Key(help = "Weight of the entropy.", fallback = "0", min = 0) double entCoef,
    @Key(
            help = "ent_coef at the end, reached linearly; null for the same throughout.",
            fallback = "null",
            min = 0)
        @Nullable Double entCoefEnd,
    @Key(help = "Weight of the value's loss.", fallback = "0.5", min = 0) double vfCoef,
    @Key(help = "Largest norm of the gradient.", fallback = "0.5", min = 1e-12) double maxGradNorm,
    @Key(
            help = "Widths of the hidden layers.",
            unit = "units",
            fallback = "[64, 64]",
            min = 1,
            max = 65536)
        List<Integer> hidden,
    @Key(help = "What follows a hidden layer.", fallback = "\"tanh\"") Activation activation,
    @Key(help = "Layer norm after each hidden layer.", fallback = "false") boolean layerNorm,
    @Key(
            help = "One net with two heads, instead of one for the policy and one for the value.",
            fallback = "false")
        boolean sharedTrunk,
    @Key(
            help =
                "Units of a gated recurrent unit after the hidden layers, which gives the policy a"
                    + " memory; 0 for none. The trunk is then shared.",
            unit = "units",
            fallback = "0",
            min = 0,
            max = 65536)
        int gruUnits,
    @Key(
            help = "Logarithm of the standard deviation of actions in a box at the start.",
            fallback = "0",
            min = -20,
            max = 5)
        double logStdInit,
    @Key(
            help = "Shift and scale observations by their running mean and variance.",
            fallback = "false")
        boolean normalizeObservations,
    @Key(
            help = "Learn values shifted and scaled by the running mean and variance of returns.",
            fallback = "false")
        boolean normalizeValues,
    @Key(help = "Factor of all rewards.", fallback = "1", min = 1e-12) double rewardScale,
    @Key(
            help =
                "Divide rewards by the running deviation of their discounted sum, and clip them to"
                    + " ±10.",
            fallback = "false")
        boolean normalizeRewards,
    @Key(help = "Matrix products in 16-bit floats on a GPU.", fallback = "false") boolean amp,
    @Key(
            help =
                "Policy to start from: a run's or checkpoint's folder, or a file of its tensors. One"
                    + " that PPO or A2C trained keeps how far its actions stray.",
            fallback = "null")
        @Nullable String loadPath,
    @Key(help = "Folder the trained policy is copied to.", fallback = "null")
        @Nullable String savePath,
    @Key(help = "Write a row of logs/episodes.csv for each episode that ended.", fallback = "true")
        boolean episodeLogging,
    @Key(help = "Write a row of logs/steps.csv for each decision.", fallback = "false")
        boolean stepLogging) {
  /** No bound on what a probability's ratio may become: it is 1 in the only update anyway. */
  private static final double NO_CLIP = 1e9;

  public A2cConfig {
    hidden = List.copyOf(hidden);
    if (gruUnits == 0 && hidden.isEmpty()) {
      throw new InputException("hidden is empty and gru_units 0: a policy needs one of the two.");
    }
  }

  /**
   * The same learner as PPO's settings. One passage over the whole rollout at once, so that the
   * ratio of probabilities is 1 and the gradient of its product with the advantage that of the
   * log-probability: PPO's update is then A2C's (Huang and others, 2022).
   */
  PpoConfig asPpo() {
    return new PpoConfig(
        totalTicks,
        lr,
        lrEnd,
        optimizer,
        nSteps,
        Integer.MAX_VALUE,
        1,
        gamma,
        timeBasedDiscount,
        gammaHalfLifeSec,
        gaeLambda,
        NO_CLIP,
        null,
        null,
        normalizeAdvantage,
        entCoef,
        entCoefEnd,
        vfCoef,
        maxGradNorm,
        null,
        hidden,
        activation,
        layerNorm,
        sharedTrunk,
        gruUnits,
        null,
        logStdInit,
        normalizeObservations,
        normalizeValues,
        rewardScale,
        normalizeRewards,
        amp,
        loadPath,
        savePath,
        episodeLogging,
        stepLogging);
  }
}
