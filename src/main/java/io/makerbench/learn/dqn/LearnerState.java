package io.makerbench.learn.dqn;

/**
 * All that the next update depends on, beside its batch.
 *
 * @param parameters the online network
 * @param target the target network
 * @param mean first moments of the optimiser
 * @param variance second moments of the optimiser
 * @param updates updates made
 */
record LearnerState(
    float[] parameters, float[] target, float[] mean, float[] variance, long updates) {
  /** Before the first update. */
  static LearnerState fresh(float[] parameters) {
    return new LearnerState(
        parameters, parameters, new float[parameters.length], new float[parameters.length], 0);
  }
}
