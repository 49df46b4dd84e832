package io.makerbench.system.perp;

import io.makerbench.config.InputException;
import io.makerbench.policy.Policy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The policies that are this system's own. */
enum Baseline {
  /** Leaves the engine alone; what is usually cloned. */
  HEURISTIC,
  /** Scales quotes and hedges by volatility, toxicity and position. */
  MODULATING,
  /** Neither quotes nor hedges; exits are the engine's own. */
  DO_NOTHING;

  static List<String> names() {
    return Arrays.stream(values()).map(Baseline::toString).toList();
  }

  /**
   * The policy of a name.
   *
   * @throws InputException when there is none
   */
  static Policy policy(String name, Observation observation) {
    int venues = observation.venues();
    return switch (of(name)) {
      case HEURISTIC -> new FixedAction(name, ActionCode.identity(venues));
      case MODULATING -> new ModulatingPolicy(name, observation);
      case DO_NOTHING -> new FixedAction(name, ActionCode.nothing(venues));
    };
  }

  private static Baseline of(String name) {
    return Arrays.stream(values())
        .filter(baseline -> baseline.toString().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new InputException(
                "There is no baseline %s in perp; there are %s."
                    .formatted(name, String.join(", ", names()))));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
