package io.makerbench.flow;

/**
 * How often orders come at a best price while its queue has a size, on one side.
 *
 * @param lotsFrom smallest size of the class; the largest is just below twice it
 * @param seconds time queues were of this class, both sides together
 * @param limitsPerSecond limit orders
 * @param cancelsPerSecond cancels
 * @param marketsPerSecond market orders
 */
public record QueueRate(
    long lotsFrom,
    double seconds,
    Estimate limitsPerSecond,
    Estimate cancelsPerSecond,
    Estimate marketsPerSecond) {}
