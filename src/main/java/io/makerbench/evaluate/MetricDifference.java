package io.makerbench.evaluate;

/**
 * A metric of the agent and a baseline over the windows where both have a value.
 *
 * @param metric column name of the metric
 * @param agentMean mean over those windows
 * @param baselineMean mean over those windows
 * @param test paired test of agent − baseline
 */
public record MetricDifference(
    String metric, double agentMean, double baselineMean, PairedT test) {}
