package io.makerbench.random;

import java.util.Arrays;

/**
 * Random numbers for many copies at once: word n of a copy is SplitMix64 (Steele, Lea and Flood,
 * 2014) started at the copy's key, so that it depends on the key and n alone. Nothing but n needs
 * to be saved, and a loop over copies has no state to carry.
 */
public final class RandomWords {
  private RandomWords() {}

  /** A key for each copy, drawn from the copy's stream of this purpose under a seed. */
  public static long[] keys(long seed, String purpose, int copies) {
    long[] keys = new long[copies];
    Arrays.setAll(keys, copy -> RandomStream.named(seed, purpose, copy).nextLong());
    return keys;
  }

  /** 64 random bits: word {@code n} under a key. */
  public static long word(long key, long n) {
    return RandomStream.mix(key + n * RandomStream.GOLDEN_GAMMA);
  }
}
