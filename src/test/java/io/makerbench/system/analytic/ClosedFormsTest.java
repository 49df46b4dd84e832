package io.makerbench.system.analytic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.makerbench.config.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedFormsTest {
  private static final double RELATIVE = 1e-8;

  @ParameterizedTest
  @CsvSource({
    "0.3, -5, 2.97252177", "0.3, -1, 3.24491915", "0.3, 0, 3.31304541",
    "0.3, 1, 3.38116807", "0.3, 5, 3.65347944", "0.3, 20, 4.66554198",
    "0.4, -5, 2.86995689", "0.4, -1, 3.23350649", "0.4, 0, 3.32445808",
    "0.4, 1, 3.41540110", "0.4, 5, 3.77874569", "0.4, 20, 5.11973075",
  })
  void exactDepthsAreThePublishedOnes(double sigma, int q, double published) {
    var glft = new GueantLehalleFernandezTapia(sigma, 0.9, 0.3, 0.01, 600, 30);
    assertEquals(published, glft.bidDepth(0, q), published * RELATIVE);
    assertEquals(published, glft.askDepth(0, -q), published * RELATIVE, "mirrored");
  }

  @ParameterizedTest
  @CsvSource({
    "-5, 2.97358604",
    "-1, 3.24504937",
    "0, 3.31291520",
    "1, 3.38078103",
    "5, 3.65224436",
    "20, 4.67023185",
  })
  void approximateDepthsAreThePublishedOnes(int q, double published) {
    Quotes near = new GueantLehalleFernandezTapia(0.3, 0.9, 0.3, 0.01, 600, 30).approximate();
    assertEquals(published, near.bidDepth(0, q), published * RELATIVE);
    assertEquals(published, near.askDepth(0, -q), published * RELATIVE, "mirrored");
  }

  @ParameterizedTest
  @CsvSource({"140, 1.5, 68.25583476", "100, 1, 73.22586344"})
  void optimalValuesAreThePublishedOnes(double lambda, double kappa, double published) {
    var cjp = new CarteaJaimungalPenalva(lambda, kappa, 0.01, 0.001, 1, 100);
    assertEquals(published, cjp.value(0, 0), published * RELATIVE);
  }

  @Test
  void withoutPenaltiesTheValueIsThatOfEveryArrivalAtItsBest() {
    var cjp = new CarteaJaimungalPenalva(140, 1.5, 0, 0, 1, 100);
    assertEquals(2 * 140 / Math.E / 1.5, cjp.value(0, 0), 1e-9);
    assertEquals(1 / 1.5, cjp.askDepth(0, 0), 1e-9);
  }

  /** Reckoned with 60 digits; a double loses these components beside the largest. */
  @ParameterizedTest
  @CsvSource({
    "140, 0.5, 2, 1, 12, 0, 63.5385850277858",
    "140, 0.5, 2, 1, 12, 12, 57.8102576458308",
    "10, 5, 20, 0.2, 15, 0, 0.216207509397869",
    "10, 5, 20, 0.2, 15, 15, -44.6104841188667",
  })
  void steepPenaltiesLoseNothing(
      double lambda, double phi, double alpha, double horizon, int limit, int q, double value) {
    var cjp = new CarteaJaimungalPenalva(lambda, 1.5, phi, alpha, horizon, limit);
    assertEquals(value, cjp.value(0, q), Math.abs(value) * 1e-10);
  }

  @Test
  void atTheHorizonOnlyTheLastPenaltyCounts() {
    var cjp = new CarteaJaimungalPenalva(140, 1.5, 0.01, 0.1, 1, 20);
    assertEquals(-0.1 * 49, cjp.value(1, 7), 1e-12);
  }

  @Test
  void nothingIsQuotedBeyondTheLimit() {
    var cjp = new CarteaJaimungalPenalva(140, 1.5, 0.01, 0.001, 1, 3);
    var glft = new GueantLehalleFernandezTapia(0.3, 0.9, 0.3, 0.01, 600, 3);
    assertEquals(Quotes.NONE, cjp.bidDepth(0, 3));
    assertEquals(Quotes.NONE, cjp.askDepth(0, -3));
    assertEquals(Quotes.NONE, glft.bidDepth(0, 3));
    assertEquals(Quotes.NONE, glft.approximate().askDepth(0, -3));
  }

  @Test
  void aSolutionThatWouldTakeMinutesIsRefused() {
    var cjp = new CarteaJaimungalPenalva(140, 1.5, 1e6, 0, 1, 1000);
    assertThrows(InputException.class, () -> cjp.value(0, 0));
  }

  @Test
  void quotesOfAvellanedaAndStoikovStandAroundTheReservationPrice() {
    var quotes = new AvellanedaStoikov(2, 1.5, 0.1, 1);
    double half = (0.4 * 0.75 + 20 * Math.log(1 + 0.1 / 1.5)) / 2;
    assertEquals(half + 3 * 0.4 * 0.75, quotes.bidDepth(0.25, 3), 1e-12);
    assertEquals(half - 3 * 0.4 * 0.75, quotes.askDepth(0.25, 3), 1e-12);
    assertEquals(1.49, quotes.averageSpread(), 0.005);
  }
}
