package io.makerbench.learn.acting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slopes of log Γ against numbers reckoned to 40 digits; tensors are held to them elsewhere. */
class GammaSlopesTest {
  private static final double SMALL = 1e-14;

  @ParameterizedTest
  @CsvSource({
    "1, -0.57721566490153286061, 1.6449340668482264365",
    "1.5, 0.036489973978576520559, 0.93480220054467930942",
    "2, 0.42278433509846713939, 0.64493406684822643647",
    "3.25, 1.0169909110681790364, 0.35979829030957987507",
    "10, 2.2517525890667211076, 0.10516633568168574612",
    "47.5, 3.8501664624463934863, 0.021275793223712511484"
  })
  void areThoseReckonedToMoreDigits(double x, double first, double second) {
    assertEquals(first, GammaSlopes.first(x), SMALL * (1 + Math.abs(first)));
    assertEquals(second, GammaSlopes.second(x), SMALL * (1 + Math.abs(second)));
  }
}
