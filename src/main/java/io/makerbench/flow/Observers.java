package io.makerbench.flow;

import java.util.List;

/** Tells several observers, in their order. */
record Observers(List<FlowObserver> all) implements FlowObserver {
  @Override
  public void limit(double seconds, int side, int price, long lots, BookView before) {
    for (FlowObserver observer : all) {
      observer.limit(seconds, side, price, lots, before);
    }
  }

  @Override
  public void cancel(double seconds, int side, int price, long lots, BookView before) {
    for (FlowObserver observer : all) {
      observer.cancel(seconds, side, price, lots, before);
    }
  }

  @Override
  public void trade(double seconds, int sign, double farthest, long lots, BookView before) {
    for (FlowObserver observer : all) {
      observer.trade(seconds, sign, farthest, lots, before);
    }
  }

  @Override
  public void state(double seconds, BookView now) {
    for (FlowObserver observer : all) {
      observer.state(seconds, now);
    }
  }

  @Override
  public void sample(double seconds, BookView now) {
    for (FlowObserver observer : all) {
      observer.sample(seconds, now);
    }
  }
}
