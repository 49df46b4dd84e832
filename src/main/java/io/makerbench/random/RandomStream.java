package io.makerbench.random;

import java.nio.charset.StandardCharsets;

/**
 * A stream of random numbers by xoshiro256++ (Blackman and Vigna, 2019) that is derived from a
 * seed, a purpose and a copy, and whose whole state is five numbers that can be saved.
 *
 * <p>Not safe for several threads: every copy and purpose has its own stream.
 */
public final class RandomStream {
  /** Numbers in a saved state. */
  public static final int STATE_LENGTH = 6;

  static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;
  private static final double UNIT_OF_53_BITS = 0x1.0p-53;

  private long s0;
  private long s1;
  private long s2;
  private long s3;
  private boolean gaussianKept;
  private double keptGaussian;

  private RandomStream() {}

  /** The stream of this purpose and copy under a seed; the same arguments give the same numbers. */
  public static RandomStream named(long seed, String purpose, int copy) {
    long hash = FNV_OFFSET;
    for (byte b : purpose.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * FNV_PRIME;
    }
    long mixed = mix(seed + GOLDEN_GAMMA) ^ mix(hash) ^ mix(copy * GOLDEN_GAMMA + 1);
    RandomStream stream = new RandomStream();
    stream.s0 = mix(mixed += GOLDEN_GAMMA);
    stream.s1 = mix(mixed += GOLDEN_GAMMA);
    stream.s2 = mix(mixed += GOLDEN_GAMMA);
    stream.s3 = mix(mixed + GOLDEN_GAMMA);
    return stream;
  }

  /** SplitMix64's finaliser (Steele, Lea and Flood, 2014). */
  static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** The next 64 bits. */
  public long nextLong() {
    long result = Long.rotateLeft(s0 + s3, 23) + s0;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /** A number in 0 … bound − 1, each as likely (Lemire's multiplication without rejection bias). */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("The bound of a random number must be positive: " + bound);
    }
    long product = (nextLong() >>> 32) * bound;
    long low = product & 0xFFFFFFFFL;
    if (low < bound) {
      long threshold = (0x100000000L - bound) % bound;
      while (low < threshold) {
        product = (nextLong() >>> 32) * bound;
        low = product & 0xFFFFFFFFL;
      }
    }
    return (int) (product >>> 32);
  }

  /** A number in [0, 1) with 53 random bits. */
  public double nextDouble() {
    return (nextLong() >>> 11) * UNIT_OF_53_BITS;
  }

  /** A standard normal number (Marsaglia's polar method). */
  public double nextGaussian() {
    if (gaussianKept) {
      gaussianKept = false;
      return keptGaussian;
    }
    double u;
    double v;
    double s;
    do {
      u = 2 * nextDouble() - 1;
      v = 2 * nextDouble() - 1;
      s = u * u + v * v;
    } while (s >= 1 || s == 0);
    double scale = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
    keptGaussian = v * scale;
    gaussianKept = true;
    return u * scale;
  }

  /** An exponential waiting time of this rate (events per unit of time). */
  public double nextExponential(double rate) {
    return -StrictMath.log(1 - nextDouble()) / rate;
  }

  /** The whole state, {@value #STATE_LENGTH} numbers, for {@link #restore}. */
  public long[] state() {
    return new long[] {
      s0, s1, s2, s3, gaussianKept ? 1 : 0, Double.doubleToRawLongBits(keptGaussian)
    };
  }

  /** Continues exactly where the stream stood when {@link #state} was taken. */
  public void restore(long[] state) {
    if (state.length != STATE_LENGTH) {
      throw new IllegalArgumentException(
          "A random state has " + STATE_LENGTH + " numbers, not " + state.length);
    }
    s0 = state[0];
    s1 = state[1];
    s2 = state[2];
    s3 = state[3];
    gaussianKept = state[4] != 0;
    keptGaussian = Double.longBitsToDouble(state[5]);
  }
}
