package io.makerbench.oracle;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A published number.
 *
 * @param values the keys it holds for; a key that is not named does not matter
 * @param quantity what it is
 * @param source where it is from
 * @param value the number
 * @param resolution half of a unit of its last digit; 0 for a number that is not rounded
 * @param paths simulated paths it is estimated from; 0 for a closed form
 */
record Published(
    Map<String, Double> values,
    String quantity,
    String source,
    double value,
    double resolution,
    int paths) {
  /** A number as it is printed. */
  static Published printed(
      Map<String, Double> values, String quantity, String source, String digits, int paths) {
    BigDecimal number = new BigDecimal(digits);
    double resolution = number.ulp().doubleValue() / 2;
    return new Published(values, quantity, source, number.doubleValue(), resolution, paths);
  }

  boolean holdsFor(OracleCase given, String ofQuantity) {
    return quantity.equals(ofQuantity)
        && values.entrySet().stream().allMatch(e -> given.get(e.getKey()) == e.getValue());
  }
}
