package io.makerbench.tape.fetch;

import java.time.Duration;

/**
 * How patient a fetch is.
 *
 * @param attempts connections that break without a byte having come until it gives up
 * @param pause time before the second attempt; each later one is twice as long
 * @param stall a connection on which nothing comes for so long is broken
 */
public record Retry(int attempts, Duration pause, Duration stall) {
  private static final int MOST_DOUBLINGS = 6;

  /** Five attempts within half a minute. */
  public static Retry usual() {
    return new Retry(5, Duration.ofSeconds(2), Duration.ofSeconds(60));
  }

  /** Time to wait after the attempt of this number, from 1. */
  Duration after(int attempt) {
    return pause.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
  }
}
