package io.makerbench.system;

import io.makerbench.config.InputException;
import io.makerbench.config.Key;
import java.time.Instant;

/** A stretch of market time, both ends included. */
public record Interval(
    @Key(help = "First instant, UTC.") Instant start,
    @Key(help = "Last instant, UTC.") Instant end) {
  public Interval {
    if (!start.isBefore(end)) {
      throw new InputException("start (" + start + ") must be before end (" + end + ").");
    }
  }
}
