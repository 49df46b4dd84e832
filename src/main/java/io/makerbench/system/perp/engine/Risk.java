package io.makerbench.system.perp.engine;

/**
 * Limits on loss, net position, basis and liquidation. Passing one sets the kill switch, which
 * stays set.
 */
public final class Risk {
  /** Distance to liquidation below which the desk is wary, standard deviations. */
  public static final double LIQUIDATION_NEAR = 5;

  /** Distance to liquidation at which the desk stops. */
  public static final double LIQUIDATION_CRITICAL = 2;

  /** Largest worth of the positions' distances from fair value, USD. */
  public static final double BASIS_LIMIT = 10_000;

  /** Basis from which the desk is wary, USD. */
  public static final double BASIS_WARNING = 7_000;

  /** Share of the largest loss from which the desk is wary. */
  public static final double LOSS_WARNING_SHARE = 0.5;

  /** Share of the largest net position from which the desk is wary. */
  public static final double DELTA_WARNING_SHARE = 0.7;

  private final Terms terms;
  private final VenueStates venues;
  private final DeskStates desks;

  public Risk(Copies copies) {
    terms = copies.terms();
    venues = copies.venues();
    desks = copies.desks();
  }

  /** What the nearness of liquidation leaves of a size: 1 when far, 0 at the critical distance. */
  static double room(double distance) {
    return Math.clamp(
        (distance - LIQUIDATION_CRITICAL) / (LIQUIDATION_NEAR - LIQUIDATION_CRITICAL), 0, 1);
  }

  /** Sets the regime of a copy, and its kill switch where a limit is passed. */
  public void update(int copy) {
    double distance = nearest(copy);
    KillReason breach = breach(copy, distance);
    if (breach != KillReason.NONE && !desks.isKilled(copy)) {
      desks.killReason[copy] = breach.ordinal();
    }
    desks.regime[copy] =
        desks.isKilled(copy)
            ? DeskStates.HARD_LIMIT
            : isWary(copy, distance) ? DeskStates.WARNING : DeskStates.NORMAL;
  }

  private KillReason breach(int copy, double distance) {
    if (desks.profit(copy) <= -terms.lossLimit) {
      return KillReason.LOSS;
    }
    if (Math.abs(desks.delta[copy]) >= desks.deltaLimit[copy]) {
      return KillReason.DELTA;
    }
    if (Math.abs(desks.basis[copy]) >= BASIS_LIMIT) {
      return KillReason.BASIS;
    }
    return distance <= LIQUIDATION_CRITICAL ? KillReason.LIQUIDATION : KillReason.NONE;
  }

  private boolean isWary(int copy, double distance) {
    return desks.profit(copy) <= -LOSS_WARNING_SHARE * terms.lossLimit
        || Math.abs(desks.delta[copy]) >= DELTA_WARNING_SHARE * desks.deltaLimit[copy]
        || Math.abs(desks.basis[copy]) >= BASIS_WARNING
        || distance <= LIQUIDATION_NEAR;
  }

  /** Least distance to liquidation of the venues that hold a position. */
  private double nearest(int copy) {
    int first = copy * terms.venues;
    double least = Double.POSITIVE_INFINITY;
    for (int i = first; i < first + terms.venues; i++) {
      if (venues.position[i] != 0) {
        least = Math.min(least, venues.distance[i]);
      }
    }
    return least;
  }
}
