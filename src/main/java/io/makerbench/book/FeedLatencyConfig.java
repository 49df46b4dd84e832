package io.makerbench.book;

import io.makerbench.config.Key;

/**
 * How long market data travel from the exchange to the trader.
 *
 * @param source where the times come from
 * @param micros with the source model, the least time, µs
 * @param model with the source model, how the time varies
 */
public record FeedLatencyConfig(
    @Key(
            help =
                "When market data are seen: at the receiver's recorded time (data), or at the"
                    + " exchange's time and a modelled latency (model).",
            fallback = "\"data\"")
        Source source,
    @Key(
            help = "model: the constant or least time.",
            unit = "µs",
            fallback = "1000",
            min = 0,
            max = 1e9)
        long micros,
    @Key(help = "model: how the time varies; recorded takes the answers' way back.")
        LatencyConfig model) {
  /** As recorded. */
  public static final FeedLatencyConfig RECORDED =
      new FeedLatencyConfig(Source.DATA, 0, LatencyConfig.CONSTANT);

  /** Where the times come from. */
  public enum Source {
    DATA,
    MODEL
  }
}
