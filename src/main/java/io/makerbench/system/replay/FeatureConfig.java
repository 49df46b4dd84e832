package io.makerbench.system.replay;

import io.makerbench.config.Key;
import java.util.List;

/** What a policy observes. */
public record FeatureConfig(
    @Key(help = "Scale the market features to mean 0 and deviation 1.", fallback = "true")
        boolean standardScalingFeat,
    @Key(
            help = "Market features in the order of the state; empty for the 18 published ones.",
            fallback = "[]")
        List<FeatureRecipe> recipes,
    @Key(help = "Own active orders enter the state.", fallback = "true") boolean activeQuotes,
    @Key(help = "Own orders under way enter the state.", fallback = "true") boolean pendingQuotes,
    @Key(help = "Ages of active orders enter the state.", fallback = "true") boolean activeOrderAge,
    @Key(help = "Ages of orders under way enter the state.", fallback = "true")
        boolean pendingOrderAge,
    @Key(help = "The position enters the state.", fallback = "true") boolean inventory) {}
