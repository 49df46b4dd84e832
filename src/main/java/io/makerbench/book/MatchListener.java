package io.makerbench.book;

/**
 * Is told what a {@link MatchingEngine} does, in the order in which it does it, from within the
 * call that causes it. A listener must not call the engine back.
 *
 * <p>A message is answered by {@link #rejected} alone, or by {@link #accepted} or {@link #modified}
 * with the executions and cancels it causes after it, or by one {@link #cancelled}. An order's size
 * left is its accepted size (or that of its last modification) less what was executed and cancelled
 * since.
 */
public interface MatchListener {
  /** Takes no notice. */
  MatchListener NONE =
      new MatchListener() {
        @Override
        public void accepted(long id, int side, int price, long size) {
          // nobody asked
        }

        @Override
        public void rejected(long id, MatchOutcome reason) {
          // nobody asked
        }

        @Override
        public void executed(long resting, long taking, int takingSide, int price, long size) {
          // nobody asked
        }

        @Override
        public void cancelled(long id, long size, CancelReason reason) {
          // nobody asked
        }

        @Override
        public void modified(long id, int price, long size) {
          // nobody asked
        }
      };

  /**
   * A new order has been taken on.
   *
   * @param price its limit in ticks; of a market order the furthest price there is
   * @param size in lots
   */
  void accepted(long id, int side, int price, long size);

  /** A message about this order was refused and changed nothing. */
  void rejected(long id, MatchOutcome reason);

  /**
   * Two orders traded.
   *
   * @param resting id of the order that stood in the book
   * @param taking id of the order that came
   * @param takingSide side of the latter
   * @param price of the resting order, in ticks
   * @param size in lots
   */
  void executed(long resting, long taking, int takingSide, int price, long size);

  /**
   * An order lost size without a trade; it is gone when nothing is left of it.
   *
   * @param size what it lost, in lots
   */
  void cancelled(long id, long size, CancelReason reason);

  /** A resting order has a new price and a new size left; executions it causes come after this. */
  void modified(long id, int price, long size);
}
