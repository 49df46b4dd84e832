package io.makerbench.system.perp;

import java.util.Locale;

/** What a reward adds up from, in the order it is added. */
public enum RewardPart {
  /** Change of profit over the tier's unit. */
  PROFIT,
  /** Worth of the net position over its limit. */
  DELTA,
  /** Basis over its limit. */
  BASIS,
  /** Drawdown over the tier's. */
  DRAWDOWN,
  /** Mean toxicity of the venues. */
  TOXICITY,
  /** Size of the net position. */
  POSITION,
  /** The kill switch. */
  KILL;

  /** Name of its series in an episode. */
  public String series() {
    return "reward_" + words();
  }

  /** Name for people. */
  String words() {
    return name().toLowerCase(Locale.ROOT);
  }
}
