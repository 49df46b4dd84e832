package io.makerbench.report;

import io.makerbench.evaluate.Table;
import io.makerbench.flow.AvellanedaStoikovParameters;
import io.makerbench.flow.Calibration;
import io.makerbench.flow.Estimate;
import io.makerbench.flow.FillIntensity;
import io.makerbench.flow.HawkesFit;
import io.makerbench.flow.LogNormalSizes;
import io.makerbench.flow.MutualHawkesFit;
import io.makerbench.flow.QueueReactiveModel;
import io.makerbench.flow.Volatility;
import io.makerbench.flow.ZeroIntelligenceModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The estimated parameters with their units and intervals. */
final class ParameterSection {
  private static final List<String> COLUMNS =
      List.of("parameter", "estimate", "interval", "unit", "estimated_by");

  private final Calibration calibration;
  private final List<List<String>> rows = new ArrayList<>();

  ParameterSection(Calibration calibration) {
    this.calibration = calibration;
  }

  void write(Page page) {
    page.section(
        "parameters",
        "Parameters",
        "Estimates with 95 % intervals: normal for rates and volatility, from the observed information of the logarithms for Hawkes processes. The file calibration.json holds all of them, the tables by distance and queue size included.");
    volatility();
    intensity(calibration.fillIntensity());
    arrivals();
    sizes("market order", calibration.marketSizes());
    sizes("limit order", calibration.limitSizes());
    book();
    page.markup().open("div", "class", "words");
    page.table(
        List.of("Parameter", "Estimate", "95 % interval", "Unit", "Estimated by"),
        new Table(COLUMNS, rows));
    page.markup().close();
    notes(page.markup());
    page.end();
  }

  private void volatility() {
    for (Volatility v : calibration.volatility()) {
      boolean used = v.stepSeconds() == calibration.volatilityStepSeconds();
      row(
          "σ at " + Figures.exact(v.stepSeconds()) + " s",
          v.sigmaTicksPerSqrtSecond(),
          "ticks/√s",
          "realised variance of %s mid changes%s"
              .formatted(Figures.number(v.steps()), used ? "; used by the models" : ""));
    }
  }

  private void intensity(@Nullable FillIntensity reach) {
    if (reach != null) {
      String how =
          "log-linear regression of market orders by depth, errors widened %s-fold"
              .formatted(Figures.number(Math.sqrt(reach.overdispersion())));
      row("A, one side", reach.aPerSecond(), "1/s", how);
      row("k", reach.kPerTick(), "1/tick", how);
    }
    AvellanedaStoikovParameters market = calibration.avellanedaStoikov();
    if (market != null) {
      row("σ", market.sigmaQuotePerSqrtSecond(), "quote/√s", "the one used, in quote currency");
      row("k", market.kPerQuote(), "1/quote", "the same, in quote currency");
    }
  }

  private void arrivals() {
    row("Buys", calibration.buysPerSecond(), "1/s", "count; as if they were independent");
    row("Sells", calibration.sellsPerSecond(), "1/s", "count; as if they were independent");
    HawkesFit h = calibration.hawkes();
    if (h != null) {
      String how = "maximum likelihood, %d market orders".formatted(h.events());
      row("Hawkes μ", h.mu(), "1/s", how);
      row("Hawkes α", h.alpha(), "1/s", how);
      row("Hawkes β", h.beta(), "1/s", how);
      plain("Hawkes branching α/β", h.process().branching(), "", "");
    }
    MutualHawkesFit m = calibration.mutualHawkes();
    if (m != null) {
      String how = "maximum likelihood, buys and sells";
      row("Mutual Hawkes μ, buys", m.buysPerSecond(), "1/s", how);
      row("Mutual Hawkes μ, sells", m.sellsPerSecond(), "1/s", how);
      row("Mutual Hawkes α, same side", m.alphaSelfPerSecond(), "1/s", how);
      row("Mutual Hawkes α, other side", m.alphaCrossPerSecond(), "1/s", how);
      row("Mutual Hawkes β", m.betaPerSecond(), "1/s", how);
      plain("Mutual Hawkes branching", m.process().branching(), "", "");
    }
  }

  private void sizes(String name, @Nullable LogNormalSizes sizes) {
    if (sizes != null) {
      String how = "moments of the logarithm, %d sizes".formatted(sizes.orders());
      row("Median size of a " + name, sizes.medianLots(), "lots", how);
      row("σ of the logarithm of its size", sizes.sigmaOfLog(), "", how);
    }
  }

  private void book() {
    ZeroIntelligenceModel zero = calibration.models().zeroIntelligence();
    if (zero != null) {
      String how = "%d distances, both sides".formatted(zero.limitsPerSecond().length);
      plain("Limit orders, one side", Arrays.stream(zero.limitsPerSecond()).sum(), "1/s", how);
      plain(
          "Cancels of an order, nearest distance",
          zero.cancelsPerSecond()[0],
          "1/s",
          "size cancelled over size resting");
      plain("Market orders, one side", zero.marketsPerSecond(), "1/s", "count");
    }
    QueueReactiveModel queues = calibration.models().queueReactive();
    if (queues != null) {
      plain(
          "Moves at an empty queue",
          queues.moveProbability(),
          "probability",
          "volatility of the mid");
      plain("Mean move", queues.meanMoveTicks(), "ticks", "changes of the best price");
    }
  }

  private void row(String name, Estimate estimate, String unit, String how) {
    String interval = Figures.number(estimate.low()) + " to " + Figures.number(estimate.high());
    boolean known = Double.isFinite(estimate.low());
    rows.add(
        List.of(
            name,
            Figures.number(estimate.value()),
            known ? interval : Figures.UNDEFINED,
            unit,
            how));
  }

  private void plain(String name, double value, String unit, String how) {
    row(name, new Estimate(value, Double.NaN, Double.NaN), unit, how);
  }

  private void notes(Markup m) {
    List<String> notes = new ArrayList<>();
    if (calibration.tape().clockStepSeconds() > 0) {
      notes.add(
          "The venue's clock counts in steps of %s s. Trades of one step and side are one market order; orders are spread evenly within their step by a seeded stream."
              .formatted(Figures.exact(calibration.tape().clockStepSeconds())));
    }
    notes.add(
        "A level's growth counts as one limit order and its shrinking, but for what traded, as one cancel; orders that came and went within one update of the book are not seen.");
    notes.addAll(calibration.notes());
    m.open("div", "class", "notes").element("h3", "Notes").open("ul");
    notes.forEach(note -> m.element("li", note));
    m.close().close();
  }
}
