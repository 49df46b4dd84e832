package io.makerbench.system.replay;

import io.makerbench.system.replay.FeatureRecipe.BaseColumn;
import io.makerbench.tape.BookStates;

/**
 * Prices that features are taken of, one a row: mid; vwap = Σ(B·b + A·a)/Σ(b + a) and the
 * cross-weighted cvwap = Σ(B·a + A·b)/Σ(b + a) over the first levels, with prices B, A and sizes b,
 * a of bids and asks.
 */
final class BasePrices {
  private final BookStates states;
  private final double priceStep;

  private BasePrices(BookStates states, double priceStep) {
    this.states = states;
    this.priceStep = priceStep;
  }

  /** The price a recipe is taken of, one a row, in quote currency. */
  static double[] of(FeatureRecipe recipe, BookStates states, double priceStep, int[] row) {
    return new BasePrices(states, priceStep).compute(recipe.baseCol(), recipe.levels(), row);
  }

  /** (Σ b − Σ a)/(Σ b + Σ a) over the first levels. */
  static double imbalance(BookStates states, int row, int levels) {
    double bids = 0;
    double asks = 0;
    for (int level = 0; level < levels; level++) {
      bids += states.bidSize(row, level);
      asks += states.askSize(row, level);
    }
    return (bids - asks) / (bids + asks);
  }

  private double[] compute(BaseColumn column, int levels, int[] row) {
    double[] price = new double[row.length];
    for (int i = 0; i < price.length; i++) {
      price[i] =
          switch (column) {
            case MID -> mid(row[i]);
            case VWAP -> vwap(row[i], levels);
            case CVWAP -> crossVwap(row[i], levels);
          };
    }
    return price;
  }

  private double mid(int r) {
    return ((long) states.bidPrice(r, 0) + states.askPrice(r, 0)) * 0.5 * priceStep;
  }

  private double vwap(int r, int levels) {
    double value = 0;
    double size = 0;
    for (int level = 0; level < levels; level++) {
      double bidSize = states.bidSize(r, level);
      double askSize = states.askSize(r, level);
      value += bidValue(r, level, bidSize) + askValue(r, level, askSize);
      size += bidSize + askSize;
    }
    return value / size * priceStep;
  }

  private double crossVwap(int r, int levels) {
    double value = 0;
    double size = 0;
    for (int level = 0; level < levels; level++) {
      double bidSize = states.bidSize(r, level);
      double askSize = states.askSize(r, level);
      // The price of an absent level is unspecified; it must not carry the other side's weight.
      if (bidSize > 0 && askSize > 0) {
        value += bidValue(r, level, askSize) + askValue(r, level, bidSize);
        size += bidSize + askSize;
      }
    }
    return value / size * priceStep;
  }

  private double bidValue(int r, int level, double weight) {
    return weight == 0 ? 0 : states.bidPrice(r, level) * weight;
  }

  private double askValue(int r, int level, double weight) {
    return weight == 0 ? 0 : states.askPrice(r, level) * weight;
  }
}
