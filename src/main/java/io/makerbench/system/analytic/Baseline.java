package io.makerbench.system.analytic;

import io.makerbench.config.InputException;
import io.makerbench.policy.Policy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The rules a learner is compared with. */
enum Baseline {
  AVELLANEDA_STOIKOV(Baseline::avellanedaStoikov),
  /** Always the time average of the spread of Avellaneda and Stoikov, around the mid. */
  SYMMETRIC(config -> new SymmetricQuotes(avellanedaStoikov(config).averageSpread() / 2)),
  GLFT(config -> new TabledQuotes(glft(config).values(), config)),
  GLFT_APPROXIMATE(config -> glft(config).approximate()),
  CJP(config -> new TabledQuotes(cjp(config).values(), config)),
  DO_NOTHING(_ -> new SymmetricQuotes(Quotes.NONE));

  private final Function<AnalyticConfig, Quotes> quotes;

  Baseline(Function<AnalyticConfig, Quotes> quotes) {
    this.quotes = quotes;
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Baseline::toString).toList();
  }

  /**
   * The policy of this name in a market.
   *
   * @param width numbers in an observation
   * @throws InputException when there is none, or it would take minutes to reckon
   */
  static Policy policy(String name, AnalyticConfig config, int width) {
    return Arrays.stream(values())
        .filter(baseline -> baseline.toString().equals(name))
        .findFirst()
        .map(baseline -> new QuotesPolicy(name, baseline.quotes.apply(config), config, width))
        .orElseThrow(() ->
            new InputException(
                "There is no baseline "
                    + name
                    + " in analytic; there are "
                    + String.join(", ", names())
                    + "."));
  }

  private static AvellanedaStoikov avellanedaStoikov(AnalyticConfig c) {
    return new AvellanedaStoikov(c.sigma(), c.k(), c.gamma(), c.horizon());
  }

  private static GueantLehalleFernandezTapia glft(AnalyticConfig c) {
    return new GueantLehalleFernandezTapia(
        c.sigma(), c.a(), c.k(), c.gamma(), c.horizon(), c.maxInventory());
  }

  /** The optimum of the reward, but for the length of a step. */
  static CarteaJaimungalPenalva cjp(AnalyticConfig c) {
    return new CarteaJaimungalPenalva(
        c.a(), c.k(), c.phi(), c.alpha(), c.horizon(), c.maxInventory());
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
