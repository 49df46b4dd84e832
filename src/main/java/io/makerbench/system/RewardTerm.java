package io.makerbench.system;

/**
 * One part of the rewards of an episode.
 *
 * @param name what it is for, in words
 * @param values an entry a tick
 */
public record RewardTerm(String name, double[] values) {}
