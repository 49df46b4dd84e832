package io.makerbench.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  private static final int DRAWS = 200_000;

  @Test
  void sameNameGivesSameNumbers() {
    assertArrayEquals(
        longs(RandomStream.named(7, "exploration", 3)),
        longs(RandomStream.named(7, "exploration", 3)));
  }

  @Test
  void seedPurposeAndCopyEachGiveAnotherStream() {
    long base = RandomStream.named(7, "exploration", 3).nextLong();
    assertNotEquals(base, RandomStream.named(8, "exploration", 3).nextLong());
    assertNotEquals(base, RandomStream.named(7, "replay", 3).nextLong());
    assertNotEquals(base, RandomStream.named(7, "exploration", 4).nextLong());
  }

  @Test
  void restoredStreamGoesOnWhereItStood() {
    RandomStream stream = RandomStream.named(1, "x", 0);
    stream.nextGaussian();
    long[] state = stream.state();
    double[] expected = IntStream.range(0, 5).mapToDouble(i -> stream.nextGaussian()).toArray();
    RandomStream other = RandomStream.named(99, "y", 5);
    other.restore(state);
    double[] actual = IntStream.range(0, 5).mapToDouble(i -> other.nextGaussian()).toArray();
    assertArrayEquals(expected, actual);
  }

  @Test
  void gaussianHasMeanZeroAndDeviationOne() {
    RandomStream stream = RandomStream.named(5, "normal", 0);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      double x = stream.nextGaussian();
      sum += x;
      squares += x * x;
    }
    assertEquals(0, sum / DRAWS, 5 / Math.sqrt(DRAWS));
    assertEquals(1, squares / DRAWS, 5 * Math.sqrt(2.0 / DRAWS));
  }

  @Test
  void integersBelowABoundAreEquallyLikely() {
    RandomStream stream = RandomStream.named(5, "dice", 0);
    int[] counts = new int[6];
    for (int i = 0; i < DRAWS; i++) {
      counts[stream.nextInt(6)]++;
    }
    double expected = DRAWS / 6.0;
    double chiSquared = 0;
    for (int count : counts) {
      chiSquared += (count - expected) * (count - expected) / expected;
    }
    double criticalValueAtOneInAMillion = 35.9;
    assertTrue(chiSquared < criticalValueAtOneInAMillion, () -> "χ² too large");
  }

  @Test
  void boundMustBePositive() {
    RandomStream stream = RandomStream.named(5, "dice", 0);
    assertThrows(IllegalArgumentException.class, () -> stream.nextInt(0));
  }

  private static long[] longs(RandomStream stream) {
    return IntStream.range(0, 10).mapToLong(i -> stream.nextLong()).toArray();
  }
}
