package io.makerbench.system.perp.engine;

import io.makerbench.config.Key;

/**
 * A venue of perpetual contracts as the desk sees it. Fees are those of an episode without
 * randomisation; randomised ones move all venues alike.
 */
public record VenueConfig(
    @Key(help = "Name of the venue.", fallback = "\"venue\"") String name,
    @Key(help = "Step of prices.", unit = "USD", fallback = "0.01", min = 1e-6, max = 1000)
        double tickSize,
    @Key(help = "Step of sizes.", unit = "base", fallback = "0.01", min = 1e-6, max = 1000)
        double lotSize,
    @Key(help = "Largest order.", unit = "base", fallback = "20", min = 1e-6, max = 1e6)
        double maxOrder,
    @Key(help = "Least worth of an order.", unit = "USD", fallback = "10", min = 0, max = 1e6)
        double minNotional,
    @Key(help = "Fee of resting orders.", unit = "bps", fallback = "2", min = -100, max = 100)
        double makerBps,
    @Key(help = "Fee of taking orders.", unit = "bps", fallback = "5", min = -100, max = 100)
        double takerBps,
    @Key(help = "Aversion to risk γ.", unit = "1/USD", fallback = "0.1", min = 1e-6, max = 100)
        double gamma,
    @Key(
            help = "Decay k of fills with the distance from the mid.",
            unit = "1/USD",
            fallback = "1.5",
            min = 1e-6,
            max = 1000)
        double k,
    @Key(
            help = "Share of the whole position this venue is to hold.",
            fallback = "0.2",
            min = 0,
            max = 1)
        double liquidityWeight,
    @Key(
            help = "Weight of the venue's funding in the position it is to hold.",
            fallback = "0.2",
            min = 0,
            max = 1)
        double fundingWeight,
    @Key(
            help = "Age beyond which its book is not acted on.",
            unit = "ms",
            fallback = "1000",
            min = 0,
            max = 1e7)
        double staleMillis,
    @Key(
            help =
                "Market orders a side that reach the mid (corrected mode): the rate of fills of a"
                    + " quote at distance δ is this × e^(−kδ).",
            unit = "1/s",
            fallback = "1",
            min = 0,
            max = 1e6)
        double arrivals) {}
