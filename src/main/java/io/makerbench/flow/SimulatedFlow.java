package io.makerbench.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A market that a model makes, event by event: market, limit and cancel orders are told to an
 * observer as they come. One own order a side may rest in it. The same random stream gives the same
 * events. Not safe for several threads.
 */
public interface SimulatedFlow extends BookView {
  /** Time reached, seconds from the start. */
  double seconds();

  /** Lets everything happen up to an instant, seconds from the start. */
  void advance(double until, FlowObserver observer);

  /**
   * Puts the own order of a side at a price, in place of the one before; an order that stays at its
   * price and size keeps its place.
   *
   * @param price in ticks; rounded to a tick away from the middle where the market has ticks
   * @param lots size; 0 for no order
   */
  void quote(int side, double price, long lots);

  /** Lots of the own order of a side that are still open. */
  long open(int side);

  /** Writes all that the next events depend on, the random stream included. */
  void save(DataOutput out) throws IOException;

  /** Reads what {@link #save} wrote. */
  void restore(DataInput in) throws IOException;
}
