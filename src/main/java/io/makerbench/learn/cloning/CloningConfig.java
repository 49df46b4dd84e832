package io.makerbench.learn.cloning;

import io.makerbench.config.InputException;
import io.makerbench.config.Key;
import io.makerbench.learn.ppo.Activation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of behaviour cloning. */
public record CloningConfig(
    @Key(
            help =
                "Whom to imitate: a baseline of the system, or the folder of a run or checkpoint.",
            fallback = "null")
        @Nullable String expert,
    @Key(
            help =
                "Folder of a dataset to learn from, as makerbench dataset writes it; null to record"
                    + " the expert. Without an expert, the one in the dataset is judged beside.",
            fallback = "null")
        @Nullable String dataset,
    @Key(
            help = "Decisions of the expert to record, over all copies.",
            unit = "decisions",
            fallback = "20000",
            min = 2,
            max = 100000000)
        int demonstrations,
    @Key(
            help = "Share of the episodes that is not learnt from but judged on.",
            fallback = "0.2",
            min = 0,
            max = 0.9)
        double holdoutShare,
    @Key(
            help =
                "Share of the demonstrations, whole episodes at their end, that is neither learnt"
                    + " from nor chosen by: the finished clone is examined on it.",
            fallback = "0",
            min = 0,
            max = 0.9)
        double testShare,
    @Key(
            help = "Episodes the finished clone and its expert play to be compared; 0 for none.",
            unit = "episodes",
            fallback = "0",
            min = 0,
            max = 10000)
        int rollouts,
    @Key(help = "Seed of those episodes, which no training meets.", fallback = "1")
        long rolloutSeed,
    @Key(
            help = "Passages over the demonstrations; a tick of this learner is one.",
            unit = "ticks",
            fallback = "50",
            min = 1,
            max = 1000000)
        int epochs,
    @Key(
            help = "Epochs without a smaller loss on the holdout that end a training; 0 for never.",
            unit = "epochs",
            fallback = "10",
            min = 0)
        int patience,
    @Key(
            help = "Rows of a minibatch.",
            unit = "decisions",
            fallback = "256",
            min = 1,
            max = 1048576)
        int batchSize,
    @Key(
            help =
                "Leaves out the last minibatch of an epoch where it is shorter than the others, so"
                    + " that all updates weigh the same number of decisions.",
            fallback = "false")
        boolean dropLast,
    @Key(help = "Learning rate of AdamW.", fallback = "1e-3", min = 0, max = 1) double lr,
    @Key(
            help = "Learning rate at the end, reached linearly; null for the same throughout.",
            fallback = "null",
            min = 0,
            max = 1)
        @Nullable Double lrEnd,
    @Key(help = "Decoupled weight decay.", fallback = "0", min = 0, max = 1) double weightDecay,
    @Key(help = "Largest norm of the gradient.", fallback = "10", min = 1e-12) double maxGradNorm,
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
            help = "Share of each hidden layer that is dropped out while learning.",
            fallback = "0",
            min = 0,
            max = 0.95)
        double dropout,
    @Key(help = "Loss of actions that are numbers.", fallback = "\"mse\"") NumberLoss numberLoss,
    @Key(
            help = "Error beyond which Huber's loss is linear, in units of the action.",
            fallback = "1",
            min = 1e-9)
        double huberDelta,
    @Key(
            help = "γ of the focal loss of actions that are choices; 0 for the cross-entropy.",
            fallback = "0",
            min = 0,
            max = 10)
        double focalGamma,
    @Key(
            help =
                "Weights of the choices, those of several behind each other; empty for 1 each. They"
                    + " are scaled to a mean of 1 over the demonstrations.",
            fallback = "[]",
            min = 0)
        List<Double> classWeights,
    @Key(help = "What is done about choices that are rarely made.", fallback = "\"none\"")
        Balance balance,
    @Key(
            help = "Weights of the numbers, or of the choices at once, of an action; empty for 1.",
            fallback = "[]",
            min = 0)
        List<Double> targetWeights,
    @Key(help = "Matrix products in 16-bit floats on a GPU.", fallback = "false") boolean amp,
    @Key(help = "Folder the trained policy is copied to.", fallback = "null")
        @Nullable String savePath) {
  public CloningConfig {
    hidden = List.copyOf(hidden);
    classWeights = List.copyOf(classWeights);
    targetWeights = List.copyOf(targetWeights);
    if (balance != Balance.NONE && !classWeights.isEmpty()) {
      throw new InputException(
          "class_weights and balance weigh the same choices; give one of the two.");
    }
  }
}
