package io.makerbench.system.analytic;

import io.makerbench.config.Key;
import org.jspecify.annotations.Nullable;

/** Order flow of the models that are simulated order by order; rates are those of one side. */
record FlowConfig(
    @Key(
            help =
                "File calibration.json that `makerbench calibrate` wrote, whose model is used with"
                    + " the tick_size and start_price given here; null for a model from these keys.",
            fallback = "null")
        @Nullable String calibration,
    @Key(help = "Price of a tick.", unit = "quote", fallback = "0.2", min = 1e-9, max = 1e6)
        double tickSize,
    @Key(
            help = "Jump of a side's intensity at a market order of that side (hawkes).",
            unit = "1/s",
            fallback = "30",
            min = 0,
            max = 1e9)
        double alphaSelf,
    @Key(
            help = "Jump of a side's intensity at a market order of the other side (hawkes).",
            unit = "1/s",
            fallback = "10",
            min = 0,
            max = 1e9)
        double alphaCross,
    @Key(
            help =
                "Decay of the intensity's jumps (hawkes), and of the count of recent orders that is"
                    + " observed.",
            unit = "1/s",
            fallback = "60",
            min = 1e-9,
            max = 1e9)
        double beta,
    @Key(
            help = "Limit orders a price level (zero-intelligence, queue-reactive).",
            unit = "1/s",
            fallback = "10",
            min = 1e-9,
            max = 1e6)
        double limitRate,
    @Key(
            help = "Cancels a resting order (zero-intelligence, queue-reactive).",
            unit = "1/s",
            fallback = "2",
            min = 1e-9,
            max = 1e6)
        double cancelRate,
    @Key(
            help = "Market orders (zero-intelligence, queue-reactive).",
            unit = "1/s",
            fallback = "100",
            min = 0,
            max = 1e6)
        double marketRate,
    @Key(
            help = "Price levels from the opposite best price that limit orders reach.",
            unit = "levels",
            fallback = "20",
            min = 1,
            max = 1000)
        int levels) {}
