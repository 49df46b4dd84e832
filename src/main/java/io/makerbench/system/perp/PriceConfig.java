package io.makerbench.system.perp;

import io.makerbench.config.Key;

/** How the fair value moves. */
public record PriceConfig(
    @Key(help = "What moves the fair value.", fallback = "\"steady\"") PriceModel model,
    @Key(
            help = "Volatility of the logarithm (gbm, jump).",
            unit = "1/√s",
            fallback = "0.015",
            min = 0,
            max = 1)
        double sigma,
    @Key(help = "Probability of a jump in a step (jump).", fallback = "0.0005", min = 0, max = 1)
        double jumpProbability,
    @Key(
            help = "Standard deviation of a jump of the logarithm (jump).",
            fallback = "0.03",
            min = 0,
            max = 1)
        double jumpSigma) {}
