package io.makerbench.system.replay;

import io.makerbench.config.Key;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How one market feature is computed and scaled. */
public record FeatureRecipe(
    @Key(help = "What is computed.") Kind name,
    @Key(
            help = "Length of the rolling window, for realized_vol_time and zscore_time.",
            unit = "ms",
            fallback = "null",
            min = 1,
            max = 86400000)
        @Nullable Integer window,
    @Key(
            help = "Distance of the return, for ret_time and leaked_return.",
            unit = "ms",
            fallback = "null",
            min = 1,
            max = 86400000)
        @Nullable Integer delta,
    @Key(
            help = "Returns in the window, for realized_vol_tick.",
            unit = "ticks",
            fallback = "null",
            min = 2,
            max = 100000)
        @Nullable Integer ticks,
    @Key(help = "Price the feature is taken of.", fallback = "\"mid\"") BaseColumn baseCol,
    @Key(
            help = "Levels that enter vwap, cvwap and book_imbalance.",
            unit = "levels",
            fallback = "1",
            min = 1,
            max = 25)
        int levels,
    @Key(
            help = "Levels the recording must have.",
            unit = "levels",
            fallback = "5",
            min = 1,
            max = 25)
        int depth,
    @Key(help = "Mean subtracted when scaling, in published mode.", fallback = "0")
        double scalingMean,
    @Key(
            help = "Deviation divided by when scaling, in published mode.",
            fallback = "1",
            min = 1e-300)
        double scalingStd) {

  /**
   * Name of one feature among others of its kind, for example {@code realized_vol_time 200 vwap3}.
   */
  public String label() {
    String kind = name.name().toLowerCase(Locale.ROOT);
    return switch (name) {
      case MIDPRICE, SPREAD -> kind;
      case BOOK_IMBALANCE -> kind + " " + levels;
      case RET_TIME, LEAKED_RETURN -> kind + " " + delta + " " + base();
      case REALIZED_VOL_TIME, ZSCORE_TIME -> kind + " " + window + " " + base();
      case REALIZED_VOL_TICK -> kind + " " + ticks + " " + base();
    };
  }

  private String base() {
    return baseCol == BaseColumn.MID ? "mid" : baseCol.name().toLowerCase(Locale.ROOT) + levels;
  }

  /** Kinds of market feature, by the names of the source's features.json. */
  public enum Kind {
    /** Computed, never part of the state. */
    MIDPRICE,
    SPREAD,
    BOOK_IMBALANCE,
    RET_TIME,
    /**
     * The return to come, which nobody can know: a positive control, to see that a learner finds
     * what there is to be found.
     */
    LEAKED_RETURN,
    REALIZED_VOL_TIME,
    REALIZED_VOL_TICK,
    ZSCORE_TIME
  }

  /** Prices a feature may be taken of. */
  public enum BaseColumn {
    MID,
    VWAP,
    CVWAP
  }
}
