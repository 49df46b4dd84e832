package io.makerbench.oracle;

import io.makerbench.system.analytic.CarteaJaimungalPenalva;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The optimal value and depths of Cartea, Jaimungal and Penalva at the start. */
record CjpOracle() implements Oracle {
  private static final String SOURCE = "Cartea, Jaimungal and Penalva (2015), chapter 10";
  private static final String VALUE = "optimal value h";
  private static final List<OracleKey> KEYS =
      List.of(
          new OracleKey("lambda", "fills per time at depth 0, each side", 140.0, 1e-9, 1e9),
          new OracleKey("kappa", "decay of fills with depth", 1.5, 1e-9, 1e6),
          new OracleKey("T", "time to the horizon", 1.0, 0, 1e9),
          new OracleKey("phi", "running penalty on squared inventory", 0.01, 0, 1e6),
          new OracleKey("alpha", "penalty on the last squared inventory", 0.001, 0, 1e6),
          new OracleKey("Q", "largest inventory", 100, 1, 1000),
          new OracleKey("q", "inventory", 0, -1000, 1000));
  private static final List<Published> PUBLISHED =
      List.of(number(140, 1.5, "68.25583476"), number(100, 1, "73.22586344"));

  /** Limits this many standard deviations of the inventory away count as none. */
  private static final double FAR_IN_DEVIATIONS = 8;

  private static Published number(double lambda, double kappa, String digits) {
    Map<String, Double> values =
        OracleCase.defaults(KEYS).with(Map.of("lambda", lambda, "kappa", kappa)).values();
    return Published.printed(values, VALUE, SOURCE, digits, 0);
  }

  @Override
  public String name() {
    return "cjp";
  }

  @Override
  public String help() {
    return "optimal value and depths of Cartea, Jaimungal and Penalva";
  }

  @Override
  public List<OracleKey> keys() {
    return KEYS;
  }

  /** Those with numbers, and each again without penalties. */
  @Override
  public List<OracleCase> publishedCases() {
    List<OracleCase> cases = new ArrayList<>();
    PUBLISHED.forEach(p -> cases.add(new OracleCase(p.values())));
    PUBLISHED.forEach(
        p -> cases.add(new OracleCase(p.values()).with(Map.of("phi", 0.0, "alpha", 0.0))));
    return cases;
  }

  @Override
  public List<Finding> findings(OracleCase given) {
    GlftOracle.requireInventory(given);
    CarteaJaimungalPenalva form =
        new CarteaJaimungalPenalva(
            given.get("lambda"),
            given.get("kappa"),
            given.get("phi"),
            given.get("alpha"),
            given.get("T"),
            given.whole("Q"));
    int q = given.whole("q");
    return new ClosedFormNumbers(name(), given, published(given))
        .add(VALUE, form.value(0, q))
        .add("bid depth", form.bidDepth(0, q))
        .add("ask depth", form.askDepth(0, q))
        .findings();
  }

  private static List<Published> published(OracleCase given) {
    List<Published> all = new ArrayList<>(PUBLISHED);
    if (given.get("phi") == 0 && given.get("alpha") == 0 && farFromLimits(given)) {
      double arrivals = 2 * given.get("lambda") / Math.E * given.get("T");
      String source = SOURCE + ": 2λT/(eκ) without penalties";
      all.add(new Published(given.values(), VALUE, source, arrivals / given.get("kappa"), 0, 0));
    }
    return all;
  }

  /** The formula without penalties knows no limits. */
  private static boolean farFromLimits(OracleCase given) {
    double deviation = Math.sqrt(2 * given.get("lambda") / Math.E * given.get("T"));
    return given.get("Q") - Math.abs(given.get("q")) >= FAR_IN_DEVIATIONS * deviation;
  }
}
