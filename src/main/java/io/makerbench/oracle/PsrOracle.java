package io.makerbench.oracle;

import io.makerbench.evaluate.SharpeRatio;
import java.util.List;
import java.util.Map;

/** How far a Sharpe ratio can be believed, by Bailey and López de Prado. */
record PsrOracle() implements Oracle {
  private static final double CONFIDENCE = 0.95;
  private static final String SR0 = "SR0";
  private static final String DSR = "DSR";
  private static final String PSR = "PSR(0)";
  private static final String MIN_TRL = "MinTRL(95 %)";
  private static final List<OracleKey> KEYS =
      List.of(
          new OracleKey("sharpe", "Sharpe ratio of a year", 2.5, -1e6, 1e6),
          new OracleKey("periods", "observations in a year", 250.0, 1e-6, 1e9),
          new OracleKey("observations", "observations made", 1250, 2, 1e9),
          new OracleKey("skew", "skewness of the returns", -3.0, -1e6, 1e6),
          new OracleKey("kurtosis", "kurtosis of the returns, 3 for normal ones", 10.0, 1, 1e9),
          new OracleKey("trials", "independent trials made", 100, 1, 1e9),
          new OracleKey("variance", "variance of the trials' ratios of a year", 0.5, 0, 1e9));
  private static final Map<String, Double> HEDGE_FUND =
      Map.of(
          "sharpe",
          0.458,
          "periods",
          1.0,
          "observations",
          24.0,
          "skew",
          -2.448,
          "kurtosis",
          10.164,
          "trials",
          1.0,
          "variance",
          0.5);
  private static final List<Published> PUBLISHED =
      List.of(
          deflated(SR0, "0.1132"),
          deflated(DSR, "0.9004"),
          hedgeFund(PSR, "0.9134"),
          hedgeFund(MIN_TRL, "34.56"));

  private static Published deflated(String quantity, String digits) {
    return Published.printed(
        OracleCase.defaults(KEYS).values(),
        quantity,
        "Bailey and López de Prado (2014)",
        digits,
        0);
  }

  private static Published hedgeFund(String quantity, String digits) {
    return Published.printed(
        OracleCase.defaults(KEYS).with(HEDGE_FUND).values(),
        quantity,
        "Bailey and López de Prado (2012)",
        digits,
        0);
  }

  @Override
  public String name() {
    return "psr";
  }

  @Override
  public String help() {
    return "probabilistic and deflated Sharpe ratio, and the track record needed";
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
    double periods = given.get("periods");
    SharpeRatio ratio =
        new SharpeRatio(
            given.get("sharpe") / Math.sqrt(periods),
            given.whole("observations"),
            given.get("skew"),
            given.get("kurtosis"));
    double variance = given.get("variance") / periods;
    int trials = given.whole("trials");
    return new ClosedFormNumbers(name(), given, PUBLISHED)
        .add(SR0, SharpeRatio.expectedMaximum(variance, trials))
        .add(DSR, ratio.deflated(variance, trials))
        .add(PSR, ratio.probabilistic(0))
        .add(MIN_TRL, ratio.minimumTrackRecord(0, CONFIDENCE))
        .findings();
  }
}
