package io.makerbench.system.replay;

import io.makerbench.config.InputException;
import io.makerbench.tape.BookStates;
import java.util.Arrays;
import java.util.List;

/**
 * The market features of a stretch, unscaled, one array a feature and one value a row.
 *
 * <p>Corrected, a window of length w at row i holds the rows up to i whose time is above t(i) − w.
 * Published, windows belong to times: they hold all rows of (t − w, t], later rows of the same time
 * included, and joining them back on the time turns k rows of equal time into k², which the rows
 * after the volatilities (and so the windows of {@code realized_vol_tick} and {@code zscore_time},
 * and the replay) run over. (The published code multiplies again at each of its twelve joins, which
 * would fill any memory wherever a time repeats.)
 *
 * @param rows the ticks that have all features, in order of replay
 * @param values feature × tick
 */
record FeatureColumns(TickRows rows, double[][] values) {
  private static final long NS_PER_MS = 1_000_000;
  private static final double LEAST_DEVIATION = 1e-10;
  private static final double Z_LIMIT = 10;
  private static final int MOST_ROWS = 500_000_000;

  static FeatureColumns compute(
      BookStates states, double priceStep, TickRows ticks, List<FeatureRecipe> recipes, Mode mode) {
    int[] sequence = mode == Mode.PUBLISHED ? multiplied(ticks.time()) : identity(ticks.count());
    TickRows replayed = ticks.at(sequence);
    BasePrices seen = new BasePrices(states, priceStep, ticks.row());
    BasePrices repeated =
        mode == Mode.PUBLISHED ? new BasePrices(states, priceStep, replayed.row()) : seen;
    double[][] values = new double[recipes.size()][];
    for (int f = 0; f < values.length; f++) {
      FeatureRecipe recipe = recipes.get(f);
      values[f] =
          switch (recipe.name()) {
            case MIDPRICE, SPREAD, BOOK_IMBALANCE ->
                ofBook(states, priceStep, recipe, replayed.row());
            case RET_TIME ->
                TimeOrder.take(returns(seen.of(recipe), ticks.time(), recipe), sequence);
            case REALIZED_VOL_TIME ->
                TimeOrder.take(volatility(seen.of(recipe), ticks.time(), recipe, mode), sequence);
            case REALIZED_VOL_TICK -> tickVolatility(repeated.of(recipe), recipe);
            case ZSCORE_TIME -> zScore(repeated.of(recipe), replayed.time(), recipe, mode);
          };
    }
    return complete(replayed, values);
  }

  private static int[] identity(int count) {
    int[] places = new int[count];
    Arrays.setAll(places, i -> i);
    return places;
  }

  /** Each place as often as its time occurs. */
  static int[] multiplied(long[] time) {
    long total = 0;
    for (int i = 0, end; i < time.length; i = end) {
      end = endOfTime(time, i);
      total += (long) (end - i) * (end - i);
    }
    if (total > MOST_ROWS) {
      throw new InputException(
          "In published mode the repeated times of this recording make "
              + total
              + " rows; use mode corrected, which does not multiply them.");
    }
    int[] places = new int[(int) total];
    int count = 0;
    for (int i = 0, end; i < time.length; i = end) {
      end = endOfTime(time, i);
      for (int place = i; place < end; place++) {
        Arrays.fill(places, count, count + end - i, place);
        count += end - i;
      }
    }
    return places;
  }

  private static int endOfTime(long[] time, int from) {
    int end = from + 1;
    while (end < time.length && time[end] == time[from]) {
      end++;
    }
    return end;
  }

