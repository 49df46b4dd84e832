package io.makerbench.flow;

/**
 * Volatility of the middle price by realised variance.
 *
 * @param stepSeconds time between the prices compared
 * @param sigmaTicksPerSqrtSecond the volatility
 * @param steps number of price changes it rests on
 */
public record Volatility(double stepSeconds, Estimate sigmaTicksPerSqrtSecond, long steps) {}
