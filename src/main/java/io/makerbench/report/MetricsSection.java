package io.makerbench.report;

import io.makerbench.evaluate.Interval;
import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.MetricDifference;
import io.makerbench.evaluate.Pairing;
import java.util.List;
import java.util.Optional;

/** Every metric of every policy, the best marked, with the differences to each baseline. */
final class MetricsSection {
  private final Evaluated evaluated;

  MetricsSection(Evaluated evaluated) {
    this.evaluated = evaluated;
  }

  void write(Page page) {
    page.section(
        "metrics",
        "Metrics",
        "Means over the windows where a metric is defined; the best is marked where one direction is better. Differences are %s minus the baseline, paired by window, with the 95 %% interval of a paired t test."
            .formatted(evaluated.input().agent()));
    Markup m = page.markup();
    m.open("p", "class", "small");
    m.element("span", "Fill rule: " + evaluated.fillRule(), "class", "rule").close();
    m.line().open("div", "class", "scroll").open("table", "class", "metrics");
    head(m);
    m.open("tbody");
    for (Metric metric : Metric.values()) {
      row(m, metric);
    }
    m.close().close().close();
    page.end();
  }

  private void head(Markup m) {
    m.open("thead").open("tr").element("th", "Metric", "scope", "col");
    for (String policy : evaluated.policies()) {
      m.open("th", "scope", "col").open("i", "class", "key " + evaluated.style(policy)).close();
      m.text(policy).close();
    }
    for (Pairing pairing : evaluated.pairings()) {
      m.element("th", "against " + pairing.baseline(), "scope", "col");
    }
    m.close().close();
  }

  private void row(Markup m, Metric metric) {
    m.open("tr").open("th", "scope", "row", "title", metric.help()).text(metric.label());
    m.element("small", " " + metric.unit()).close();
    for (String policy : evaluated.policies()) {
      String text = Figures.metric(metric, evaluated.mean(policy, metric));
      m.element("td", text, "class", isBest(policy, metric) ? "best" : "");
    }
    for (Pairing pairing : evaluated.pairings()) {
      difference(m, metric, pairing);
    }
    m.close();
  }

  private boolean isBest(String policy, Metric metric) {
    double own = evaluated.mean(policy, metric);
    List<String> others =
        evaluated.policies().stream()
            .filter(other -> !other.equals(policy))
            .filter(other -> Double.isFinite(evaluated.mean(other, metric)))
            .toList();
    return !others.isEmpty()
        && others.stream()
            .allMatch(other -> metric.better().prefers(own, evaluated.mean(other, metric)));
  }

  private static void difference(Markup m, Metric metric, Pairing pairing) {
    Optional<MetricDifference> found =
        pairing.metrics().stream().filter(d -> d.metric().equals(metric.column())).findFirst();
    double mean = found.map(d -> d.test().mean()).orElse(Double.NaN);
    double low = found.map(d -> d.test().low()).orElse(Double.NaN);
    double high = found.map(d -> d.test().high()).orElse(Double.NaN);
    boolean clear = low > 0 || high < 0;
    m.open("td").element("span", Figures.difference(metric, mean), "class", clear ? "clear" : "");
    if (Double.isFinite(low)) {
      m.element("small", interval(metric, new Interval(low, high)), "class", "range");
    }
    m.close();
  }

  private static String interval(Metric metric, Interval interval) {
    return Figures.difference(metric, interval.low())
        + " … "
        + Figures.difference(metric, interval.high());
  }
}
