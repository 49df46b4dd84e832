package io.makerbench.system.perp.engine;

/** Why a desk was stopped, the most important first. */
public enum KillReason {
  /** It was not. */
  NONE,
  /** Its loss reached the limit. */
  LOSS,
  /** The worth of its net position reached the limit. */
  DELTA,
  /** The worth of its positions' distances from fair value reached the limit. */
  BASIS,
  /** A venue was about to liquidate its position. */
  LIQUIDATION
}
