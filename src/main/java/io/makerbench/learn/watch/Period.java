package io.makerbench.learn.watch;

import io.makerbench.learn.acting.NetworkPolicy;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A stretch of a training, about a hundredth of it, long enough that its means mean something.
 *
 * @param since tick at which it began
 * @param step tick at which it ended
 * @param total ticks of the whole training
 * @param means mean over the stretch of every column of metrics that had a value
 * @param behaviour what passed between policy and environment
 * @param policy the policy as it stands
 */
record Period(
    long since,
    long step,
    long total,
    Map<String, Double> means,
    Behaviour behaviour,
    Supplier<NetworkPolicy> policy) {
  /** Mean of a column; NaN where it had no value. */
  double mean(String column) {
    return means.getOrDefault(column, Double.NaN);
  }

  /** Share of the training done, 0 … 1. */
  double share() {
    return total == 0 ? 1 : Math.min(1, (double) step / total);
  }

  /** Share of the decisions taken at random. */
  double exploration() {
    return means.getOrDefault("epsilon", 0.0);
  }
}
