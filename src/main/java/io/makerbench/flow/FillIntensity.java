package io.makerbench.flow;

/**
 * How often market orders reach an order that rests at a depth δ from the middle price: λ(δ) =
 * A·e^(−kδ) (Avellaneda and Stoikov, 2008).
 *
 * @param aPerSecond A, for one side
 * @param kPerTick k
 * @param nearestTicks depth from which it was fitted: 90 % of the orders reach it
 * @param overdispersion variance of the counts by depth over that of Poisson counts, at least 1;
 *     the intervals are widened by its root
 * @param reachedPerSecond measured λ at the depths 0, ½, 1, 1½ … ticks from the middle, one side
 */
public record FillIntensity(
    Estimate aPerSecond,
    Estimate kPerTick,
    double nearestTicks,
    double overdispersion,
    double[] reachedPerSecond) {}
