package io.makerbench.learn.ppo;

/**
 * Generalised advantage estimation (Schulman and others, 2016): A_t = δ_t + γλ·A_{t+1} with δ_t =
 * r_t + γ·V(s_{t+1}) − V(s_t), and returns A_t + V(s_t). γ is that of each step. Nothing follows
 * the end of an episode; the state in which one was cut off still has its worth.
 *
 * @param lambda λ, 0 for one step, 1 for whole returns
 */
record Advantages(double lambda) {
  /**
   * Fills the rollout's advantages and returns.
   *
   * @param nextValues worth of each copy's state after the last step
   */
  void estimate(Rollout rollout, double[] nextValues) {
    int copies = rollout.copies;
    for (int copy = 0; copy < copies; copy++) {
      double next = nextValues[copy];
      double advantage = 0;
      for (int row = (rollout.steps - 1) * copies + copy; row >= 0; row -= copies) {
        if (rollout.ended[row]) {
          next = rollout.bootstraps[row];
          advantage = 0;
        }
        double value = rollout.values[row];
        double error = rollout.rewards[row] + rollout.discounts[row] * next - value;
        advantage = error + rollout.discounts[row] * lambda * advantage;
        rollout.advantages[row] = advantage;
        rollout.returns[row] = advantage + value;
        next = value;
      }
    }
  }
}
