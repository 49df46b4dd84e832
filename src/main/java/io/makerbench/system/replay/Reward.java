package io.makerbench.system.replay;

/** What a policy is rewarded for, beside the penalty on its position. */
public enum Reward {
  /** Cash, as published: a purchase costs its whole price and pays when it is sold. */
  CASH,
  /** Cash and position at mid: a purchase at mid costs nothing, and pays as the mid moves. */
  EQUITY
}
