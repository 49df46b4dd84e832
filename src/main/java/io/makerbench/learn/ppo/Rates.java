package io.makerbench.learn.ppo;

/**
 * What schedules say for an update.
 *
 * @param learningRate of network and free parameters
 * @param clipRange ε of the ratio
 * @param entropyWeight of the entropy in the loss
 */
record Rates(double learningRate, double clipRange, double entropyWeight) {}
