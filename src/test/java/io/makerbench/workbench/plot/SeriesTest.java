package io.makerbench.workbench.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private static Series of(double... values) {
    Series series = new Series();
    for (int i = 0; i < values.length; i++) {
      series.append(i, values[i]);
    }
    return series;
  }

  @Test
  void fewPointsAreDrawnAsTheyAre() {
    Points points =
        Curve.of("a", 0, new double[] {0, 1, 5}, new double[] {3, 1, 2})
            .points(new Range(0, 5), 100);
    assertEquals(3, points.size());
    assertEquals(1, points.y()[1]);
    assertEquals(5, points.x()[2]);
  }

  @Property(tries = 50)
  void bandHoldsEveryExtremeWhateverTheZoom(
      @ForAll @Size(min = 1, max = 3000) @DoubleRange(min = -1e6, max = 1e6) double[] values,
      @ForAll @IntRange(min = 1, max = 300) int most) {
    Series series = of(values);
    Points points = new SeriesCurve("a", 0, series).points(series.domain(), most);
    assertTrue(points.size() <= most + 3, points.size() + " points for " + most);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < points.size(); i++) {
      low = Math.min(low, points.low()[i]);
      high = Math.max(high, points.high()[i]);
    }
    assertEquals(Arrays.stream(values).min().orElseThrow(), low);
    assertEquals(Arrays.stream(values).max().orElseThrow(), high);
  }

  @Test
  void gapsAreLeftOutOfMeans() {
    Series series = of(1, Double.NaN, 3, 5);
    assertEquals(3, series.mean(1, 0));
    assertEquals(1, series.min(1, 0));
    assertEquals(5, series.max(1, 0));
  }

  @Test
  void stepBackIsRefused() {
    Series series = of(1, 2);
    assertThrows(IllegalArgumentException.class, () -> series.append(0.5, 3));
  }

  @Test
  void cutForgetsThePointsBeyond() {
    Series series = of(1, 2, 3, 4);
    series.cutAt(2);
    assertEquals(2, series.size());
    assertEquals(2, series.last());
    assertEquals(2, series.max(1, 0));
  }

  /** m₁ = 0.5·2 = 1, 1/(1 − 0.5) = 2; m₂ = 0.5 + 0.5·4 = 2.5, 2.5/0.75 = 10/3. */
  @Test
  void smoothingHasNoBiasAtTheStart() {
    Points points = new SmoothedCurve("a", 0, Look.LINE, of(2, 4), 0.5).points(new Range(0, 1), 10);
    assertEquals(2, points.y()[0], 1e-12);
    assertEquals(10.0 / 3, points.y()[1], 1e-12);
  }

  @Property(tries = 20)
  void smoothingKeepsAConstant(@ForAll @DoubleRange(min = 0, max = 0.99) double weight) {
    double[] same = new double[5000];
    Arrays.fill(same, 7);
    Points points =
        new SmoothedCurve("a", 0, Look.LINE, of(same), weight).points(new Range(0, 4999), 200);
    for (int i = 0; i < points.size(); i++) {
      assertEquals(7, points.y()[i], 1e-9);
    }
  }
}
