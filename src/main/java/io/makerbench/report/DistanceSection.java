package io.makerbench.report;

import io.makerbench.evaluate.Table;
import io.makerbench.flow.Estimate;
import io.makerbench.flow.GoodnessOfFit;
import io.makerbench.flow.SampleDistance;
import io.makerbench.flow.StylisedFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How far each model lies from the tape, in one table, and the single figures of each. */
final class DistanceSection {
  private static final List<String> FACTS =
      List.of(
          "market_orders_per_second",
          "limit_orders_per_second",
          "cancels_per_second",
          "return_kurtosis",
          "mean_spread_ticks");

  private static final Map<String, String> WORDS =
      Map.of(
          "returns_ticks", "returns over 1 s",
          "spreads_ticks", "spread",
          "gaps_seconds", "time between market orders",
          "market_lots", "size of market orders");

  private final GoodnessOfFit goodness;

  DistanceSection(GoodnessOfFit goodness) {
    this.goodness = goodness;
  }

  void write(Page page) {
    page.section(
        "distances",
        "Tape and models",
        "Kolmogorov–Smirnov distance of each model's distributions to the tape's, 0 to 1, and below it the Wasserstein distance in the unit of the fact, each with the 95 % interval of a block bootstrap of both series. The first row is what chance and change in time alone amount to: the tape's first half against its second. Resampling adds chance to a distance, so small ones can lie below their interval.");
    distances(page.markup());
    facts(page);
    page.end();
  }

  private void distances(Markup m) {
    List<String> facts = List.copyOf(goodness.distances().firstEntry().getValue().keySet());
    m.line().open("div", "class", "scroll").open("table", "class", "metrics");
    m.open("thead").open("tr").element("th", "Model", "scope", "col");
    facts.forEach(fact -> m.element("th", WORDS.getOrDefault(fact, fact), "scope", "col"));
    m.close().close().open("tbody");
    goodness
        .distances()
        .forEach((model, row) -> {
          m.open("tr").element("th", model, "scope", "row");
          facts.forEach(fact -> cell(m, row.get(fact), unit(fact)));
          m.close();
        });
    m.close().close().close();
  }

  private static String unit(String fact) {
    return switch (fact) {
      case "gaps_seconds" -> " s";
      case "market_lots" -> " lots";
      default -> " ticks";
    };
  }

  private static void cell(Markup m, SampleDistance distance, String unit) {
    m.open("td").element("b", Figures.number(distance.kolmogorovSmirnov().value()));
    m.element("small", range(distance.kolmogorovSmirnov()), "class", "range");
    m.text(Figures.number(distance.wasserstein().value()) + unit);
    m.element("small", range(distance.wasserstein()), "class", "range").close();
  }

  private static String range(Estimate estimate) {
    return Figures.number(estimate.low()) + " … " + Figures.number(estimate.high());
  }

  private void facts(Page page) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("tape", goodness.tape()));
    goodness.models().forEach((name, facts) -> rows.add(row(name, facts)));
    page.table(
        List.of(
            "",
            "Market orders (1/s)",
            "Limit orders (1/s)",
            "Cancels (1/s)",
            "Kurtosis of returns",
            "Mean spread (ticks)"),
        new Table(withName(), rows));
  }

  private static List<String> withName() {
    List<String> columns = new ArrayList<>(FACTS);
    columns.addFirst("name");
    return columns;
  }

  private static List<String> row(String name, StylisedFacts facts) {
    boolean book = facts.limitOrdersPerSecond() > 0;
    return List.of(
        name,
        Figures.number(facts.marketOrdersPerSecond()),
        book ? Figures.number(facts.limitOrdersPerSecond()) : Figures.UNDEFINED,
        book ? Figures.number(facts.cancelsPerSecond()) : Figures.UNDEFINED,
        Figures.number(facts.returnKurtosis()),
        Figures.number(Arrays.stream(facts.spreadsTicks()).average().orElse(Double.NaN)));
  }
}
