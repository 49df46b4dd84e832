package io.makerbench.system.replay;

import io.makerbench.tape.BookStates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The features written out as in their definition, window by window: slow and plain. */
final class NaiveFeatures {
  private static final long MS = 1_000_000;

  private final Mode mode;
  private final List<Integer> rows = new ArrayList<>();
  private final BookStates states;
  private final double step;

  NaiveFeatures(BookStates states, double step, Mode mode) {
    this.states = states;
    this.step = step;
    this.mode = mode;
    for (int r = 0; r < states.rows(); r++) {
      rows.add(r);
    }
  }

  private long time(int row) {
    return mode == Mode.PUBLISHED ? states.exchangeTime(row) : states.localTime(row);
  }

  /** All features of the rows that have all of them. */
  double[][] complete(List<FeatureRecipe> recipes) {
    List<Integer> replayed = new ArrayList<>();
    List<Integer> origin = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.get(i);
      long equal = rows.stream().filter(other -> time(other) == time(row)).count();
      for (int k = 0; k < (mode == Mode.PUBLISHED ? equal : 1); k++) {
        replayed.add(row);
        origin.add(i);
      }
    }
    double[][] values = new double[recipes.size()][replayed.size()];
    for (int f = 0; f < values.length; f++) {
      FeatureRecipe recipe = recipes.get(f);
      for (int i = 0; i < replayed.size(); i++) {
        values[f][i] =
            switch (recipe.name()) {
              case REALIZED_VOL_TICK, ZSCORE_TIME -> value(recipe, replayed, i);
              default -> value(recipe, rows, origin.get(i));
            };
      }
    }
    int first = 0;
    for (double[] column : values) {
      for (int i = 0; i < column.length; i++) {
        if (Double.isNaN(column[i])) {
          first = Math.max(first, i + 1);
        }
      }
    }
    for (int f = 0; f < values.length; f++) {
      values[f] = Arrays.copyOfRange(values[f], first, values[f].length);
    }
    return values;
  }

  private double value(FeatureRecipe recipe, List<Integer> sequence, int i) {
    int row = sequence.get(i);
    return switch (recipe.name()) {
      case MIDPRICE -> price(recipe, row);
      case SPREAD -> (states.askPrice(row, 0) - states.bidPrice(row, 0)) * step;
      case BOOK_IMBALANCE -> imbalance(row, recipe.levels());
      case RET_TIME -> timeReturn(recipe, sequence, i);
      case LEAKED_RETURN -> returnToCome(recipe, sequence, i);
      case REALIZED_VOL_TIME -> deviation(returns(recipe, sequence, window(recipe, sequence, i)));
      case REALIZED_VOL_TICK -> tickVolatility(recipe, sequence, i);
      case ZSCORE_TIME -> zScore(recipe, sequence, i);
    };
  }

  private double imbalance(int row, int levels) {
    double bids = 0;
    double asks = 0;
    for (int level = 0; level < levels; level++) {
      bids += states.bidSize(row, level);
      asks += states.askSize(row, level);
    }
    return (bids - asks) / (bids + asks);
  }

  private double price(FeatureRecipe recipe, int row) {
    if (recipe.baseCol() == FeatureRecipe.BaseColumn.MID) {
      return (states.bidPrice(row, 0) + states.askPrice(row, 0)) / 2.0 * step;
    }
    double value = 0;
    double size = 0;
    for (int level = 0; level < recipe.levels(); level++) {
      boolean cross = recipe.baseCol() == FeatureRecipe.BaseColumn.CVWAP;
      double bidWeight = cross ? states.askSize(row, level) : states.bidSize(row, level);
      double askWeight = cross ? states.bidSize(row, level) : states.askSize(row, level);
      value += states.bidPrice(row, level) * bidWeight + states.askPrice(row, level) * askWeight;
      size += bidWeight + askWeight;
    }
    return value / size * step;
  }

  private double timeReturn(FeatureRecipe recipe, List<Integer> sequence, int i) {
    long until = time(sequence.get(i)) - recipe.delta() * MS;
    double past = Double.NaN;
    for (int row : sequence) {
      if (time(row) <= until) {
        past = price(recipe, row);
      }
    }
    return (price(recipe, sequence.get(i)) - past) / past;
  }

  private double returnToCome(FeatureRecipe recipe, List<Integer> sequence, int i) {
    long until = time(sequence.get(i)) + recipe.delta() * MS;
    double now = price(recipe, sequence.get(i));
    double then = Double.NaN;
    for (int row : sequence) {
      if (time(row) <= until) {
        then = price(recipe, row);
      }
    }
    return (then - now) / now;
  }

  /** Places within the window of place i. */
  private List<Integer> window(FeatureRecipe recipe, List<Integer> sequence, int i) {
    long now = time(sequence.get(i));
    List<Integer> places = new ArrayList<>();
    for (int p = 0; p < sequence.size(); p++) {
      long time = time(sequence.get(p));
      boolean seen = mode == Mode.PUBLISHED ? time <= now : p <= i;
      if (seen && time > now - recipe.window() * MS) {
        places.add(p);
      }
    }
    return places;
  }

  private double[] returns(FeatureRecipe recipe, List<Integer> sequence, List<Integer> places) {
    return places.stream()
        .filter(p -> p > 0)
        .mapToDouble(p -> {
          double before = price(recipe, sequence.get(p - 1));
          return (price(recipe, sequence.get(p)) - before) / before;
        })
        .toArray();
  }

  private double tickVolatility(FeatureRecipe recipe, List<Integer> sequence, int i) {
    if (i < recipe.ticks()) {
      return Double.NaN;
    }
    List<Integer> places = new ArrayList<>();
    for (int p = i - recipe.ticks() + 1; p <= i; p++) {
      places.add(p);
    }
    return deviation(returns(recipe, sequence, places));
  }

  private double zScore(FeatureRecipe recipe, List<Integer> sequence, int i) {
    double[] prices =
        window(recipe, sequence, i).stream()
            .mapToDouble(p -> price(recipe, sequence.get(p)) - price(recipe, sequence.get(0)))
            .toArray();
    double deviation = deviation(prices);
    if (deviation < 1e-10) {
      return 0;
    }
    double own = price(recipe, sequence.get(i)) - price(recipe, sequence.get(0));
    double z = (own - Arrays.stream(prices).sum() / prices.length) / deviation;
    return mode == Mode.PUBLISHED ? Math.clamp(z, -10, 10) : z;
  }

  private static double deviation(double[] values) {
    if (values.length < 2) {
      return 0;
    }
    double mean = Arrays.stream(values).sum() / values.length;
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
