package io.makerbench.flow;

import static io.makerbench.flow.Models.covers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HawkesTest {
  private static final Hawkes PROCESS = new Hawkes(0.8, 1.2, 2.0);

  private static double[] path(int copy, double seconds) {
    return PROCESS.simulate(seconds, RandomStream.named(7, "hawkes", copy));
  }

  @Test
  void longRunFiguresFollowFromTheParameters() {
    assertEquals(0.6, PROCESS.branching(), 1e-15);
    assertEquals(2.0, PROCESS.meanRate(), 1e-15);
    assertEquals(6.25, PROCESS.dispersion(), 1e-12);
    assertEquals(1, PROCESS.dispersion(1e-9), 1e-6);
    assertEquals(6.25, PROCESS.dispersion(1e9), 1e-6);
  }

  @Test
  void likelihoodIsThatOfTheDefinition() {
    double[] times = {0.5, 0.7, 2.0};
    double byHand = -0.8 * 3;
    for (double t : times) {
      byHand += Math.log(PROCESS.intensity(times, t)) - 0.6 * (1 - Math.exp(-2 * (3 - t)));
    }
    assertEquals(byHand, PROCESS.logLikelihood(times, 3), 1e-12);
    assertEquals(-0.8 * 3, PROCESS.logLikelihood(new double[0], 3), 0);
  }

  @Test
  void residualsAreTheIntegralOfTheIntensity() {
    double[] times = {0.5, 0.7, 2.0};
    double[] residuals = PROCESS.residuals(times);
    double from = 0;
    for (int i = 0; i < times.length; i++) {
      assertEquals(integral(times, from, times[i]), residuals[i], 1e-6);
      from = times[i];
    }
  }

  private static double integral(double[] times, double from, double to) {
    int steps = 20_000;
    double width = (to - from) / steps;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      sum += PROCESS.intensity(times, from + (i + 0.5) * width) * width;
    }
    return sum;
  }

  @Test
  void fitFindsTheParametersWithinItsIntervals() {
    int covered = 0;
    int paths = 10;
    for (int copy = 0; copy < paths; copy++) {
      HawkesFit fit = HawkesFit.of(path(copy, 2000), 2000);
      covered += covers(fit.mu(), 0.8) ? 1 : 0;
      covered += covers(fit.alpha(), 1.2) ? 1 : 0;
      covered += covers(fit.beta(), 2.0) ? 1 : 0;
      assertEquals(1.2, fit.alpha().value(), 0.3);
    }
    assertTrue(covered >= 26, covered + " of " + 3 * paths + " intervals hold the true value");
  }

  @Test
  void residualsOfTheTrueProcessAreExponentialAndOfAnotherAreNot() {
    double[] times = path(0, 5000);
    assertTrue(KolmogorovSmirnov.againstExponential(PROCESS.residuals(times)).p() > 0.01);
    double[] poisson = new Hawkes(2, 0, 1).residuals(times);
    assertTrue(KolmogorovSmirnov.againstExponential(poisson).p() < 1e-6);
  }

  @Test
  void countsSpreadAsTheyShouldInLongWindows() {
    double window = 100;
    int windows = 4000;
    double[] counts = new double[windows];
    for (double t : path(1, window * windows)) {
      counts[(int) (t / window)]++;
    }
    double mean = Arrays.stream(counts).average().orElseThrow();
    double variance = Arrays.stream(counts).map(c -> (c - mean) * (c - mean)).sum() / (windows - 1);
    assertEquals(2, mean / window, 0.03);
    double standardError = PROCESS.dispersion(window) * Math.sqrt(2.0 / windows);
    assertEquals(PROCESS.dispersion(window), variance / mean, 4 * standardError);
  }

  @Test
  void eventsThatDoNotExciteBoundTheirRateAlone() {
    double[] poisson = new Hawkes(2, 0, 1).simulate(500, RandomStream.named(7, "poisson", 1));
    HawkesFit fit = HawkesFit.of(poisson, 500);
    assertTrue(covers(fit.mu(), 2), fit.toString());
    assertTrue(fit.process().branching() < 0.1, fit.toString());
  }

  @Test
  void sameSeedGivesTheSamePath() {
    assertArrayEquals(path(3, 100), path(3, 100));
  }

  @Test
  void tooFewEventsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> HawkesFit.of(new double[] {1, 2}, 3));
    assertThrows(IllegalArgumentException.class, () -> new Hawkes(-1, 0, 1));
  }
}
