package io.makerbench.learn.ppo;

import io.makerbench.config.InputException;
import io.makerbench.config.Key;
import io.makerbench.learn.Discount;
import io.makerbench.learn.figures.TrainingLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of the PPO learner; the defaults are those of the reference implementation. */
public record PpoConfig(
    @Key(
            help = "Market ticks to learn for, over all copies; the last rollout is finished.",
            unit = "ticks",
            fallback = "1000000",
            min = 1)
        long totalTicks,
    @Key(help = "Learning rate.", fallback = "3e-4", min = 0, max = 1) double lr,
    @Key(
            help = "Learning rate at the end, reached linearly; null for the same throughout.",
            fallback = "null",
            min = 0,
            max = 1)
        @Nullable Double lrEnd,
    @Key(help = "How parameters follow their gradient.", fallback = "\"adam\"") Optimiser optimizer,
    @Key(
            help = "Decisions of each copy between updates.",
            unit = "decisions",
            fallback = "2048",
            min = 1,
            max = 1000000)
        int nSteps,
    @Key(
            help =
                "Decisions in a minibatch. With a GRU, whole sequences that come closest from below,"
                    + " at least one.",
            unit = "decisions",
            fallback = "64",
            min = 1)
        int minibatchSize,
    @Key(help = "Passages over each rollout.", fallback = "10", min = 1, max = 1000) int nEpochs,
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
            fallback = "0.95",
            min = 0,
            max = 1)
        double gaeLambda,
    @Key(help = "Largest change of a probability's ratio that pays.", fallback = "0.2", min = 1e-9)
        double clipRange,
    @Key(
            help = "clip_range at the end, reached linearly; null for the same throughout.",
            fallback = "null",
            min = 0)
        @Nullable Double clipRangeEnd,
    @Key(
            help = "Largest change of a value that is learnt from; null for no bound.",
            fallback = "null",
            min = 1e-9)
        @Nullable Double clipRangeValue,
    @Key(help = "Shift and scale the advantages of each minibatch.", fallback = "true")
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
            help =
                "An update ends early when its divergence from the old policy exceeds 1.5 times"
                    + " this; null for never.",
            unit = "nats",
            fallback = "null",
            min = 1e-9)
        @Nullable Double targetKl,
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
            help =
                "Decisions in a row that a memory is trained through, a divisor of n_steps; null"
                    + " for the whole rollout.",
            unit = "decisions",
            fallback = "null",
            min = 1)
        @Nullable Integer sequenceLength,
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
        boolean stepLogging)
    implements TrainingLog.Settings {
  public PpoConfig {
    hidden = List.copyOf(hidden);
    if (gruUnits == 0 && hidden.isEmpty()) {
      throw new InputException("hidden is empty and gru_units 0: a policy needs one of the two.");
    }
    if (sequenceLength != null && nSteps % sequenceLength != 0) {
      throw new InputException(
          "sequence_length is %d; it must divide n_steps, %d, without a rest."
              .formatted(sequenceLength, nSteps));
    }
  }

  /** Decisions in a row that are learnt from together: one without a memory. */
  int sequence() {
    if (gruUnits == 0) {
      return 1;
    }
    return sequenceLength == null ? nSteps : sequenceLength;
  }

  /** How much the future counts. */
  Discount discount() {
    return timeBasedDiscount
        ? new Discount.HalfLife(gammaHalfLifeSec, Double.POSITIVE_INFINITY)
        : new Discount.Constant(gamma);
  }
}
