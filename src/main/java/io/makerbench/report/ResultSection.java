package io.makerbench.report;

import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.Pairing;
import java.util.List;
import java.util.Set;

/** The key figures and what the paired tests say, in words. */
final class ResultSection {
  private static final List<Metric> KEY_FIGURES =
      List.of(
          Metric.REALISED_PNL,
          Metric.SHARPE,
          Metric.MAX_DRAWDOWN,
          Metric.KILL_RATE,
          Metric.MAP,
          Metric.HALF_SPREAD,
          Metric.FILLS,
          Metric.SHARE_OF_OPTIMUM);

  /** Key figures that are left out where a market does not have them. */
  private static final Set<Metric> OF_FEW_MARKETS =
      Set.of(Metric.KILL_RATE, Metric.SHARE_OF_OPTIMUM);

  private final Evaluated evaluated;

  ResultSection(Evaluated evaluated) {
    this.evaluated = evaluated;
  }

  void write(Page page) {
    page.section("result", "Result", "");
    cards(page.markup());
    for (Pairing pairing : evaluated.pairings()) {
      verdict(page.markup(), pairing);
    }
    List<String> notes = evaluated.input().notes();
    if (!notes.isEmpty()) {
      page.markup().open("aside", "class", "notes").element("h3", "Notes").open("ul");
      notes.forEach(note -> page.markup().element("li", note));
      page.markup().close().close();
    }
    page.end();
  }

  private void cards(Markup m) {
    String agent = evaluated.input().agent();
    m.open("div", "class", "cards");
    for (Metric metric : KEY_FIGURES) {
      if (OF_FEW_MARKETS.contains(metric) && Double.isNaN(evaluated.mean(agent, metric))) {
        continue;
      }
      m.open("div", "class", "card").open("div", "class", "card-label").text(metric.label());
      m.element("small", " " + metric.unit()).close();
      String value = Figures.metric(metric, evaluated.mean(agent, metric));
      m.element("div", value, "class", "card-value");
      m.open("ul");
      for (String policy : evaluated.policies()) {
        if (!policy.equals(agent)) {
          m.open("li").open("i", "class", "key " + evaluated.style(policy)).close();
          m.element("span", policy);
          m.element("b", Figures.metric(metric, evaluated.mean(policy, metric))).close();
        }
      }
      m.close().close();
    }
    m.close();
    m.open("p", "class", "small")
        .text("Means of " + agent + " over " + evaluated.windows().size() + " windows. ");
    m.element("span", "Fill rule: " + evaluated.fillRule(), "class", "rule").close();
  }

  private void verdict(Markup m, Pairing pairing) {
    String agent = evaluated.input().agent();
    m.line().open("div", "class", "verdict " + tone(pairing));
    m.element("h3", Verdict.headline(agent, pairing)).open("ul");
    Verdict.sentences(agent, pairing).forEach(sentence -> m.element("li", sentence));
    m.close().close();
  }

  private static String tone(Pairing pairing) {
    double low = pairing.test().low();
    double high = pairing.test().high();
    return low > 0 ? "good" : high < 0 ? "bad" : "open";
  }
}
