package io.makerbench.env;

/**
 * A series that a market records of an episode beyond what all markets do.
 *
 * @param of which of several venues it is of; empty for the whole
 * @param name what it is, in snake case
 * @param values an entry a tick
 */
public record EpisodeSeries(String of, String name, double[] values) {}
