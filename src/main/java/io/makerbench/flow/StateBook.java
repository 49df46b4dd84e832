package io.makerbench.flow;

import io.makerbench.book.Ladder;
import io.makerbench.tape.BookStates;

/** A book of whole states, from which single orders cannot be told. */
final class StateBook implements RecordedBook {
  private final BookStates states;
  private long next;

  StateBook(BookStates states) {
    this.states = states;
  }

  @Override
  public long nextTime() {
    return next < states.rows() ? states.exchangeTime(next) : Long.MAX_VALUE;
  }

  @Override
  public void apply(double seconds, FlowObserver observer) {
    next++;
  }

  @Override
  public void traded(int side, int price, long lots) {
    // whole states need no account of what traded
  }

  private long row() {
    return next - 1;
  }

  @Override
  public boolean valid() {
    return next > 0
        && states.bidSize(row(), 0) > 0
        && states.askSize(row(), 0) > 0
        && states.bidPrice(row(), 0) <= states.askPrice(row(), 0);
  }

  @Override
  public double bestBid() {
    return states.bidPrice(row(), 0);
  }

  @Override
  public double bestAsk() {
    return states.askPrice(row(), 0);
  }

  @Override
  public long size(int side, int price) {
    for (int level = 0; level < states.depth(); level++) {
      boolean bid = side == Ladder.BID;
      int there = bid ? states.bidPrice(row(), level) : states.askPrice(row(), level);
      if (there == price) {
        return bid ? states.bidSize(row(), level) : states.askSize(row(), level);
      }
    }
    return 0;
  }
}
