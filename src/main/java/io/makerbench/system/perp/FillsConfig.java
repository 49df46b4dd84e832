package io.makerbench.system.perp;

import io.makerbench.config.InputException;
import io.makerbench.config.Key;

/** How quotes fill beyond what the mode says. */
public record FillsConfig(
    @Key(
            help =
                "True: a fill comes with probability base_probability × depth/10,000 USD × (1 −"
                    + " latency_sensitivity × latency/50 ms), each factor from 0 to 1, and fills a"
                    + " share of the quote.",
            fallback = "false")
        boolean partial,
    @Key(help = "Probability of a fill at full depth at once.", fallback = "1", min = 0, max = 1)
        double baseProbability,
    @Key(help = "Time a quote is on its way.", unit = "ms", fallback = "0", min = 0, max = 1e6)
        double latencyMillis,
    @Key(help = "What 50 ms of it cost in fills.", fallback = "0", min = 0, max = 1000)
        double latencySensitivity,
    @Key(help = "Smallest share that is filled.", fallback = "1", min = 0, max = 1)
        double leastShare,
    @Key(help = "Largest share that is filled.", fallback = "1", min = 0, max = 1)
        double largestShare) {
  public FillsConfig {
    if (leastShare > largestShare) {
      throw new InputException(
          "least_share (%s) must not be above largest_share (%s)."
              .formatted(leastShare, largestShare));
    }
  }
}
