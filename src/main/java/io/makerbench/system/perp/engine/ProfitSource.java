package io.makerbench.system.perp.engine;

/** What profit comes from. */
public enum ProfitSource {
  /** What quotes gained against fair value at their fills. */
  SPREAD,
  /** What held positions gained from the moving fair value. */
  POSITION,
  /** Funding received less funding paid. */
  FUNDING,
  /** What hedges gained against fair value at their fills; mostly a cost. */
  HEDGE,
  /** What exits gained against fair value at their fills; mostly a cost. */
  EXIT,
  /** Fees, as the loss they are, less rebates. */
  FEES
}
