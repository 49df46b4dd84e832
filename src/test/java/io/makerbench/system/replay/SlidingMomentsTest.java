package io.makerbench.system.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.random.RandomStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SlidingMomentsTest {
  /** Tiny values after huge ones: sums that subtract would have lost them. */
  @Property(tries = 60)
  void agreesWithTwoPassesOverTheWindow(
      @ForAll @IntRange(min = 1, max = 40) int window, @ForAll long seed) {
    RandomStream random = RandomStream.named(seed, "moments", 0);
    double[] values = new double[300];
    SlidingMoments moments = new SlidingMoments();
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian() * (random.nextInt(20) == 0 ? 1e-2 : 1e-7);
      moments.push(values[i]);
      if (moments.count() > window) {
        moments.pop();
      }
      int from = Math.max(0, i - window + 1);
      double mean = 0;
      for (int j = from; j <= i; j++) {
        mean += values[j] / (i - from + 1);
      }
      double squares = 0;
      for (int j = from; j <= i; j++) {
        squares += (values[j] - mean) * (values[j] - mean);
      }
      double deviation = i == from ? 0 : Math.sqrt(squares / (i - from));
      assertEquals(mean, moments.mean(), 1e-9 * (Math.abs(mean) + deviation) + 1e-300);
      assertEquals(deviation, moments.deviation(), 1e-9 * deviation);
    }
  }

  @Test
  void equalValuesDeviateByExactlyNothing() {
    SlidingMoments moments = new SlidingMoments();
    for (int i = 0; i < 1000; i++) {
      moments.push(0.1);
      if (i > 7) {
        moments.pop();
      }
      assertEquals(0, moments.deviation());
      assertEquals(0.1, moments.mean());
    }
  }
}
