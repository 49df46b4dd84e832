package io.makerbench.system.replay;

import io.makerbench.book.Contract;
import io.makerbench.book.FeedLatencyConfig;
import io.makerbench.book.LatencyConfig;
import io.makerbench.book.QueueProbability;
import io.makerbench.config.Key;
import io.makerbench.system.FundingConfig;
import org.jspecify.annotations.Nullable;

/** Settings of the simulated account and venue. */
public record SimulatorConfig(
    @Key(help = "Price grid of own orders.", unit = "quote", fallback = "0.1", min = 1e-12)
        double tickSize,
    @Key(
            help = "Size grid of own orders; contracts of an inverse one. Null: the recording's.",
            unit = "base",
            fallback = "null",
            min = 1e-12)
        @Nullable Double lotSize,
    @Key(
            help = "Book levels that make a tick and enter the features.",
            unit = "levels",
            fallback = "5",
            min = 1,
            max = 25)
        int depth,
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
            help = "Time the exchange's answer takes back.",
            unit = "µs",
            fallback = "0",
            min = 0,
            max = 1e9)
        long responseLatencyMicros,
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
    @Key(
            help = "Fixed cost of a fill, in the contract's money.",
            unit = "quote",
            fallback = "0",
            min = 0)
        double fixedCost,
    @Key(
            help = "Largest position, long or short; contracts of an inverse one.",
            unit = "base",
            fallback = "0.001",
            min = 1e-12)
        double maxInventory,
    @Key(
            help = "Penalty on the squared position, as a share of max_inventory.",
            unit = "1/s",
            fallback = "0.04",
            min = 0)
        double inventoryPenalty,
    @Key(
            help =
                "What is rewarded: the change of cash as published, or that of equity, which has the"
                    + " same sum over an episode but pays at once for what is held.",
            fallback = "\"cash\"")
        Reward reward,
    @Key(help = "Cash at the start, in the contract's money.", unit = "quote", fallback = "1000")
        double initialCash,
    @Key(
            help = "Size of the smallest order; contracts of an inverse one.",
            unit = "base",
            fallback = "0.001",
            min = 1e-12)
        double minOrderSize,
    @Key(
            help = "Least value of an order; one below it is refused by the exchange.",
            unit = "quote",
            fallback = "0",
            min = 0)
        double minNotional,
    @Key(help = "When a resting order is executed.", fallback = "\"auto\"") FillRule fillRule,
    @Key(help = "Where cancels come from, for the fill rule probability.")
        QueueProbability probability,
    @Key(
            help =
                "What own orders took from the recorded book stays taken until the recording shows"
                    + " another size of the level, so that a large order walks through the levels;"
                    + " false: own orders find the best price for any size.",
            fallback = "false")
        boolean ownImpact,
    @Key(help = "How the times requests and answers take vary.") LatencyConfig orderLatency,
    @Key(help = "When the book is seen, in the mode corrected.") FeedLatencyConfig feedLatency,
    @Key(help = "What a unit of quantity is worth.") Contract contract,
    @Key(help = "Payments for holding a perpetual.") FundingConfig funding) {}
