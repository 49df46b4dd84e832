package io.makerbench.tape;

import io.makerbench.config.Key;

/** Settings of a generated recording: order flow around an efficient price that nobody sees. */
public record SyntheticConfig(
    @Key(
            help =
                "What moves the book: traders who follow the efficient price, or chance, so that"
                    + " nothing predicts it and nobody trades (a null control).",
            fallback = "\"traders\"")
        Moves moves,
    @Key(help = "Length of the recording.", unit = "s", fallback = "900", min = 1, max = 604800)
        int seconds,
    @Key(
            help = "Efficient price at the start.",
            unit = "quote",
            fallback = "60000",
            min = 1e-9,
            max = 1e9)
        double startPrice,
    @Key(help = "Price of one tick.", unit = "quote", fallback = "0.1", min = 1e-12)
        double tickSize,
    @Key(help = "Size of one lot.", unit = "base", fallback = "0.001", min = 1e-12) double lotSize,
    @Key(
            help = "Volatility of the efficient price.",
            unit = "ticks/√s",
            fallback = "4",
            min = 0,
            max = 1000)
        double volatility,
    @Key(
            help = "Rate of market orders a side by traders who do not know the efficient price.",
            unit = "1/s",
            fallback = "1.5",
            min = 0,
            max = 10000)
        double marketOrderRate,
    @Key(
            help = "Rate of market orders against a best price on the wrong side of the efficient.",
            unit = "1/s",
            fallback = "4",
            min = 0,
            max = 10000)
        double informedOrderRate,
    @Key(
            help = "Rate of limit orders a level and side.",
            unit = "1/s",
            fallback = "2",
            min = 0.01,
            max = 1000)
        double limitOrderRate,
    @Key(
            help = "Rate at which a resting order is cancelled.",
            unit = "1/s",
            fallback = "0.4",
            min = 0.001,
            max = 1000)
        double cancelRate,
    @Key(
            help = "Rate at which an order on the wrong side of the efficient price is cancelled.",
            unit = "1/s",
            fallback = "6",
            min = 0.001,
            max = 1000)
        double withdrawRate,
    @Key(help = "Median size of an order.", unit = "base", fallback = "0.02", min = 1e-12)
        double orderSize,
    @Key(
            help = "Levels a side that receive orders.",
            unit = "levels",
            fallback = "25",
            min = 5,
            max = 200)
        int levels,
    @Key(
            help = "Time between two updates of the book.",
            unit = "ms",
            fallback = "20",
            min = 1,
            max = 10000)
        int bookIntervalMillis,
    @Key(help = "Mean of the feed latency.", unit = "µs", fallback = "2000", min = 0, max = 1e6)
        double feedLatencyMicros) {
  /** What moves a generated book. */
  public enum Moves {
    TRADERS,
    CHANCE
  }
}
