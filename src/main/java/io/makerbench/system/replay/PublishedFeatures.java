package io.makerbench.system.replay;

import static io.makerbench.system.replay.FeatureRecipe.BaseColumn.CVWAP;
import static io.makerbench.system.replay.FeatureRecipe.BaseColumn.MID;
import static io.makerbench.system.replay.FeatureRecipe.BaseColumn.VWAP;

import io.makerbench.system.replay.FeatureRecipe.BaseColumn;
import io.makerbench.system.replay.FeatureRecipe.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The 18 market features of the published system, with the scaling fitted by its author. */
final class PublishedFeatures {
  private static final int DEPTH = 5;

  static final List<FeatureRecipe> RECIPES =
      List.of(
          of(Kind.SPREAD, null, MID, 1, 0.10551989631703115, 0.056951933496810075),
          of(Kind.BOOK_IMBALANCE, null, MID, 5, 0.0008560541941196107, 0.5898300321924179),
          of(Kind.RET_TIME, 100, CVWAP, 3, 4.6693126206057075e-09, 1.551256967549904e-05),
          of(Kind.RET_TIME, 200, CVWAP, 3, 7.224606806344048e-09, 2.4958473109441747e-05),
          of(Kind.RET_TIME, 400, CVWAP, 3, 1.325033565726567e-08, 3.943220192392379e-05),
          of(Kind.REALIZED_VOL_TIME, 100, MID, 1, 2.140239446822367e-06, 9.133660371231828e-06),
          of(Kind.REALIZED_VOL_TIME, 200, VWAP, 3, 3.0337930639677843e-06, 9.58982261616058e-06),
          of(Kind.REALIZED_VOL_TIME, 200, MID, 1, 3.025659083979812e-06, 9.714419424719938e-06),
          of(Kind.REALIZED_VOL_TIME, 350, MID, 1, 3.792830030183185e-06, 9.94037509513952e-06),
          of(Kind.REALIZED_VOL_TIME, 350, VWAP, 3, 3.7914406723855092e-06, 9.81729669515446e-06),
          of(Kind.REALIZED_VOL_TIME, 500, MID, 1, 4.320216227263236e-06, 9.988704369645626e-06),
          of(Kind.REALIZED_VOL_TIME, 700, MID, 1, 4.833741592623401e-06, 9.96299481239274e-06),
          of(Kind.REALIZED_VOL_TIME, 1000, MID, 1, 5.390539638426475e-06, 9.867305678176024e-06),
          of(Kind.REALIZED_VOL_TIME, 2000, MID, 1, 6.423783385343473e-06, 9.528690964033173e-06),
          of(Kind.REALIZED_VOL_TICK, 200, MID, 1, 8.604206370706998e-06, 8.133219443911408e-06),
          of(Kind.ZSCORE_TIME, 150, MID, 1, -0.00018712350917991457, 0.2619815837191059),
          of(Kind.ZSCORE_TIME, 1000, VWAP, 3, 0.003657362697307431, 1.3764521659271938),
          of(Kind.ZSCORE_TIME, 2000, VWAP, 3, 0.006452776940803942, 1.5347279506992464));

  private PublishedFeatures() {}

  private static FeatureRecipe of(
      Kind kind, @Nullable Integer length, BaseColumn base, int levels, double mean, double std) {
    Integer window = kind == Kind.REALIZED_VOL_TIME || kind == Kind.ZSCORE_TIME ? length : null;
    Integer delta = kind == Kind.RET_TIME ? length : null;
    Integer ticks = kind == Kind.REALIZED_VOL_TICK ? length : null;
    return new FeatureRecipe(kind, window, delta, ticks, base, levels, DEPTH, mean, std);
  }
}
