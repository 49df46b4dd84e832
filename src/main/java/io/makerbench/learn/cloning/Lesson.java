package io.makerbench.learn.cloning;

import io.makerbench.policy.Policy;
import io.makerbench.system.Market;

/**
 * The demonstrations of a cloning in their parts: rows to learn from, rows to choose the best epoch
 * by, and the last ones, which the finished clone is examined on.
 */
public final class Lesson {
  private final Market market;
  private final CloningConfig config;
  private final Demonstrations kept;
  private final Split split;

  Lesson(Market market, CloningConfig config, Demonstrations kept, Split split) {
    this.market = market;
    this.config = config;
    this.kept = kept;
    this.split = split;
  }

  /** Rows to learn from. */
  public int trainingRows() {
    return split.training().length;
  }

  /** Rows to choose the best epoch by. */
  public int holdoutRows() {
    return split.holdout().length;
  }

  /** Rows, the last ones, that are kept back for the finished clone. */
  public int testRows() {
    return kept.rows() - trainingRows() - holdoutRows();
  }

  /**
   * How far a policy's actions are from the expert's on the last rows.
   *
   * @throws io.makerbench.config.InputException when actions are no numbers
   */
  public ActionErrors examine(Policy policy) {
    return new Examiner(market, kept).ofLast(config.testShare(), policy);
  }
}
