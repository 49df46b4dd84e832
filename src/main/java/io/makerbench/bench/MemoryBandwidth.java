package io.makerbench.bench;

/** How fast one thread moves memory on this machine, the floor of whatever streams through it. */
final class MemoryBandwidth {
  private static final int LONGS = 1 << 24;

  private MemoryBandwidth() {}

  /** Bytes read and written per second by copying arrays larger than the caches. */
  static double bytesPerSecond() {
    long[] from = new long[LONGS];
    long[] to = new long[LONGS];
    return Repetitions.of(() ->
            Repetitions.rate(
                2.0 * Long.BYTES * LONGS, () -> System.arraycopy(from, 0, to, 0, LONGS)))
        .median();
  }
}
