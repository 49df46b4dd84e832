package io.makerbench.book;

import io.makerbench.config.Key;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How latency varies.
 *
 * @param model the kind of model
 * @param extraMedianMicros log-normal: median of what comes on top of the least time, µs
 * @param extraSigma log-normal: standard deviation of its logarithm
 * @param file recorded: file of recorded requests
 */
public record LatencyConfig(
    @Key(
            help =
                "Latency: the times given (constant), those and a log-normal extra drawn for every"
                    + " message (log-normal), or interpolated between recorded requests"
                    + " (recorded).",
            fallback = "\"constant\"")
        Model model,
    @Key(
            help = "log-normal: median of the extra.",
            unit = "µs",
            fallback = "1000",
            min = 0,
            max = 1e9)
        double extraMedianMicros,
    @Key(
            help = "log-normal: standard deviation of the extra's logarithm.",
            fallback = "0.5",
            min = 0,
            max = 5)
        double extraSigma,
    @Key(
            help =
                "recorded: CSV, CSV.gz or Parquet file of requests with the columns request_time,"
                    + " exchange_time (0 for a refused request) and response_time; a relative path"
                    + " is looked for here and in the data location.",
            fallback = "null")
        @Nullable String file) {
  /** The times given, always. */
  public static final LatencyConfig CONSTANT = new LatencyConfig(Model.CONSTANT, 0, 0, null);

  /** Kinds of model. */
  public enum Model {
    CONSTANT,
    LOG_NORMAL,
    RECORDED;

    /** As written in configurations and reports. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
