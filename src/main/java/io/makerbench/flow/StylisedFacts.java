package io.makerbench.flow;

/**
 * What a market looks like: the figures by which a model is held against a tape. Series are the
 * first {@value BoundedSeries#MOST} values at most.
 *
 * @param seconds length of the observation
 * @param marketOrdersPerSecond rate of market orders
 * @param limitOrdersPerSecond rate of limit orders near the market
 * @param cancelsPerSecond rate of cancels near the market
 * @param returnsTicks changes of the middle price in each second
 * @param spreadsTicks spread at every sample
 * @param gapsSeconds times between market orders
 * @param marketLots sizes of market orders
 * @param returnKurtosis kurtosis of the returns, 3 if they are normal
 * @param returnAutocorrelation of the returns, from lag 1
 * @param absoluteReturnAutocorrelation of their sizes, from lag 1
 * @param signAutocorrelation of the signs of market orders, from lag 1
 * @param depthLots mean size at 0, 1, 2 … ticks behind the best price of a side; zeros of a market
 *     without levels
 */
public record StylisedFacts(
    double seconds,
    double marketOrdersPerSecond,
    double limitOrdersPerSecond,
    double cancelsPerSecond,
    double[] returnsTicks,
    double[] spreadsTicks,
    double[] gapsSeconds,
    double[] marketLots,
    double returnKurtosis,
    double[] returnAutocorrelation,
    double[] absoluteReturnAutocorrelation,
    double[] signAutocorrelation,
    double[] depthLots) {
  /** Lags of the autocorrelations. */
  public static final int LAGS = 20;

  /** Levels of the depth profile, ticks. */
  public static final int DEPTHS = 20;

  /** Orders farther from the best price of their side are not counted, ticks. */
  public static final int NEAR_TICKS = 100;
}
