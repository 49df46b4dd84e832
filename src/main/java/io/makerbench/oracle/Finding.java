package io.makerbench.oracle;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A number of ours beside a published one.
 *
 * @param oracle name of the oracle
 * @param values the case, as a user would set it
 * @param quantity what the number is
 * @param source where the published number is from; null where there is none
 * @param published the published number; null where there is none
 * @param ours our number
 * @param difference ours − published in the unit; null where nothing is published
 * @param unit {@code relative} for closed forms, {@code standard errors} for simulations, {@code
 *     absolute} for what must be the same number
 * @param tolerance largest difference that counts as agreement, in the unit
 * @param agrees whether it is within the tolerance; null where nothing is published
 */
public record Finding(
    String oracle,
    @JsonProperty("case") String values,
    String quantity,
    @Nullable String source,
    @Nullable Double published,
    double ours,
    @Nullable Double difference,
    String unit,
    double tolerance,
    @Nullable Boolean agrees) {
  static final String RELATIVE = "relative";
  static final String ABSOLUTE = "absolute";
  static final String STANDARD_ERRORS = "standard errors";

  /** Closed forms agree to this, relative. */
  private static final double CLOSED_FORM_TOLERANCE = 1e-6;

  /** Simulations agree within this many standard errors. */
  private static final double SIMULATION_TOLERANCE = 3;

  /** A number nothing is published to compare with. */
  static Finding alone(String oracle, OracleCase given, String quantity, double ours, String unit) {
    double tolerance =
        switch (unit) {
          case RELATIVE -> CLOSED_FORM_TOLERANCE;
          case ABSOLUTE -> 0;
          default -> SIMULATION_TOLERANCE;
        };
    return new Finding(
        oracle, given.words(), quantity, null, null, ours, null, unit, tolerance, null);
  }

  /** A closed form: it agrees to 1e-6, or to the last digit printed where there are fewer. */
  static Finding closedForm(String oracle, OracleCase given, Published published, double ours) {
    double scale = Math.abs(published.value());
    double tolerance = Math.max(CLOSED_FORM_TOLERANCE, published.resolution() / scale);
    return of(
        oracle, given, published, ours, (ours - published.value()) / scale, RELATIVE, tolerance);
  }

  /** A number that must be the published one, to its last digit. */
  static Finding exact(String oracle, OracleCase given, Published published, double ours) {
    double difference = ours - published.value();
    return of(oracle, given, published, ours, difference, ABSOLUTE, published.resolution());
  }

  /**
   * An estimate.
   *
   * @param error standard error of the difference from the published number
   */
  static Finding simulation(
      String oracle, OracleCase given, Published published, double ours, double error) {
    double difference = (ours - published.value()) / error;
    return of(oracle, given, published, ours, difference, STANDARD_ERRORS, SIMULATION_TOLERANCE);
  }

  private static Finding of(
      String oracle,
      OracleCase given,
      Published published,
      double ours,
      double difference,
      String unit,
      double tolerance) {
    return new Finding(
        oracle,
        given.words(),
        published.quantity(),
        published.source(),
        published.value(),
        ours,
        difference,
        unit,
        tolerance,
        Math.abs(difference) <= tolerance);
  }
}
