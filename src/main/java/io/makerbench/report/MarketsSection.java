package io.makerbench.report;

import io.makerbench.evaluate.Metric;
import java.util.List;

/** The figures market by market beside those of the common account, a table a policy. */
final class MarketsSection {
  private final Evaluated evaluated;

  MarketsSection(Evaluated evaluated) {
    this.evaluated = evaluated;
  }

  void write(Page page) {
    List<String> markets = evaluated.markets();
    if (markets.isEmpty()) {
      return;
    }
    page.section(
        "markets",
        "Market by market",
        "Means over the windows where a metric is defined. The total is the common account: its profit is the sum of the markets', its risk is measured on the common equity.");
    for (String policy : evaluated.policies()) {
      table(page.markup(), policy, markets);
    }
    page.end();
  }

  private void table(Markup m, String policy, List<String> markets) {
    m.element("h3", policy);
    m.line().open("div", "class", "scroll").open("table", "class", "metrics");
    m.open("thead").open("tr").element("th", "Metric", "scope", "col");
    m.element("th", "total", "scope", "col");
    markets.forEach(market -> m.element("th", market, "scope", "col"));
    m.close().close().open("tbody");
    for (Metric metric : Metric.values()) {
      m.open("tr").open("th", "scope", "row", "title", metric.help()).text(metric.label());
      m.element("small", " " + metric.unit()).close();
      m.element("td", Figures.metric(metric, evaluated.mean(policy, metric)));
      for (String market : markets) {
        m.element("td", Figures.metric(metric, evaluated.mean(policy, market, metric)));
      }
      m.close();
    }
    m.close().close().close();
  }
}
