package io.makerbench.flow;

/**
 * How often orders come and go at a distance from the opposite best price, on one side.
 *
 * @param distanceTicks distance, from 1
 * @param limitsPerSecond limit orders
 * @param cancelsPerSecond rate at which one resting order is cancelled
 * @param meanLots mean size that rests there
 */
public record DistanceRate(
    int distanceTicks, Estimate limitsPerSecond, double cancelsPerSecond, double meanLots) {}
