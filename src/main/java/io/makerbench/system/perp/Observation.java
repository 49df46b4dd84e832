package io.makerbench.system.perp;

import io.makerbench.system.perp.engine.Copies;
import io.makerbench.system.perp.engine.DeskStates;
import io.makerbench.system.perp.engine.Risk;
import io.makerbench.system.perp.engine.VenueStates;
import java.util.ArrayList;
import java.util.List;

/**
 * What a policy sees of a copy, as it is: {@value #OF_DESK} numbers of the desk and then those of
 * each venue, 15, or 14 in version 1, which leaves out the flag of a disabled venue. What is
 * missing is 0.
 */
final class Observation {
  static final int OF_DESK = 17;

  /** Places of numbers that a policy made by hand reads. */
  static final int VOLATILITY_RATIO = 2;

  private static final int NET = 6;

  private static final int OF_VENUE = 15;
  private static final int DISABLED_FLAG = 8;
  private static final int TOXICITY = 9;
  private static final int ENTRY = 11;
  private static final List<String> DESK_NAMES =
      List.of(
          "fair_value",
          "sigma_eff",
          "vol_ratio_clipped",
          "spread_mult",
          "size_mult",
          "band_mult",
          "q_global",
          "dollar_delta_usd",
          "delta_limit_usd",
          "basis_usd",
          "basis_gross_usd",
          "basis_limit_warn_usd",
          "basis_limit_hard_usd",
          "daily_realised_pnl",
          "daily_unrealised_pnl",
          "daily_pnl_total",
          "kill_switch");
  private static final List<String> VENUE_NAMES =
      List.of(
          "mid",
          "spread",
          "depth_near_mid",
          "staleness_ms",
          "local_vol_short",
          "local_vol_long",
          "status_healthy",
          "status_warning",
          "status_disabled",
          "toxicity",
          "position",
          "avg_entry_price",
          "funding_8h",
          "margin_available_usd",
          "dist_liq_sigma");

  /** What the numbers are counted in. */
  enum Units {
    /** USD, base currency, ms and shares. */
    RAW,
    /**
     * Prices are distances from fair value, that itself one from 300 USD, and each number is
     * divided by what is usual for its kind.
     */
    SCALED
  }

  private static final double USUAL_FAIR_VALUE = 300;
  private static final double FAIR_VALUE_SPREAD = 50;
  private static final float THOUSANDTH = 1e-3f;

  /** Scales of the numbers of a desk after the fair value. */
  private static final float[] DESK_SCALES = {
    1,
    200,
    1,
    1,
    1,
    1,
    0.1f,
    3e-4f,
    2.5e-6f,
    2e-3f,
    2e-3f,
    1e-4f,
    1e-4f,
    THOUSANDTH,
    0.01f,
    THOUSANDTH,
    1
  };

  /** Scales of the numbers of a venue. */
  private static final float[] VENUE_SCALES = {
    1, 1, 1e-4f, THOUSANDTH, 200, 200, 1, 1, 1, 1, 0.1f, 0.2f, 200, 1e-4f, 0.1f
  };

  private final boolean flagsDisabled;
  private final boolean scaled;
  private final int count;

  /**
   * @param version 1 or 2
   */
  Observation(int version, Units units, int venues) {
    flagsDisabled = version > 1;
    scaled = units == Units.SCALED;
    count = venues;
  }

  /** The observation of a configuration. */
  static Observation of(PerpConfig config) {
    Units units = config.scaledObservations() ? Units.SCALED : Units.RAW;
    return new Observation(config.obsVersion(), units, config.venues().size());
  }

  /** The net position in base currency that an observation tells of. */
  double net(float[] observations, int at) {
    double told = observations[at + NET];
    return scaled ? told / DESK_SCALES[NET] : told;
  }

  /** Numbers of a venue. */
  int venueWidth() {
    return flagsDisabled ? OF_VENUE : OF_VENUE - 1;
  }

  /** Numbers of an observation. */
  int width() {
    return OF_DESK + venueWidth() * count;
  }

  /** Venues it tells of. */
  int venues() {
    return count;
  }

  /** Place of a venue's toxicity. */
  int toxicity(int venue) {
    return OF_DESK + venue * venueWidth() + TOXICITY - (flagsDisabled ? 0 : 1);
  }

  /** Names of the numbers, in order. */
  List<String> names(List<String> venues) {
    List<String> names = new ArrayList<>(DESK_NAMES);
    for (String venue : venues) {
      for (int n = 0; n < OF_VENUE; n++) {
        if (flagsDisabled || n != DISABLED_FLAG) {
          names.add(venue + " " + VENUE_NAMES.get(n));
        }
      }
    }
    return List.copyOf(names);
  }

