package io.makerbench.oracle;

import java.util.ArrayList;
import java.util.List;

/** Numbers of a closed form in one case, looked up among the published ones. */
final class ClosedFormNumbers {
  private final String oracle;
  private final OracleCase given;
  private final List<Published> published;
  private final List<Finding> findings = new ArrayList<>();

  ClosedFormNumbers(String oracle, OracleCase given, List<Published> published) {
    this.oracle = oracle;
    this.given = given;
    this.published = published;
  }

  /** Adds a number of ours; one that is infinite has no place in a table and is left out. */
  ClosedFormNumbers add(String quantity, double ours) {
    if (Double.isFinite(ours)) {
      findings.add(
          published.stream()
              .filter(p -> p.holdsFor(given, quantity))
              .findFirst()
              .map(p -> Finding.closedForm(oracle, given, p, ours))
              .orElseGet(() -> Finding.alone(oracle, given, quantity, ours, Finding.RELATIVE)));
    }
    return this;
  }

  List<Finding> findings() {
    return findings;
  }
}
