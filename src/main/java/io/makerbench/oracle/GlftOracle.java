package io.makerbench.oracle;

import io.makerbench.config.InputException;
import io.makerbench.system.analytic.GueantLehalleFernandezTapia;
import io.makerbench.system.analytic.Quotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Depths of Guéant, Lehalle and Fernandez-Tapia at the start, exact and approximate. */
record GlftOracle() implements Oracle {
  private static final String SOURCE = "arXiv 1105.3115, solved to 9 digits";
  private static final String EXACT_BID = "exact bid depth";
  private static final String APPROXIMATE_BID = "approximate bid depth";
  private static final List<OracleKey> KEYS =
      List.of(
          new OracleKey("sigma", "volatility of the mid", 0.3, 0, 1e6),
          new OracleKey("A", "fills per time at depth 0", 0.9, 1e-9, 1e9),
          new OracleKey("k", "decay of fills with depth", 0.3, 1e-9, 1e6),
          new OracleKey("gamma", "aversion to risk", 0.01, 1e-9, 1e6),
          new OracleKey("T", "time to the horizon", 600.0, 0, 1e9),
          new OracleKey("Q", "largest inventory", 30, 1, 1000),
          new OracleKey("q", "inventory", 0, -1000, 1000));
  private static final List<Published> PUBLISHED = published();

  private static List<Published> published() {
    List<Published> all = new ArrayList<>();
    int[] inventories = {-5, -1, 0, 1, 5, 20};
    String[] quiet = {
      "2.97252177", "3.24491915", "3.31304541", "3.38116807", "3.65347944", "4.66554198"
    };
    String[] approximate = {
      "2.97358604", "3.24504937", "3.31291520", "3.38078103", "3.65224436", "4.67023185"
    };
    String[] lively = {
      "2.86995689", "3.23350649", "3.32445808", "3.41540110", "3.77874569", "5.11973075"
    };
    for (int i = 0; i < inventories.length; i++) {
      all.add(number(0.3, inventories[i], EXACT_BID, quiet[i]));
      all.add(number(0.3, inventories[i], APPROXIMATE_BID, approximate[i]));
    }
    for (int i = 0; i < inventories.length; i++) {
      all.add(number(0.4, inventories[i], EXACT_BID, lively[i]));
    }
    return List.copyOf(all);
  }

  private static Published number(double sigma, double q, String quantity, String digits) {
    Map<String, Double> values =
        OracleCase.defaults(KEYS).with(Map.of("sigma", sigma, "q", q)).values();
    return Published.printed(values, quantity, SOURCE, digits, 0);
  }

  @Override
  public String name() {
    return "glft";
  }

  @Override
  public String help() {
    return "depths of Guéant, Lehalle and Fernandez-Tapia, exact and approximate";
  }

  @Override
  public List<OracleKey> keys() {
    return KEYS;
  }

  @Override
  public List<OracleCase> publishedCases() {
    return PUBLISHED.stream().map(p -> new OracleCase(p.values())).distinct().toList();
  }

  @Override
  public List<Finding> findings(OracleCase given) {
    int q = given.whole("q");
    requireInventory(given);
    GueantLehalleFernandezTapia exact =
        new GueantLehalleFernandezTapia(
            given.get("sigma"),
            given.get("A"),
            given.get("k"),
            given.get("gamma"),
            given.get("T"),
            given.whole("Q"));
    Quotes approximate = exact.approximate();
    return new ClosedFormNumbers(name(), given, PUBLISHED)
        .add(EXACT_BID, exact.bidDepth(0, q))
        .add("exact ask depth", exact.askDepth(0, q))
        .add(APPROXIMATE_BID, approximate.bidDepth(0, q))
        .add("approximate ask depth", approximate.askDepth(0, q))
        .findings();
  }

  /** Refuses an inventory beyond its limit. */
  static void requireInventory(OracleCase given) {
    if (Math.abs(given.get("q")) > given.get("Q")) {
      throw new InputException(
          "--set q: this must be from −Q to Q, here from %d to %d, not %d."
              .formatted(-given.whole("Q"), given.whole("Q"), given.whole("q")));
    }
  }
}
