package io.makerbench.system;

import io.makerbench.config.Key;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where funding payments come from.
 *
 * @param history file of rates; null for the recording's own ticker
 * @param utcOffsetHours what the file's times run ahead of UTC
 */
public record FundingConfig(
    @Key(
            help =
                "CSV, CSV.gz or Parquet file of funding rates with the columns Date and Funding"
                    + " Rate, each paid at its time on the mid price; a relative path is looked for"
                    + " here and in the data location. Null: the recording's derivative_ticker.",
            fallback = "null")
        @Nullable String history,
    @Key(
            help = "What the times of the file run ahead of UTC.",
            unit = "h",
            fallback = "0",
            min = -24,
            max = 24)
        double utcOffsetHours) {
  private static final double SECONDS_PER_HOUR = 3600;

  /** What the times of the file run ahead of UTC. */
  public Duration offset() {
    return Duration.ofSeconds(Math.round(utcOffsetHours * SECONDS_PER_HOUR));
  }
}
