package io.makerbench.learn.dqn;

import io.makerbench.learn.net.NetworkState;

/**
 * All that the next update depends on, beside its batch.
 *
 * @param online the network that learns, with its optimiser
 * @param target parameters of the target network
 */
record LearnerState(NetworkState online, float[] target) {
  /** Before the first update. */
  static LearnerState fresh(float[] parameters) {
    return new LearnerState(NetworkState.fresh(parameters), parameters);
  }
}
