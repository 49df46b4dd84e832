package io.makerbench.system;

import java.time.Instant;

/**
 * A stretch of time on a recording, both ends included, ns since 1970 UTC.
 *
 * @param on what it lies on: a tape, or several
 */
public record Span<T>(T on, long startNs, long endNs) {
  private static final long NS_PER_SECOND = 1_000_000_000;

  /** An instant as ns since 1970 UTC. */
  public static long ns(Instant instant) {
    return instant.getEpochSecond() * NS_PER_SECOND + instant.getNano();
  }

  /** Ns since 1970 UTC as an instant. */
  public static Instant instant(long ns) {
    return Instant.ofEpochSecond(
        Math.floorDiv(ns, NS_PER_SECOND), Math.floorMod(ns, NS_PER_SECOND));
  }

  /** Its length in ns. */
  public long length() {
    return endNs - startNs;
  }

  /** True where both hold more than one common instant of the same recording. */
  boolean overlaps(Span<T> other) {
    return on == other.on && startNs < other.endNs && other.startNs < endNs;
  }

  @Override
  public String toString() {
    return "The stretch from " + instant(startNs) + " to " + instant(endNs);
  }
}
