package io.makerbench.system.perp;

import io.makerbench.config.InputException;
import io.makerbench.config.Key;

/** Something that happens at known steps of every episode. */
public record ShockConfig(
    @Key(help = "What happens.", fallback = "\"spread_factor\"") ShockKind kind,
    @Key(help = "Venue it happens to, from 0; −1 for all.", fallback = "-1", min = -1, max = 1000)
        int venue,
    @Key(help = "First step.", unit = "steps", fallback = "0", min = 0, max = 1e9) int from,
    @Key(
            help = "Step from which it is over.",
            unit = "steps",
            fallback = "1000000000",
            min = 1,
            max = 1e9)
        int until,
    @Key(
            help = "How much, in what the kind says; an outage has none.",
            fallback = "1",
            min = -1e6,
            max = 1e6)
        double size) {
  public ShockConfig {
    if (until <= from) {
      throw new InputException(
          "until (%d) of a shock must be after its from (%d).".formatted(until, from));
    }
  }
}
