package io.makerbench.workbench.monitor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.workbench.plot.Curve;
import io.makerbench.workbench.plot.Points;
import io.makerbench.workbench.plot.Range;
import io.makerbench.workbench.plot.Series;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StepScaleTest {
  /** 100 steps in the first second, 300 in the second. */
  private final StepScale scale = new StepScale(series(0, 0, 100, 1, 400, 2));

  private static Series series(double... stepsAndSeconds) {
    Series series = new Series();
    for (int i = 0; i < stepsAndSeconds.length; i += 2) {
      series.append(stepsAndSeconds[i], stepsAndSeconds[i + 1]);
    }
    return series;
  }

  @Test
  void stepsAndSecondsAreReadBetweenTheRowsAndBeyondThem() {
    assertEquals(0.5, scale.placeOf(50), 1e-12);
    assertEquals(1.5, scale.placeOf(250), 1e-12);
    assertEquals(3, scale.placeOf(700), 1e-12);
    for (double step : new double[] {0, 20, 100, 333, 400, 900}) {
      assertEquals(step, scale.stepAt(scale.placeOf(step)), 1e-9);
    }
  }

  @Test
  void aScaleOfOneMomentIsNotKnownAndDrawsNothing() {
    StepScale unknown = new StepScale(series(0, 0));
    assertFalse(unknown.isKnown());
    Curve curve = Curve.of("a", 0, new double[] {0, 1}, new double[] {5, 6});
    ScaledCurve timed = new ScaledCurve(curve, unknown);
    assertTrue(timed.domain().isEmpty());
    assertEquals(0, timed.points(new Range(0, 1), 10).size());
  }

  @Test
  void aCurveIsDrawnOverSeconds() {
    Curve bySteps = Curve.of("a", 0, new double[] {0, 100, 250, 400}, new double[] {1, 2, 3, 4});
    ScaledCurve timed = new ScaledCurve(bySteps, scale);
    assertEquals(new Range(0, 2), timed.domain());
    Points points = timed.points(new Range(0, 2), 100);
    assertArrayEquals(new double[] {0, 1, 1.5, 2}, Arrays.copyOf(points.x(), points.size()), 1e-12);
    assertArrayEquals(new double[] {1, 2, 3, 4}, Arrays.copyOf(points.y(), points.size()), 1e-12);
  }
}
