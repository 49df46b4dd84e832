package io.makerbench.system.replay;

import io.makerbench.config.InputException;
import io.makerbench.system.Span;
import io.makerbench.tape.Tape;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a policy observes under a configuration: which features, and where their scaling comes from.
 *
 * @param recipes market features of the state, in order
 * @param source where the scaling comes from
 * @param words all of it in words
 */
record Observation(List<FeatureRecipe> recipes, ScalingSource source, String words) {

  /** Where the scaling of market features comes from. */
  enum ScalingSource {
    NONE("unscaled"),
    /** Means and deviations written into the recipes. */
    RECIPES("scaled by the constants of the recipes"),
    /** Fitted on the training stretches. */
    FITTED("scaled by mean and deviation of the training stretches");

    private final String words;

    ScalingSource(String words) {
      this.words = words;
    }
  }

  /**
   * @param learns false where nothing is given to learn on, so that nothing can be fitted
   */
  static Observation of(ReplayConfig config, boolean learns) {
    FeatureConfig features = config.features();
    List<FeatureRecipe> recipes =
        (features.recipes().isEmpty() ? PublishedFeatures.RECIPES : features.recipes())
            .stream().filter(recipe -> recipe.name() != FeatureRecipe.Kind.MIDPRICE).toList();
    ScalingSource source;
    if (!features.standardScalingFeat()) {
      source = ScalingSource.NONE;
    } else if (config.mode() == Mode.PUBLISHED || !learns) {
      source = ScalingSource.RECIPES;
    } else {
      source = ScalingSource.FITTED;
    }
    return new Observation(recipes, source, words(config, recipes, source));
  }

  private static String words(
      ReplayConfig config, List<FeatureRecipe> recipes, ScalingSource source) {
    FeatureConfig features = config.features();
    StringBuilder words = new StringBuilder();
    words.append(config.mode().name().toLowerCase(Locale.ROOT)).append(": ");
    words.append(recipes.stream().map(FeatureRecipe::label).collect(Collectors.joining(", ")));
    words.append("; ").append(source.words);
    append(words, features.activeQuotes(), "active quotes");
    append(words, features.activeQuotes() && features.activeOrderAge(), "their age");
    append(words, features.pendingQuotes(), "pending quotes");
    append(words, features.pendingQuotes() && features.pendingOrderAge(), "their age");
    append(words, features.inventory(), "inventory");
    return words.toString();
  }

  private static void append(StringBuilder words, boolean present, String name) {
    if (present) {
      words.append(", ").append(name);
    }
  }

  boolean fits() {
    return source == ScalingSource.FITTED;
  }

  /** The scaling; {@code training} is looked at only where it is fitted. */
  Scaling scaling(List<FeatureMatrix> training) {
    return switch (source) {
      case NONE -> Scaling.none(recipes.size());
      case RECIPES -> Scaling.ofRecipes(recipes);
      case FITTED -> Scaling.fitted(training, recipes.size());
    };
  }

  /** The scaling a policy carried. */
  Scaling scalingOf(String facts) {
    Scaling carried = ObservationFacts.read(facts, words).scaling();
    return source == ScalingSource.NONE ? Scaling.none(recipes.size()) : carried;
  }

  FeatureMatrix features(Span<MarketClock> span, ReplayConfig config) {
    return new FeatureMatrix(market(span, config));
  }

  private MarketFeatures market(Span<MarketClock> span, ReplayConfig config) {
    Tape tape = span.on().tape();
    TickRows ticks =
        TickRows.between(
            tape.states(), span.on(), span.startNs(), span.endNs(), config.simulator().depth());
    double step = tape.instrument().priceStep();
    return new MarketFeatures(tape.states(), step, ticks, recipes, config.mode());
  }

  /** Refuses a part of a recording too short to have ticks with all features. */
  void requireTicks(Span<MarketClock> span, ReplayConfig config) {
    Stretch.requireTicks(span, market(span, config).rows());
  }

  /** Refuses tapes that hold too few levels for the simulator's depth or a feature. */
  void requireDepth(List<Tape> tapes, int depth) {
    for (Tape tape : tapes) {
      requireDepth(tape, depth, "simulator.depth");
      for (FeatureRecipe recipe : recipes) {
        int needed = Math.max(recipe.levels(), recipe.depth());
        requireDepth(tape, needed, "The feature " + recipe.label());
      }
    }
  }

  private static void requireDepth(Tape tape, int needed, String what) {
    int held = tape.header().depth();
    if (held < needed) {
      throw new InputException(
          what
              + " needs "
              + needed
              + " book levels; the tape "
              + tape.path()
              + " holds "
              + held
              + ".");
    }
  }
}
