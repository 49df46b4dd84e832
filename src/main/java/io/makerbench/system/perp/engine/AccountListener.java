package io.makerbench.system.perp.engine;

/** Is told of all that changes an account but the moves of prices. */
public interface AccountListener {
  /** For whom single bookings are of no interest. */
  AccountListener NONE =
      new AccountListener() {
        @Override
        public void filled(int i, double size, double price, double fee, Cause cause) {}

        @Override
        public void funded(int i, double paid) {}
      };

  /**
   * A fill, with the position as it is after it.
   *
   * @param i copy × venues + venue
   * @param size base currency, positive where bought
   * @param price USD
   * @param fee USD paid, negative for a rebate
   */
  void filled(int i, double size, double price, double fee, Cause cause);

  /**
   * The funding of a step.
   *
   * @param i copy × venues + venue
   * @param paid USD, negative where received
   */
  void funded(int i, double paid);
}
