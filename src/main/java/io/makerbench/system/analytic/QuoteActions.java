package io.makerbench.system.analytic;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import java.util.List;

/** What an action means: the depth of each quote, {@link Quotes#NONE} for none. */
sealed interface QuoteActions {
  Space space();

  double bidDepth(Actions actions, int copy);

  double askDepth(Actions actions, int copy);

  /**
   * Action i·skews + j quotes half-spread i moved up by skew j: bid depth h − s, ask depth h + s.
   */
  record Grid(double[] bidDepths, double[] askDepths) implements QuoteActions {
    static Grid of(List<Double> halfSpreads, List<Double> skews) {
      double[] bids = new double[halfSpreads.size() * skews.size()];
      double[] asks = new double[bids.length];
      for (int i = 0; i < bids.length; i++) {
        double half = halfSpreads.get(i / skews.size());
        double skew = skews.get(i % skews.size());
        bids[i] = half - skew;
        asks[i] = half + skew;
      }
      return new Grid(bids, asks);
    }

    @Override
    public Space space() {
      return new Space.Discrete(bidDepths.length);
    }

    @Override
    public double bidDepth(Actions actions, int copy) {
      return bidDepths[actions.discrete[copy]];
    }

    @Override
    public double askDepth(Actions actions, int copy) {
      return askDepths[actions.discrete[copy]];
    }
  }

  /** Two floats a copy: depth of the bid, depth of the ask. */
  record Depths(double maxDepth) implements QuoteActions {
    @Override
    public Space space() {
      return new Space.Box(2, 0, maxDepth);
    }

    @Override
    public double bidDepth(Actions actions, int copy) {
      return actions.continuous[2 * copy];
    }

    @Override
    public double askDepth(Actions actions, int copy) {
      return actions.continuous[2 * copy + 1];
    }
  }
}
