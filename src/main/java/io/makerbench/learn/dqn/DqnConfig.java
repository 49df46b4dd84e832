package io.makerbench.learn.dqn;

import io.makerbench.config.Key;
import io.makerbench.learn.Discount;
import io.makerbench.learn.figures.TrainingLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of the DQN learner, by the names of the source's train_dqn_config.json. */
public record DqnConfig(
    @Key(help = "Learning rate of AdamW.", fallback = "1e-4", min = 0, max = 1) double lr,
    @Key(help = "Decoupled weight decay.", fallback = "1e-5", min = 0, max = 1) double weightDecay,
    @Key(
            help = "Decisions gathered before learning, beside mdp_step_warmup.",
            unit = "decisions",
            fallback = "8000",
            min = 1)
        int minReplay,
    @Key(
            help = "Further decisions before learning starts.",
            unit = "decisions",
            fallback = "10000",
            min = 0)
        int mdpStepWarmup,
    @Key(help = "Huber loss; otherwise squared error.", fallback = "true") boolean useHuber,
    @Key(help = "Double DQN targets.", fallback = "true") boolean doubleDqn,
    @Key(help = "Dueling head.", fallback = "true") boolean dueling,
    @Key(
            help = "Steps of the n-step return.",
            unit = "decisions",
            fallback = "1",
            min = 1,
            max = 100)
        int nRewardStep,
    @Key(
            help = "Discount of a decision where time_based_discount is off.",
            fallback = "0.99",
            min = 0,
            max = 1)
        double gamma,
    @Key(help = "Discount by market time instead of by decision.", fallback = "true")
        boolean timeBasedDiscount,
    @Key(help = "Time after which a reward counts half.", unit = "s", fallback = "5", min = 1e-9)
        double gammaHalfLifeSec,
    @Key(help = "Exploration at the start.", fallback = "1", min = 0, max = 1) double epsilonStart,
    @Key(help = "Exploration at the end.", fallback = "0.05", min = 0, max = 1) double epsilonEnd,
    @Key(
            help = "Ticks before exploration begins to fall.",
            unit = "ticks",
            fallback = "10000",
            min = 0)
        long epsilonWarmupTicks,
    @Key(
            help = "Share of all planned ticks at which exploration reaches its end.",
            fallback = "1",
            min = 0,
            max = 1)
        double epsilonShare,
    @Key(help = "Transitions kept.", unit = "transitions", fallback = "100000", min = 1)
        int replayCapacity,
    @Key(help = "Transitions in an update.", unit = "transitions", fallback = "512", min = 1)
        int batchSize,
    @Key(
            help = "Updates between hard copies to the target network, where hard_sync is on.",
            unit = "updates",
            fallback = "5000",
            min = 1)
        int syncInterval,
    @Key(help = "Copy the target network whole instead of following softly.", fallback = "false")
        boolean hardSync,
    @Key(
            help = "Share by which the target network follows at each update.",
            fallback = "0.002",
            min = 0,
            max = 1)
        double tau,
    @Key(help = "Passages through the training data.", unit = "episodes", fallback = "50", min = 1)
        int numEpisodes,
    @Key(help = "Largest norm of the gradient.", fallback = "8", min = 1e-12) double maxGradNorm,
    @Key(
            help = "Decisions between updates; on every tick while the count is a multiple of it.",
            unit = "decisions",
            fallback = "10",
            min = 1)
        int trainFreq,
    @Key(help = "Widths of the hidden layers.", unit = "units", fallback = "[256, 128]", min = 1)
        List<Integer> hidden,
    @Key(help = "Layer norm in each hidden layer.", fallback = "true") boolean layerNorm,
    @Key(help = "Replay important transitions more often.", fallback = "false")
        boolean prioritisedReplay,
    @Key(
            help =
                "Policy to start from: a run's or checkpoint's folder, or a file of its tensors. Of a"
                    + " clone with the same hidden, activation relu and no layer_norm, logits are"
                    + " taken for values.",
            fallback = "null")
        @Nullable String loadPath,
    @Key(help = "Where the final checkpoint is copied.", fallback = "null")
        @Nullable String savePath,
    @Key(help = "Write a row of logs/episodes.csv for each episode that ended.", fallback = "true")
        boolean episodeLogging,
    @Key(help = "Write a row of logs/steps.csv for each decision.", fallback = "false")
        boolean stepLogging,
    @Key(help = "Matrix products in 16-bit floats on a GPU.", fallback = "true") boolean amp)
    implements TrainingLog.Settings {
  /** Longest step counted inside an n-step window, in seconds. */
  private static final double LONGEST_STEP_IN_WINDOW_S = 3;

  /** How much the future counts. */
  Discount discount() {
    double longest = nRewardStep > 1 ? LONGEST_STEP_IN_WINDOW_S : Double.POSITIVE_INFINITY;
    return timeBasedDiscount
        ? new Discount.HalfLife(gammaHalfLifeSec, longest)
        : new Discount.Constant(gamma);
  }
}