  private static double[] ofBook(
      BookStates states, double priceStep, FeatureRecipe recipe, int[] row) {
    double[] values = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      int bid = states.bidPrice(row[i], 0);
      int ask = states.askPrice(row[i], 0);
      values[i] =
          switch (recipe.name()) {
            case MIDPRICE -> ((long) bid + ask) * 0.5 * priceStep;
            case SPREAD -> ((long) ask - bid) * priceStep;
            default -> imbalance(states, row[i], recipe.levels());
          };
    }
    return values;
  }

  private static double imbalance(BookStates states, int row, int levels) {
    double bids = 0;
    double asks = 0;
    for (int level = 0; level < levels; level++) {
      bids += states.bidSize(row, level);
      asks += states.askSize(row, level);
    }
    return (bids - asks) / (bids + asks);
  }

  private static double[] returns(double[] price, long[] time, FeatureRecipe recipe) {
    long delta = length(recipe.delta(), recipe, "delta") * NS_PER_MS;
    double[] values = new double[price.length];
    int past = -1;
    for (int i = 0; i < price.length; i++) {
      while (time[past + 1] <= time[i] - delta) {
        past++;
      }
      values[i] = past < 0 ? Double.NaN : change(price[past], price[i]);
    }
    return values;
  }

  private static double change(double from, double to) {
    return (to - from) / from;
  }

  private static double[] volatility(double[] price, long[] time, FeatureRecipe recipe, Mode mode) {
    long window = length(recipe.window(), recipe, "window") * NS_PER_MS;
    double[] values = new double[price.length];
    SlidingMoments moments = new SlidingMoments();
    int oldest = 1; // the first row has no return
    for (int i = 0, end; i < price.length; i = end) {
      end = mode == Mode.PUBLISHED ? endOfTime(time, i) : i + 1;
      for (int row = Math.max(1, i); row < end; row++) {
        moments.push(change(price[row - 1], price[row]));
      }
      while (oldest < end && time[oldest] <= time[i] - window) {
        moments.pop();
        oldest++;
      }
      Arrays.fill(values, i, end, moments.deviation());
    }
    return values;
  }

  private static double[] tickVolatility(double[] price, FeatureRecipe recipe) {
    int length = (int) length(recipe.ticks(), recipe, "ticks");
    double[] values = new double[price.length];
    Arrays.fill(values, 0, Math.min(length, values.length), Double.NaN);
    SlidingMoments moments = new SlidingMoments();
    for (int i = 1; i < price.length; i++) {
      moments.push(change(price[i - 1], price[i]));
      if (moments.count() > length) {
        moments.pop();
      }
      if (i >= length) {
        values[i] = moments.deviation();
      }
    }
    return values;
  }

  private static double[] zScore(double[] price, long[] time, FeatureRecipe recipe, Mode mode) {
    long window = length(recipe.window(), recipe, "window") * NS_PER_MS;
    double[] values = new double[price.length];
    SlidingMoments moments = new SlidingMoments();
    int oldest = 0;
    for (int i = 0, end; i < price.length; i = end) {
      end = mode == Mode.PUBLISHED ? endOfTime(time, i) : i + 1;
      // Prices enter as distances from the first one, which keeps their small changes exact.
      for (int row = i; row < end; row++) {
        moments.push(price[row] - price[0]);
      }
      while (time[oldest] <= time[i] - window) {
        moments.pop();
        oldest++;
      }
      double mean = moments.mean();
      double deviation = moments.deviation();
      for (int row = i; row < end; row++) {
        double distance = price[row] - price[0] - mean;
        values[row] = deviation < LEAST_DEVIATION ? 0 : limited(distance / deviation, mode);
      }
    }
    return values;
  }

  /** The published code clips the score before it is scaled and once more after. */
  private static double limited(double score, Mode mode) {
    return mode == Mode.PUBLISHED ? Math.clamp(score, -Z_LIMIT, Z_LIMIT) : score;
  }

  private static long length(
      @org.jspecify.annotations.Nullable Integer given, FeatureRecipe recipe, String key) {
    if (given == null) {
      throw new InputException(
          "features.recipes: "
              + recipe.name().name().toLowerCase(java.util.Locale.ROOT)
              + " needs the key "
              + key
              + ".");
    }
    return given;
  }

  private static FeatureColumns complete(TickRows rows, double[][] values) {
    int[] kept = new int[rows.count()];
    int count = 0;
    for (int i = 0; i < kept.length; i++) {
      boolean whole = true;
      for (double[] column : values) {
        whole &= !Double.isNaN(column[i]);
      }
      if (whole) {
        kept[count++] = i;
      }
    }
    int[] places = Arrays.copyOf(kept, count);
    double[][] taken = new double[values.length][];
    for (int f = 0; f < values.length; f++) {
      taken[f] = TimeOrder.take(values[f], places);
    }
    return new FeatureColumns(rows.at(places), taken);
  }
}
