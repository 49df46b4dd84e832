package io.makerbench.system.analytic;

import io.makerbench.config.InputException;
import io.makerbench.config.Key;
import java.util.List;

/** How a policy says where it quotes. */
record ActionConfig(
    @Key(
            help =
                "One of a grid of half-spreads and skews (grid), or the depths of bid and ask"
                    + " themselves (depths).",
            fallback = "\"grid\"")
        Kind kind,
    @Key(
            help = "Half-spreads of the grid.",
            unit = "quote",
            fallback = "[0.5, 0.66, 0.85]",
            min = -1e6,
            max = 1e6)
        List<Double> halfSpreads,
    @Key(
            help = "Distances by which the grid moves both quotes up.",
            unit = "quote",
            fallback = "[-0.4, -0.2, 0, 0.2, 0.4]",
            min = -1e6,
            max = 1e6)
        List<Double> skews,
    @Key(
            help = "Largest depth of the box of depths.",
            unit = "quote",
            fallback = "3",
            min = 1e-9,
            max = 1e6)
        double maxDepth) {
  /** Kinds of actions. */
  enum Kind {
    GRID,
    DEPTHS
  }

  ActionConfig {
    if (kind == Kind.GRID && (halfSpreads.isEmpty() || skews.isEmpty())) {
      throw new InputException("A grid needs at least one of half_spreads and one of skews.");
    }
  }

  /** The choices of the grid, or the numbers of an action, in words. */
  List<String> names() {
    return kind == Kind.DEPTHS
        ? List.of("bid depth", "ask depth")
        : halfSpreads.stream()
            .flatMap(half -> skews.stream().map(skew -> "half " + half + ", skew " + skew))
            .toList();
  }

  QuoteActions actions() {
    return kind == Kind.GRID
        ? QuoteActions.Grid.of(halfSpreads, skews)
        : new QuoteActions.Depths(maxDepth);
  }
}
