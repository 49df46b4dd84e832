package io.makerbench.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.random.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PointsTest {
  @Property(tries = 50)
  void thinningKeepsExtremesAndOrderWithinTwoPointsAPixel(
      @ForAll @IntRange(min = 1, max = 5000) int n,
      @ForAll @IntRange(min = 1, max = 300) int pixels) {
    RandomStream random = RandomStream.named(n, "points", pixels);
    double[] x = IntStream.range(0, n).asDoubleStream().toArray();
    double[] y = Arrays.stream(x).map(i -> random.nextGaussian()).toArray();
    Points kept = new Points(x, y).thinned(Scale.linear(0, n), pixels);
    assertTrue(kept.x().length <= 2 * pixels);
    assertEquals(Arrays.stream(y).max(), Arrays.stream(kept.y()).max());
    assertEquals(Arrays.stream(y).min(), Arrays.stream(kept.y()).min());
    for (int i = 1; i < kept.x().length; i++) {
      assertTrue(kept.x()[i - 1] < kept.x()[i]);
    }
  }

  @Test
  void gapsStayGaps() {
    double[] y = {1, 2, Double.NaN, 5, 3};
    Points kept = new Points(new double[] {0, 1, 2, 3, 4}, y).thinned(Scale.linear(0, 4), 1);
    assertArrayEquals(new double[] {1, 2, Double.NaN, 5, 3}, kept.y());
  }

  @Test
  void averagesAreTakenPerStretch() {
    Points kept =
        new Points(new double[] {0, 1, 2, 3}, new double[] {1, 3, 10, 20})
            .averaged(Scale.linear(0, 4), 2);
    assertArrayEquals(new double[] {0.5, 2.5}, kept.x());
    assertArrayEquals(new double[] {2, 15}, kept.y());
  }
}
