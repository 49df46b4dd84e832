package io.makerbench.system.venues;

import io.makerbench.book.Contract;
import io.makerbench.book.FeedLatencyConfig;
import io.makerbench.book.LatencyConfig;
import io.makerbench.book.QueueModel;
import io.makerbench.book.QueueProbability;
import io.makerbench.config.Key;
import io.makerbench.system.FundingConfig;
import io.makerbench.system.RecordingSource;
import org.jspecify.annotations.Nullable;

/** One market: its recordings, and the terms on which orders are sent to it. */
public record MarketConfig(
    @Key(help = "Recordings of the market.") RecordingSource recording,
    @Key(help = "What a unit of quantity is worth.") Contract contract,
    @Key(
            help = "Price grid of own orders; null for the recording's.",
            unit = "quote",
            fallback = "null",
            min = 1e-12)
        @Nullable Double tickSize,
    @Key(
            help = "Size grid of own orders; null for the recording's.",
            unit = "base or contracts",
            fallback = "null",
            min = 1e-12)
        @Nullable Double lotSize,
    @Key(help = "Size of an order.", unit = "base or contracts", fallback = "0.001", min = 1e-12)
        double orderSize,
    @Key(
            help = "Largest position an order may lead to, long or short.",
            unit = "base or contracts",
            fallback = "0.01",
            min = 1e-12)
        double maxInventory,
    @Key(
            help = "Time a new order takes to the exchange.",
            unit = "µs",
            fallback = "10000",
            min = 0,
            max = 1e9)
        long latencyMicros,
    @Key(
            help = "Time the replacement of an order takes; null for latency_micros.",
            unit = "µs",
            fallback = "null",
            min = 0,
            max = 1e9)
        @Nullable Long modifyLatencyMicros,
    @Key(
            help = "Time a cancel takes; null for latency_micros.",
            unit = "µs",
            fallback = "null",
            min = 0,
            max = 1e9)
        @Nullable Long cancelLatencyMicros,
    @Key(
            help = "Time the exchange's answer takes back; null for latency_micros.",
            unit = "µs",
            fallback = "null",
            min = 0,
            max = 1e9)
        @Nullable Long responseLatencyMicros,
    @Key(
            help = "Maker fee on the value of a fill; negative for a rebate.",
            unit = "bps",
            fallback = "0.2",
            min = -100,
            max = 1000)
        double costInBps,
    @Key(
            help = "Taker fee on the value of a fill; null for cost_in_bps.",
            unit = "bps",
            fallback = "null",
            min = -100,
            max = 1000)
        @Nullable Double takerCostInBps,
    @Key(help = "Fixed cost of a fill.", unit = "quote", fallback = "0", min = 0) double fixedCost,
    @Key(
            help =
                "A trade executes as much of an order as reaches it; false: an order is executed"
                    + " whole or not at all.",
            fallback = "true")
        boolean partialFills,
    @Key(
            help = "How a place in a level's queue is estimated from the sizes recorded.",
            fallback = "\"risk-averse\"")
        QueueModel.Kind fillRule,
    @Key(help = "Where cancels come from, for the fill rule probability.")
        QueueProbability probability,
    @Key(
            help =
                "What own orders took from the recorded book stays taken until the recording tells"
                    + " the level's size again, so that a large order walks through the levels;"
                    + " false: own orders find the best price for any size.",
            fallback = "false")
        boolean ownImpact,
    @Key(
            help = "Least value of an order; one below it is refused by the exchange.",
            unit = "quote",
            fallback = "0",
            min = 0)
        double minNotional,
    @Key(help = "How the times requests and answers take vary.") LatencyConfig orderLatency,
    @Key(help = "When the book is seen.") FeedLatencyConfig feedLatency,
    @Key(help = "Payments for holding a perpetual, on the position known when they are heard of.")
        FundingConfig funding,
    @Key(
            help =
                "Every own order sees the whole size of a trade, as if the others were not there;"
                    + " false: a size is given away once.",
            fallback = "false")
        boolean sharedTrades,
    @Key(
            help = "An order that would take on arrival is rejected; false: it takes.",
            fallback = "true")
        boolean postOnly) {}
