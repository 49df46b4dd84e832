package io.makerbench.system.perp;

/** What a shock does to a venue while it lasts. */
public enum ShockKind {
  /** Widens the spread by so many bps of the mid. */
  SPREAD_BPS,
  /** Multiplies the spread. */
  SPREAD_FACTOR,
  /** Multiplies the depth. */
  DEPTH_FACTOR,
  /** Takes the book away. */
  OUTAGE,
  /** Multiplies the funding rate; −1 turns it. */
  FUNDING_FACTOR,
  /** Adds so many bps a step to the funding rate. */
  FUNDING_DRIFT_BPS,
  /** Moves the mid by so many bps. */
  BASIS_BPS,
  /** Least toxicity. */
  TOXICITY_FLOOR
}
