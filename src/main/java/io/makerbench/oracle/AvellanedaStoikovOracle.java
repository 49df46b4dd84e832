package io.makerbench.oracle;

import io.makerbench.config.InputException;
import io.makerbench.system.analytic.AvellanedaStoikov;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of Avellaneda and Stoikov: profit and last inventory of their strategy and of the
 * symmetric one of the same average spread, simulated anew.
 */
record AvellanedaStoikovOracle() implements Oracle {
  private static final String PAPER = "Quantitative Finance 8(3), 1,000 paths";
  private static final String LIMIT = "limit of 200,000 paths";
  private static final int PAPER_PATHS = 1_000;
  private static final int LIMIT_PATHS = 200_000;
  private static final double MOST_STEPS = 1e6;
  private static final double MOST_PATH_STEPS = 1e10;
  private static final List<OracleKey> KEYS =
      List.of(
          new OracleKey("gamma", "aversion to risk", 0.1, 1e-9, 1e6),
          new OracleKey("sigma", "volatility of the mid", 2.0, 0, 1e6),
          new OracleKey("A", "fills per time at depth 0", 140.0, 1e-9, 1e9),
          new OracleKey("k", "decay of fills with depth", 1.5, 1e-9, 1e6),
          new OracleKey("T", "horizon", 1.0, 1e-6, 1e7),
          new OracleKey("dt", "length of a step", 0.005, 1e-6, 86400),
          new OracleKey("paths", "simulated paths", 100_000, 2, 10_000_000));
  private static final List<Published> PUBLISHED = published();

  private static List<Published> published() {
    List<Published> all = new ArrayList<>();
    row(all, 0.1, Strategy.INVENTORY, PAPER, PAPER_PATHS, "1.49", "65.0", "6.6", "2.9");
    row(all, 0.1, Strategy.SYMMETRIC, PAPER, PAPER_PATHS, "1.49", "68.4", "12.7", "8.4");
    row(all, 0.01, Strategy.INVENTORY, PAPER, PAPER_PATHS, "1.35", "68.6", "8.7", "5.1");
    row(all, 0.01, Strategy.SYMMETRIC, PAPER, PAPER_PATHS, "1.35", "68.8", "12.8", "8.7");
    row(all, 0.1, Strategy.INVENTORY, LIMIT, LIMIT_PATHS, "", "64.87", "6.55", "2.93");
    row(all, 0.1, Strategy.SYMMETRIC, LIMIT, LIMIT_PATHS, "", "68.21", "13.48", "8.41");
    row(all, 0.01, Strategy.INVENTORY, LIMIT, LIMIT_PATHS, "", "68.38", "8.97", "5.22");
    row(all, 0.01, Strategy.SYMMETRIC, LIMIT, LIMIT_PATHS, "", "68.64", "13.71", "8.72");
    return List.copyOf(all);
  }

  private static void row(
      List<Published> all,
      double gamma,
      Strategy strategy,
      String source,
      int paths,
      String spread,
      String... digits) {
    Map<String, Double> values =
        new LinkedHashMap<>(OracleCase.defaults(KEYS).with(Map.of("gamma", gamma)).values());
    values.remove("paths");
    if (!spread.isEmpty()) {
      all.add(Published.printed(values, strategy.quantity("average spread"), source, spread, 0));
    }
    for (int i = 0; i < digits.length; i++) {
      String quantity = strategy.quantity(PathSample.QUANTITIES.get(i));
      all.add(Published.printed(values, quantity, source, digits[i], paths));
    }
  }

  @Override
  public String name() {
    return "avellaneda-stoikov";
  }

  @Override
  public String help() {
    return "tables of Avellaneda and Stoikov, simulated";
  }

  @Override
  public List<OracleKey> keys() {
    return KEYS;
  }

  @Override
  public List<OracleCase> publishedCases() {
    OracleCase first = OracleCase.defaults(KEYS);
    return List.of(first, first.with(Map.of("gamma", 0.01)));
  }

  @Override
  public List<Finding> findings(OracleCase given) {
    requireWholeSteps(given);
    AvellanedaStoikov form =
        new AvellanedaStoikov(
            given.get("sigma"), given.get("k"), given.get("gamma"), given.get("T"));
    List<Finding> findings = new ArrayList<>();
    for (Strategy strategy : Strategy.values()) {
      String spread = strategy.quantity("average spread");
      findings.addAll(
          new ClosedFormNumbers(name(), given, PUBLISHED)
              .add(spread, form.averageSpread())
              .findings());
      PathSample sample = PathSample.of(strategy, given);
      for (PathSample.Estimate estimate : sample.estimates()) {
        compare(findings, given, strategy.quantity(estimate.quantity()), estimate, sample.paths());
      }
    }
    return findings;
  }

  private static void requireWholeSteps(OracleCase given) {
    double steps = given.get("T") / given.get("dt");
    if (steps > MOST_STEPS || Math.abs(steps - Math.rint(steps)) > 1e-6 * steps || steps < 1) {
      throw new InputException(
          "--set T, dt: T must be a whole number of steps dt, from 1 to %.0f; it is %s of them."
              .formatted(MOST_STEPS, OracleKey.plain(steps)));
    }
    if (steps * given.get("paths") > MOST_PATH_STEPS) {
      throw new InputException(
          "--set paths, T, dt: at most %.0e steps can be simulated; paths × T/dt is %.1e."
              .formatted(MOST_PATH_STEPS, steps * given.get("paths")));
    }
  }

  /** Beside every published number, or alone where there is none. */
  private void compare(
      List<Finding> findings,
      OracleCase given,
      String quantity,
      PathSample.Estimate ours,
      int paths) {
    List<Published> numbers = PUBLISHED.stream().filter(p -> p.holdsFor(given, quantity)).toList();
    for (Published number : numbers) {
      // Both are estimates of one number; their errors fall with the root of their paths.
      double error = ours.error() * Math.sqrt(1 + (double) paths / number.paths());
      findings.add(Finding.simulation(name(), given, number, ours.value(), error));
    }
    if (numbers.isEmpty()) {
      findings.add(Finding.alone(name(), given, quantity, ours.value(), Finding.STANDARD_ERRORS));
    }
  }
}
