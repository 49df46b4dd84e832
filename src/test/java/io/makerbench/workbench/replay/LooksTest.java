package io.makerbench.workbench.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LooksTest {
  private static final long SECOND = 1_000_000_000L;

  @ParameterizedTest
  @EnumSource
  void lightnessGoesOneWay(HeatColours colours) {
    for (Ground ground : Ground.values()) {
      double direction = ground == Ground.DARK ? 1 : -1;
      for (int step = 1; step < HeatColours.STEPS; step++) {
        double before = lightness(colours.colour(ground, step - 1));
        double rise = lightness(colours.colour(ground, step)) - before;
        assertTrue(direction * rise > -0.004, ground + ", step " + step);
      }
      double first = lightness(colours.colour(ground, 0));
      assertTrue(direction * (lightness(colours.colour(ground, 255)) - first) > 0.6);
    }
  }

  private static double lightness(int colour) {
    return OkLab.of(colour & 0xFFFFFF)[0];
  }

  @Test
  void coloursComeBackFromOkLab() {
    double[] lab = OkLab.of(0x25C99A);
    assertEquals(0xFF25C99A, OkLab.mix(lab, lab, 0));
  }

  @Test
  void axesHaveRoundSteps() {
    assertEquals(5 * SECOND, AxisTicks.timeStep(40 * SECOND, 8));
    assertEquals(0.5, AxisTicks.step(4, 10), 1e-12);
    assertEquals(20, AxisTicks.step(199, 10), 1e-12);
    assertEquals("00:00:01.500", AxisTicks.time(3 * SECOND / 2, 1));
    assertEquals("61,694.1", AxisTicks.price(61_694.1, 0.1));
    assertEquals("2024-08-08 23:59:59.999", AxisTicks.dateTime(1_723_161_599_999_000_000L));
  }
}
