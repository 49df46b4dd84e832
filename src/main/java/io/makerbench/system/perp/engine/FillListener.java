package io.makerbench.system.perp.engine;

/** Is told of every fill. */
public interface FillListener {
  /** For whom fills are of no interest one by one. */
  FillListener NONE = (i, size, price, fee, cause) -> {};

  /**
   * A fill.
   *
   * @param i copy × venues + venue
   * @param size base currency, positive where bought
   * @param price USD
   * @param fee USD paid, negative for a rebate
   */
  void filled(int i, double size, double price, double fee, Cause cause);
}