  /** Writes the observation of a copy at its place among those of all. */
  void write(Copies copies, int copy, float[] into) {
    int at = copy * width();
    desk(copies.desks(), copy, into, at);
    if (scaled) {
      scaleDesk(into, at);
    }
    at += OF_DESK;
    double fair = copies.desks().fairValue[copy];
    int first = copy * count;
    for (int i = first; i < first + count; i++) {
      int next = venue(copies.venues(), i, into, at);
      if (scaled) {
        scaleVenue(copies.venues().mid[i], copies.venues().entry[i], fair, into, at);
      }
      at = next;
    }
  }

  /** Turns raw observations of any number of rows into these, in place. */
  void fromRaw(float[] rows) {
    if (!scaled) {
      return;
    }
    int entry = flagsDisabled ? ENTRY : ENTRY - 1;
    for (int at = 0; at < rows.length; at += width()) {
      double fair = rows[at];
      scaleDesk(rows, at);
      for (int v = 0; v < count; v++) {
        int venue = at + OF_DESK + v * venueWidth();
        scaleVenue(rows[venue], rows[venue + entry], fair, rows, venue);
      }
    }
  }

  private static void scaleDesk(float[] into, int at) {
    into[at] = (float) ((into[at] - USUAL_FAIR_VALUE) / FAIR_VALUE_SPREAD);
    for (int n = 1; n < OF_DESK; n++) {
      into[at + n] *= DESK_SCALES[n];
    }
  }

  private void scaleVenue(double mid, double entry, double fair, float[] into, int at) {
    int shift = flagsDisabled ? 0 : 1;
    into[at] = mid > 0 ? (float) (mid - fair) : 0;
    into[at + ENTRY - shift] = entry > 0 ? (float) (entry - fair) : 0;
    for (int n = 1; n < DISABLED_FLAG; n++) {
      into[at + n] *= VENUE_SCALES[n];
    }
    for (int n = TOXICITY; n < OF_VENUE; n++) {
      into[at + n - shift] *= VENUE_SCALES[n];
    }
  }

  private static void desk(DeskStates desks, int copy, float[] into, int at) {
    into[at] = (float) desks.fairValue[copy];
    into[at + 1] = (float) desks.sigma[copy];
    into[at + VOLATILITY_RATIO] = (float) desks.volatilityRatio[copy];
    into[at + 3] = (float) desks.spreadFactor[copy];
    into[at + 4] = (float) desks.sizeFactor[copy];
    into[at + 5] = (float) desks.bandFactor[copy];
    into[at + NET] = (float) desks.net[copy];
    into[at + 7] = (float) desks.delta[copy];
    into[at + 8] = (float) desks.deltaLimit[copy];
    into[at + 9] = (float) desks.basis[copy];
    into[at + 10] = (float) desks.grossBasis[copy];
    into[at + 11] = (float) Risk.BASIS_WARNING;
    into[at + 12] = (float) Risk.BASIS_LIMIT;
    into[at + 13] = (float) desks.realised[copy];
    into[at + 14] = (float) desks.unrealised[copy];
    into[at + 15] = (float) desks.profit(copy);
    into[at + 16] = desks.isKilled(copy) ? 1 : 0;
  }

  private int venue(VenueStates venues, int i, float[] into, int from) {
    int status = venues.status[i];
    into[from] = (float) venues.mid[i];
    into[from + 1] = (float) venues.spread[i];
    into[from + 2] = (float) venues.depth[i];
    into[from + 3] = (float) venues.staleness[i];
    into[from + 4] = (float) Math.sqrt(venues.varianceShort[i]);
    into[from + 5] = (float) Math.sqrt(venues.varianceLong[i]);
    into[from + 6] = status == VenueStates.HEALTHY ? 1 : 0;
    into[from + 7] = status == VenueStates.WARNING ? 1 : 0;
    int at = from + DISABLED_FLAG;
    if (flagsDisabled) {
      into[at++] = status == VenueStates.DISABLED ? 1 : 0;
    }
    into[at] = (float) venues.toxicity[i];
    into[at + 1] = (float) venues.position[i];
    into[at + 2] = (float) venues.entry[i];
    into[at + 3] = (float) venues.funding[i];
    into[at + 4] = (float) venues.margin[i];
    into[at + 5] = (float) venues.distance[i];
    return at + 6;
  }
}
