package io.makerbench.system.perp;

import io.makerbench.system.perp.engine.DeskStates;
import io.makerbench.system.perp.engine.Risk;
import java.util.Locale;

/** Series that an episode has of the whole desk, an entry a tick, after the tick's trades. */
public enum DeskSeries {
  /** Worth of the net position, USD. */
  NET_DELTA((desks, copy) -> desks.delta[copy]),
  /** Worth of the net position at which the kill switch is set, USD. */
  DELTA_LIMIT((desks, copy) -> desks.deltaLimit[copy]),
  /** Worth of the positions' distances from fair value, USD. */
  BASIS((desks, copy) -> desks.basis[copy]),
  /** The same without regard to signs, USD. */
  GROSS_BASIS((desks, copy) -> desks.grossBasis[copy]),
  /** Basis from which the desk is wary, USD. */
  BASIS_WARNING((desks, copy) -> Risk.BASIS_WARNING),
  /** Basis at which the kill switch is set, USD. */
  BASIS_LIMIT((desks, copy) -> Risk.BASIS_LIMIT),
  /** Effective volatility of a step. */
  VOLATILITY((desks, copy) -> desks.sigma[copy]),
  /** Volatility over its reference, 0.25 … 4. */
  VOLATILITY_RATIO((desks, copy) -> desks.volatilityRatio[copy]),
  /** {@link DeskStates#NORMAL}, {@link DeskStates#WARNING} or {@link DeskStates#HARD_LIMIT}. */
  REGIME((desks, copy) -> desks.regime[copy]),
  /** What the policy makes of the size of hedges; 1 leaves it alone. */
  HEDGE_SCALE((desks, copy) -> desks.hedgeScale[copy]),
  /**
   * Ordinal of the {@link io.makerbench.system.perp.engine.KillReason}; the kill switch is set at
   * the first tick at which it is not 0.
   */
  KILL_REASON((desks, copy) -> desks.killReason[copy]);

  private final Reading reading;

  private interface Reading {
    double of(DeskStates desks, int copy);
  }

  DeskSeries(Reading reading) {
    this.reading = reading;
  }

  /** Name of the series in an episode. */
  public String series() {
    return name().toLowerCase(Locale.ROOT);
  }

  double of(DeskStates desks, int copy) {
    return reading.of(desks, copy);
  }
}
