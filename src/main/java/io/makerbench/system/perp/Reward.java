package io.makerbench.system.perp;

import io.makerbench.system.perp.engine.Columns;
import io.makerbench.system.perp.engine.Copies;
import io.makerbench.system.perp.engine.DeskStates;
import io.makerbench.system.perp.engine.Risk;

/**
 * What a step earned: the change of profit over the tier's unit, less the net position's share of
 * its limit, half the basis' share of its limit, twice the drawdown's share of the tier's, a tenth
 * of the mean toxicity, a hundredth of the net position, and what the tier makes of a kill.
 */
final class Reward {
  private static final double DELTA_WEIGHT = 1;
  private static final double BASIS_WEIGHT = 0.5;
  private static final double DRAWDOWN_WEIGHT = 2;
  private static final double TOXICITY_WEIGHT = 0.1;
  private static final double POSITION_WEIGHT = 0.01;

  private final RewardTier tier;
  private final Copies copies;
  private final DeskStates desks;
  private final int count;
  private final double[] profit;
  private final double[] peak;

  Reward(RewardTier tier, Copies copies) {
    this.tier = tier;
    this.copies = copies;
    desks = copies.desks();
    count = copies.terms().venues();
    Columns columns = copies.columns();
    profit = columns.doubles(copies.count());
    peak = columns.doubles(copies.count());
  }

  /** A copy begins an episode without a profit. */
  void clear(int copy) {
    profit[copy] = 0;
    peak[copy] = 0;
  }

  /** The reward of a copy's last step; asked once a step. */
  double take(int copy) {
    double now = desks.profit(copy);
    double earned = now - profit[copy];
    profit[copy] = now;
    peak[copy] = Math.max(peak[copy], now);
    return ofProfit(earned)
        + ofDelta(copy)
        + ofBasis(copy)
        + ofDrawdown(copy)
        + ofToxicity(copy)
        + ofPosition(copy)
        + ofKill(copy);
  }

  /**
   * What the reward of a copy's last step added up from, in the order of {@link RewardPart}.
   *
   * @param earned change of profit in that step, USD
   */
  double[] parts(int copy, double earned) {
    return new double[] {
      ofProfit(earned),
      ofDelta(copy),
      ofBasis(copy),
      ofDrawdown(copy),
      ofToxicity(copy),
      ofPosition(copy),
      ofKill(copy)
    };
  }

  private double ofProfit(double earned) {
    return earned / tier.profitUnit();
  }

  private double ofDelta(int copy) {
    return -DELTA_WEIGHT * Math.abs(desks.delta[copy]) / desks.deltaLimit[copy];
  }

  private double ofBasis(int copy) {
    return -BASIS_WEIGHT * Math.abs(desks.basis[copy]) / Risk.BASIS_LIMIT;
  }

  private double ofDrawdown(int copy) {
    return -DRAWDOWN_WEIGHT * (peak[copy] - profit[copy]) / tier.drawdown();
  }

  private double ofToxicity(int copy) {
    return -TOXICITY_WEIGHT * meanToxicity(copy);
  }

  private double ofPosition(int copy) {
    return -POSITION_WEIGHT * Math.abs(desks.net[copy]);
  }

  private double ofKill(int copy) {
    return desks.isKilled(copy) ? -1 / tier.killProbability() : 0;
  }

  private double meanToxicity(int copy) {
    double sum = 0;
    for (int i = copy * count; i < (copy + 1) * count; i++) {
      sum += copies.venues().toxicity[i];
    }
    return sum / count;
  }
}
