package io.makerbench.system.perp;

import io.makerbench.system.perp.engine.Cause;
import java.util.Locale;

/**
 * What a desk trades on a venue in a tick, by cause. Each is a series of an episode: size in base
 * currency, positive where bought, 0 where nothing was traded.
 */
public enum VenueTrades {
  /** The own bid was met. */
  BID_MET,
  /** The own ask was met. */
  ASK_MET,
  /** A position was left at a profit. */
  EXIT,
  /** A position was made smaller. */
  HEDGE;

  static VenueTrades of(double size, Cause cause) {
    return switch (cause) {
      case QUOTE -> size > 0 ? BID_MET : ASK_MET;
      case EXIT -> EXIT;
      case HEDGE -> HEDGE;
    };
  }

  /** Name of the series in an episode. */
  public String series() {
    return "traded_" + name().toLowerCase(Locale.ROOT);
  }
}
