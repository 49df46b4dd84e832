package io.makerbench.tape;

import io.makerbench.config.Key;

/** Settings of a generated recording: zero-intelligence order flow around a moving mid price. */
public record SyntheticConfig(
    @Key(help = "Length of the recording.", unit = "s", fallback = "900", min = 1, max = 604800)
        int seconds,
    @Key(help = "Mid price at the start.", unit = "quote", fallback = "60000", min = 1e-9)
        double startPrice,
    @Key(help = "Price of one tick.", unit = "quote", fallback = "0.1", min = 1e-12)
        double tickSize,
    @Key(help = "Size of one lot.", unit = "base", fallback = "0.001", min = 1e-12) double lotSize,
    @Key(help = "Volatility of the efficient price.", unit = "ticks/√s", fallback = "4", min = 0)
        double volatility,
    @Key(
            help = "Rate of market orders a side.",
            unit = "1/s",
            fallback = "1.5",
            min = 0,
            max = 10000)
        double marketOrderRate,
    @Key(help = "Rate of limit orders a level and side.", unit = "1/s", fallback = "2", min = 0)
        double limitOrderRate,
    @Key(
            help = "Rate at which a resting lot is cancelled.",
            unit = "1/s",
            fallback = "0.4",
            min = 0)
        double cancelRate,
    @Key(help = "Median size of an order.", unit = "base", fallback = "0.02", min = 1e-12)
        double orderSize,
    @Key(
            help = "Levels a side that receive orders.",
            unit = "levels",
            fallback = "25",
            min = 5,
            max = 200)
        int levels,
    @Key(help = "Mean of the feed latency.", unit = "µs", fallback = "2000", min = 0)
        double feedLatencyMicros) {}
