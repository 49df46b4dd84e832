package io.makerbench.system.perp.engine;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What stays the same for all copies and episodes: the venues in columns, and the desk's limits.
 */
public final class Terms {
  private static final double MARKOUT_SECONDS = 5;

  final int venues;
  final double[] tick;
  final double[] lot;
  final double[] maxOrder;
  final double[] minNotional;
  final double[] gamma;
  final double[] staleMillis;
  final double[] liquidityWeight;
  final double[] fundingWeight;

  /** (1/γ)·ln(1 + γ/k), the half spread in calm markets, USD. */
  final double[] calmHalfSpread;

  final double stepSeconds;
  final int markoutTicks;
  final double band;
  final double eta;
  final double deltaLimit;
  final double lossLimit;

  /**
   * @param stepSeconds time of a step
   */
  public Terms(
      List<VenueConfig> venues, double stepSeconds, double band, double eta, Limits limits) {
    this.venues = venues.size();
    this.stepSeconds = stepSeconds;
    this.band = band;
    this.eta = eta;
    deltaLimit = limits.delta();
    lossLimit = limits.loss();
    markoutTicks = (int) Math.max(1, Math.rint(MARKOUT_SECONDS / stepSeconds));
    tick = column(venues, VenueConfig::tickSize);
    lot = column(venues, VenueConfig::lotSize);
    maxOrder = column(venues, VenueConfig::maxOrder);
    minNotional = column(venues, VenueConfig::minNotional);
    gamma = column(venues, VenueConfig::gamma);
    staleMillis = column(venues, VenueConfig::staleMillis);
    liquidityWeight = column(venues, VenueConfig::liquidityWeight);
    fundingWeight = column(venues, VenueConfig::fundingWeight);
    calmHalfSpread = column(venues, v -> StrictMath.log1p(v.gamma() / v.k()) / v.gamma());
  }

  /** Number of venues. */
  public int venues() {
    return venues;
  }

  /** Time of a step in seconds. */
  public double stepSeconds() {
    return stepSeconds;
  }

  private static double[] column(List<VenueConfig> venues, ToDoubleFunction<VenueConfig> number) {
    return venues.stream().mapToDouble(number).toArray();
  }

  /**
   * Bounds that end an episode.
   *
   * @param delta largest worth of the net position at the reference volatility, USD
   * @param loss largest loss, USD
   */
  public record Limits(double delta, double loss) {}
}
