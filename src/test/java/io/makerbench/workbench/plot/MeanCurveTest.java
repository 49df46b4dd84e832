package io.makerbench.workbench.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeanCurveTest {
  private static final double EXACT = 1e-12;

  private static Points mean(Curve... members) {
    MeanCurve mean = new MeanCurve("mean", 0, List.of(members));
    return mean.points(mean.domain(), 100);
  }

  private static Curve curve(double[] x, double... y) {
    return Curve.of("a", 0, x, y);
  }

  /**
   * 1, 2 and 6: mean 3, squares 4 + 1 + 9, variance 7; t of two degrees of freedom at 97.5 % is
   * 4.30265, so the margin is 4.30265·√(7/3) = 6.57241.
   */
  @Test
  void intervalIsStudents() {
    double[] x = {0, 10};
    Points mean = mean(curve(x, 1, 1), curve(x, 2, 1), curve(x, 6, 1));
    assertEquals(3, mean.y()[0], EXACT);
    assertEquals(3 - 6.57241, mean.low()[0], 1e-4);
    assertEquals(3 + 6.57241, mean.high()[0], 1e-4);
    assertEquals(1, mean.low()[1], EXACT);
    assertEquals(1, mean.high()[1], EXACT);
  }

  @Test
  void curvesGoStraightBetweenTheirPoints() {
    Points mean = mean(curve(new double[] {0, 1, 2}, 0, 0, 0), curve(new double[] {0, 2}, 4, 8));
    assertEquals(3, mean.y()[1], EXACT);
  }

  @Test
  void whereOneHasEndedTheOthersAreLeft() {
    Points mean = mean(curve(new double[] {0, 1, 2}, 5, 6, 7), curve(new double[] {0, 1}, 7, 8));
    assertEquals(7, mean.y()[1], EXACT);
    assertEquals(7, mean.y()[2], EXACT);
    assertEquals(7, mean.high()[2], EXACT);
  }

  @Test
  void gapsAreLeftOut() {
    double[] x = {0, 1};
    Points mean = mean(curve(x, Double.NaN, 2), curve(x, 4, 4));
    assertEquals(4, mean.y()[0], EXACT);
    assertEquals(3, mean.y()[1], EXACT);
  }
}
