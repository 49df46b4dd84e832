package io.makerbench.system.perp;

import io.makerbench.config.InputException;
import io.makerbench.config.Key;
import io.makerbench.system.perp.engine.Profile;
import io.makerbench.system.perp.engine.Terms;
import io.makerbench.system.perp.engine.VenueConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The section of a configuration that market making on perpetual venues defines. */
public record PerpConfig(
    @Key(
            help = "The venues, in the order of observations and actions.",
            fallback =
                "[{\"name\": \"extended\", \"gamma\": 0.1, \"k\": 1.5, \"liquidity_weight\": 0.25,"
                    + " \"funding_weight\": 0.25}, {\"name\": \"hyperliquid\", \"gamma\": 0.09,"
                    + " \"k\": 1.6, \"liquidity_weight\": 0.25, \"funding_weight\": 0.25,"
                    + " \"maker_bps\": 1.5, \"stale_millis\": 2000}, {\"name\": \"aster\","
                    + " \"gamma\": 0.11, \"k\": 1.4, \"liquidity_weight\": 0.2,"
                    + " \"funding_weight\": 0.2}, {\"name\": \"lighter\", \"gamma\": 0.1, \"k\":"
                    + " 1.5, \"liquidity_weight\": 0.15, \"funding_weight\": 0.15}, {\"name\":"
                    + " \"paradex\", \"gamma\": 0.1, \"k\": 1.5, \"liquidity_weight\": 0.15,"
                    + " \"funding_weight\": 0.15, \"stale_millis\": 3000}]")
        List<VenueConfig> venues,
    @Key(help = "What of an action and of a market takes effect.", fallback = "\"corrected\"")
        Mode mode,
    @Key(help = "How much episodes differ from each other.", fallback = "\"deterministic\"")
        Preset randomisation,
    @Key(
            help = "Observation: 1 without, 2 with the flag of a disabled venue.",
            fallback = "2",
            min = 1,
            max = 2)
        int obsVersion,
    @Key(
            help =
                "True: prices are seen as their distance from fair value, and all numbers in units"
                    + " that leave them near 1, as networks need them; false: as they are, in USD.",
            fallback = "true")
        boolean scaledObservations,
    @Key(help = "How much risk the desk bears.", fallback = "\"balanced\"") Profile profile,
    @Key(
            help = "Edge per unit of size. Null: by the profile.",
            unit = "USD",
            fallback = "null",
            min = 1e-6,
            max = 1000)
        @Nullable Double eta,
    @Key(
            help = "Volatility at which nothing is widened. Null: drawn by randomisation.",
            fallback = "null",
            min = 1e-6,
            max = 10)
        @Nullable Double volRef,
    @Key(
            help = "Loss that ends an episode. Null: by the profile.",
            unit = "USD",
            fallback = "null",
            min = 1,
            max = 1e9)
        @Nullable Double lossLimit,
    @Key(
            help =
                "Episodes begin with a position on the first venue of up to this, long or short."
                    + " Null: drawn by randomisation.",
            unit = "base",
            fallback = "null",
            min = 0,
            max = 1e6)
        @Nullable Double initialPosition,
    @Key(help = "How the fair value moves.") PriceConfig price,
    @Key(help = "How quotes fill beyond what the mode says.") FillsConfig fills,
    @Key(help = "What happens at known steps of every episode.", fallback = "[]")
        List<ShockConfig> shocks,
    @Key(help = "Recorded histories in the place of what is drawn.") HistoriesConfig histories,
    @Key(help = "What the reward makes of losses.", fallback = "\"balanced\"")
        RewardTier rewardTier,
    @Key(help = "Length of a step.", unit = "ms", fallback = "1000", min = 1, max = 60000)
        int stepMillis,
    @Key(help = "Longest episode.", unit = "steps", fallback = "1000", min = 1, max = 1000000)
        int maxTicks,
    @Key(help = "Seed of the evaluation windows, the same for every run.", fallback = "1")
        long evaluationSeed,
    @Key(
            help = "Windows policies are judged on, each an episode.",
            unit = "windows",
            fallback = "20",
            min = 1,
            max = 1000)
        int evaluationWindows) {
  private static final int MOST_VENUES = 64;
  private static final double MILLIS_PER_SECOND = 1000;

  public PerpConfig {
    if (venues.isEmpty() || venues.size() > MOST_VENUES) {
      throw new InputException(
          "venues must name 1 to %d venues; it names %d.".formatted(MOST_VENUES, venues.size()));
    }
    for (int v = 0; v < venues.size(); v++) {
      requireOwnName(venues, v);
    }
    for (ShockConfig shock : shocks) {
      if (shock.venue() >= venues.size()) {
        throw new InputException(
            "A shock names venue %d; the venues are 0 to %d, and -1 for all."
                .formatted(shock.venue(), venues.size() - 1));
      }
    }
  }

  /** Series of an episode are told apart by the names of their venues. */
  private static void requireOwnName(List<VenueConfig> venues, int v) {
    String name = venues.get(v).name();
    for (int other = 0; other < v; other++) {
      if (venues.get(other).name().equals(name)) {
        throw new InputException(
            "venues[%d] and venues[%d] are both called %s; give each a name of its own."
                .formatted(other, v, name));
      }
    }
    if (name.isBlank()) {
      throw new InputException("venues[%d] has no name; give it one.".formatted(v));
    }
  }

  /** The same with observations as they are. */
  PerpConfig withRawObservations() {
    return new PerpConfig(
        venues,
        mode,
        randomisation,
        obsVersion,
        false,
        profile,
        eta,
        volRef,
        lossLimit,
        initialPosition,
        price,
        fills,
        shocks,
        histories,
        rewardTier,
        stepMillis,
        maxTicks,
        evaluationSeed,
        evaluationWindows);
  }

  /** What the engine needs of it. */
  Terms terms() {
    return new Terms(
        venues, stepSeconds(), profile.band(), eta == null ? profile.eta() : eta, limits());
  }

  /** Bounds that end an episode. */
  Terms.Limits limits() {
    return new Terms.Limits(
        profile.deltaLimit(), lossLimit == null ? profile.lossLimit() : lossLimit);
  }

  /** Length of a step in seconds. */
  double stepSeconds() {
    return stepMillis / MILLIS_PER_SECOND;
  }
}
