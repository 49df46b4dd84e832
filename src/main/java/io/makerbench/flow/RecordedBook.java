package io.makerbench.flow;

/** The book of a tape, brought forward update by update. */
interface RecordedBook extends BookView {
  /** Exchange time of the next update, ns; {@link Long#MAX_VALUE} after the last one. */
  long nextTime();

  /** Applies every row of the next update. */
  void apply(double seconds, FlowObserver observer);

  /** Tells of size traded at a price, lots: a level that shrinks by it was not cancelled. */
  void traded(int side, int price, long lots);

  /** Whether both sides have a price and do not cross. */
  boolean valid();
}
