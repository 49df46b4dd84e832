package io.makerbench.oracle;

import io.makerbench.config.InputException;
import io.makerbench.experiment.Settings;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every oracle there is. */
public final class Oracles {
  private Oracles() {}

  /**
   * All oracles, in the order they are listed.
   *
   * @param settings where those that need recordings find them
   */
  public static List<Oracle> all(Settings settings) {
    return List.of(
        new AvellanedaStoikovOracle(),
        new GlftOracle(),
        new CjpOracle(),
        new HawkesOracle(),
        new PsrOracle(),
        new ReferenceFillsOracle(settings));
  }

  /**
   * The oracle of this name.
   *
   * @throws InputException naming those there are
   */
  public static Oracle named(String name, Settings settings) {
    List<Oracle> all = all(settings);
    return all.stream()
        .filter(oracle -> oracle.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new InputException(
                "There is no oracle %s; known are %s."
                    .formatted(
                        name, all.stream().map(Oracle::name).collect(Collectors.joining(", ")))));
  }

  /** Every published number of an oracle beside ours. */
  public static Stream<Finding> published(Oracle oracle) {
    return oracle.publishedCases().stream()
        .flatMap(given -> oracle.findings(given).stream())
        .filter(finding -> finding.published() != null);
  }

  /**
   * Our numbers in the case a user set, beside published ones where there happen to be any.
   *
   * @param settings texts such as {@code gamma=0.5}
   * @throws InputException naming a wrong key or value and what is allowed
   */
  public static Stream<Finding> set(Oracle oracle, List<String> settings) {
    OracleCase given = OracleCase.defaults(oracle.keys()).set(settings, oracle.keys());
    return oracle.findings(given).stream();
  }
}
