package io.makerbench.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tape says of the models' parameters. Estimates carry 95 % intervals; null stands for what
 * the tape holds too little of.
 *
 * @param tape what was looked at
 * @param seed seed of the draws within the clock's step and of everything simulated
 * @param volatility volatility by sampling step, shortest first
 * @param volatilityStepSeconds the step the models' volatility was taken at
 * @param fillIntensity A and k of λ(δ) = A·e^(−kδ)
 * @param buysPerSecond rate of market buys
 * @param sellsPerSecond rate of market sells
 * @param poissonResiduals gaps between market orders times their rate, against Exp(1)
 * @param hawkes fit of all market orders together
 * @param hawkesResiduals its residuals against Exp(1)
 * @param mutualHawkes fit of buys and sells
 * @param marketSizes sizes of market orders
 * @param limitSizes sizes of limit orders near the market
 * @param limitOrders limit orders near the market
 * @param cancels cancels near the market
 * @param avellanedaStoikov σ, A and k in quote currency
 * @param distanceRates limit orders and cancels by distance; empty without level updates
 * @param queueRates orders at the best prices by size of the queue; empty without level updates
 * @param models the models at these parameters
 * @param notes what a reader must know
 */
public record Calibration(
    Subject tape,
    long seed,
    List<Volatility> volatility,
    double volatilityStepSeconds,
    @Nullable FillIntensity fillIntensity,
    Estimate buysPerSecond,
    Estimate sellsPerSecond,
    @Nullable KolmogorovSmirnov poissonResiduals,
    @Nullable HawkesFit hawkes,
    @Nullable KolmogorovSmirnov hawkesResiduals,
    @Nullable MutualHawkesFit mutualHawkes,
    @Nullable LogNormalSizes marketSizes,
    @Nullable LogNormalSizes limitSizes,
    long limitOrders,
    long cancels,
    @Nullable AvellanedaStoikovParameters avellanedaStoikov,
    List<DistanceRate> distanceRates,
    List<QueueRate> queueRates,
    FlowModels models,
    List<String> notes) {
  /**
   * The tape under a calibration.
   *
   * @param exchange venue
   * @param symbol instrument
   * @param tickSize price of a tick, quote currency
   * @param lotSize size of a lot, base currency
   * @param seconds from the first book to the last event
   * @param marketOrders market orders, those of one time and side taken as one
   * @param clockStepSeconds step of the venue's clock
   * @param mid middle price at the end, ticks
   */
  public record Subject(
      String exchange,
      String symbol,
      double tickSize,
      double lotSize,
      double seconds,
      long marketOrders,
      double clockStepSeconds,
      double mid) {}
}
