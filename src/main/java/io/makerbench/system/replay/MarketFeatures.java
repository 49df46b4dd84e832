package io.makerbench.system.replay;

import io.makerbench.config.InputException;
import io.makerbench.tape.BookStates;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The market features of a stretch, unscaled.
 *
 * <p>Corrected, a window of length w at row i holds the rows up to i whose time is above t(i) − w.
 * Published, windows belong to times: they hold all rows of (t − w, t], later rows of the same time
 * included, and joining them back on the time turns k rows of equal time into k², which the rows
 * after the volatilities (and so the windows of {@code realized_vol_tick} and {@code zscore_time},
 * and the replay) run over. (The published code multiplies again at each of its twelve joins, which
 * would fill any memory wherever a time repeats.)
 */
final class MarketFeatures {
  private static final long NS_PER_MS = 1_000_000;
  private static final int MOST_ROWS = 500_000_000;

  private final BookStates states;
  private final double priceStep;
  private final List<FeatureRecipe> recipes;
  private final Mode mode;
  private final TickRows seen;
  private final int[] sequence;
  private final TickRows replayed;
  private final int firstComplete;

  /**
   * @param ticks the ticks of the stretch, each once
   */
  MarketFeatures(
      BookStates states, double priceStep, TickRows ticks, List<FeatureRecipe> recipes, Mode mode) {
    this.states = states;
    this.priceStep = priceStep;
    this.recipes = recipes;
    this.mode = mode;
    seen = ticks;
    sequence = mode == Mode.PUBLISHED ? multiplied(ticks.time()) : range(0, ticks.count());
    replayed = mode == Mode.PUBLISHED ? ticks.at(sequence) : ticks;
    firstComplete = firstComplete();
  }

  /** The ticks that have all features, in order of replay. */
  TickRows rows() {
    return replayed.at(range(firstComplete, replayed.count()));
  }

  /** Features a tick. */
  int width() {
    return recipes.size();
  }

  /** One feature, a value for each of {@link #rows}. */
  double[] column(int feature) {
    double[] all = replayedColumn(recipes.get(feature));
    return Arrays.copyOfRange(all, firstComplete, all.length);
  }

  private double[] replayedColumn(FeatureRecipe recipe) {
    return switch (recipe.name()) {
      case MIDPRICE, SPREAD, BOOK_IMBALANCE -> ofBook(recipe);
      case RET_TIME ->
          repeated(RollingFeatures.returns(price(recipe, seen), seen.time(), delta(recipe)));
      case LEAKED_RETURN ->
          repeated(RollingFeatures.leakedReturns(price(recipe, seen), seen.time(), delta(recipe)));
      case REALIZED_VOL_TIME ->
          repeated(
              RollingFeatures.volatility(price(recipe, seen), seen.time(), window(recipe), mode));
      case REALIZED_VOL_TICK ->
          RollingFeatures.tickVolatility(price(recipe, replayed), ticks(recipe));
      case ZSCORE_TIME ->
          RollingFeatures.zScore(price(recipe, replayed), replayed.time(), window(recipe), mode);
    };
  }

  private double[] ofBook(FeatureRecipe recipe) {
    double[] values = new double[replayed.count()];
    for (int i = 0; i < values.length; i++) {
      int row = replayed.row()[i];
      long bid = states.bidPrice(row, 0);
      long ask = states.askPrice(row, 0);
      values[i] =
          switch (recipe.name()) {
            case MIDPRICE -> (bid + ask) * 0.5 * priceStep;
            case SPREAD -> (ask - bid) * priceStep;
            default -> BasePrices.imbalance(states, row, recipe.levels());
          };
    }
    return values;
  }

  private double[] price(FeatureRecipe recipe, TickRows rows) {
    return BasePrices.of(recipe, states, priceStep, rows.row());
  }

  private double[] repeated(double[] values) {
    return mode == Mode.PUBLISHED ? TimeOrder.take(values, sequence) : values;
  }

  /** Returns need a row far enough back, and tick volatilities enough returns. */
  private int firstComplete() {
    int first = 0;
    for (FeatureRecipe recipe : recipes) {
      if (recipe.name() == FeatureRecipe.Kind.REALIZED_VOL_TICK) {
        first = Math.max(first, ticks(recipe));
      } else if (recipe.name() == FeatureRecipe.Kind.RET_TIME) {
        while (first < replayed.count()
            && replayed.time()[first] - delta(recipe) < replayed.time()[0]) {
          first++;
        }
      }
    }
    return Math.min(first, replayed.count());
  }

  private static int ticks(FeatureRecipe recipe) {
    return given(recipe.ticks(), recipe, "ticks");
  }

  private static long delta(FeatureRecipe recipe) {
    return given(recipe.delta(), recipe, "delta") * NS_PER_MS;
  }

  private static long window(FeatureRecipe recipe) {
    return given(recipe.window(), recipe, "window") * NS_PER_MS;
  }

  private static int given(@Nullable Integer value, FeatureRecipe recipe, String key) {
    if (value == null) {
      throw new InputException(
          "features.recipes: "
              + recipe.name().name().toLowerCase(Locale.ROOT)
              + " needs the key "
              + key
              + ".");
    }
    return value;
  }

  private static int[] range(int from, int to) {
    int[] places = new int[to - from];
    Arrays.setAll(places, i -> from + i);
    return places;
  }

  /** Each place as often as its time occurs. */
  private static int[] multiplied(long[] time) {
    long total = 0;
    for (int i = 0, end; i < time.length; i = end) {
      end = TimeOrder.endOfTime(time, i);
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
      end = TimeOrder.endOfTime(time, i);
      for (int place = i; place < end; place++) {
        Arrays.fill(places, count, count + end - i, place);
        count += end - i;
      }
    }
    return places;
  }
}
