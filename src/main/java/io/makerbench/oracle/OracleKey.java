package io.makerbench.oracle;

import io.makerbench.config.InputException;

/**
 * A number an oracle can be asked about.
 *
 * @param name how it is written, as in the publication
 * @param help one line that says what it is
 * @param fallback value where it is not set
 * @param min smallest value allowed
 * @param max largest value allowed
 */
public record OracleKey(String name, String help, Number fallback, double min, double max) {
  /** True for a whole number. */
  boolean whole() {
    return fallback instanceof Integer;
  }

  /**
   * The value a text names.
   *
   * @throws InputException saying what is allowed
   */
  double parse(String text) {
    double value;
    try {
      value = Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new InputException(wrong(text), e);
    }
    boolean fits = value >= min && value <= max && (!whole() || value == Math.rint(value));
    if (!fits) {
      throw new InputException(wrong(text));
    }
    return value;
  }

  private String wrong(String text) {
    return "--set %s: this must be %s from %s to %s, not %s."
        .formatted(name, whole() ? "a whole number" : "a number", plain(min), plain(max), text);
  }

  /** A number without a needless fraction. */
  static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
