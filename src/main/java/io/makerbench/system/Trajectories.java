package io.makerbench.system;

/**
 * What an expert saw and did, read from a dataset on disk, in the units of a market's environments.
 *
 * @param expert name of who acted, as a baseline is called
 * @param observations rows × the market's observation width
 * @param actions rows × width of the market's actions
 * @param episodes the episode of each row, ascending from 0
 */
public record Trajectories(String expert, float[] observations, float[] actions, int[] episodes) {}
