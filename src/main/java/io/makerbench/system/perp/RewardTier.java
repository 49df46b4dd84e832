package io.makerbench.system.perp;

/** What a reward makes of losses and of the kill switch. */
public enum RewardTier {
  /** Kills and drawdowns weigh most. */
  CONSERVATIVE(0.01, 2000, 0),
  /** The usual one. */
  BALANCED(0.05, 4000, 0),
  /** Kills and drawdowns weigh least. */
  AGGRESSIVE(0.15, 8000, -500);

  private final double killProbability;
  private final double drawdown;
  private final double meanProfit;

  RewardTier(double killProbability, double drawdown, double meanProfit) {
    this.killProbability = killProbability;
    this.drawdown = drawdown;
    this.meanProfit = meanProfit;
  }

  /** Largest share of episodes that may be killed. */
  double killProbability() {
    return killProbability;
  }

  /** Largest drawdown borne, USD. */
  double drawdown() {
    return drawdown;
  }

  /** The profit that a unit of reward stands for, USD. */
  double profitUnit() {
    return Math.max(Math.abs(meanProfit), 1);
  }
}
