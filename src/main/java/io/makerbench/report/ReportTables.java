package io.makerbench.report;

import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.evaluate.Markouts;
import io.makerbench.evaluate.MetricDifference;
import io.makerbench.evaluate.PairedT;
import io.makerbench.evaluate.Pairing;
import io.makerbench.evaluate.Table;
import io.makerbench.evaluate.WindowDifference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Every table of a report with all digits, by name of its file. */
final class ReportTables {
  private ReportTables() {}

  static SequencedMap<String, Table> of(ReportInput input) {
    Evaluated evaluated = new Evaluated(input);
    SequencedMap<String, Table> tables = new LinkedHashMap<>();
    if (input.has(ReportPart.METRICS)) {
      tables.put("metrics", EvaluationStore.table(input.metrics()));
    }
    if (input.has(ReportPart.MARKETS) && !input.markets().isEmpty()) {
      tables.put("markets", EvaluationStore.marketTable(input.markets()));
    }
    if (input.has(ReportPart.RESULT)) {
      tables.put("comparison", comparison(evaluated.pairings()));
    }
    if (input.has(ReportPart.CLONE) && input.cloneEvaluation() != null) {
      tables.put("clone", CloneSection.criteria(input.cloneEvaluation()));
    }
    if (input.has(ReportPart.WINDOWS)) {
      tables.put("windows", windows(evaluated.pairings()));
    }
    if (input.has(ReportPart.RISK)) {
      tables.put("drawdowns", RiskSection.drawdowns(evaluated));
      tables.put("calendar", RiskSection.calendar(evaluated));
    }
    if (input.has(ReportPart.METRICS)) {
      tables.put("differences", differences(evaluated.pairings()));
    }
    if (input.has(ReportPart.MARKOUTS)) {
      tables.put("markouts", markouts(evaluated));
    }
    if (input.has(ReportPart.QUOTING)) {
      QuotingSection quoting = new QuotingSection(evaluated);
      tables.put("quoting", quoting.figures());
      tables.put("distributions", quoting.distributions());
    }
    if (input.has(ReportPart.LUCK)) {
      tables.put("luck", LuckSection.table(evaluated));
    }
    if (input.has(ReportPart.TRAINING)) {
      tables.put("training", training(input.curves()));
      if (!input.findings().isEmpty()) {
        tables.put("findings", FindingSection.table(input.findings()));
      }
    }
    if (input.has(ReportPart.RUN)) {
      tables.put("facts", RunSection.facts(input));
      tables.put("definitions", RunSection.definitions());
    }
    return tables;
  }

  private static Table comparison(List<Pairing> pairings) {
    return new Table(
        List.of(
            "baseline",
            "n",
            "mean",
            "sd",
            "t",
            "p_two_sided",
            "ci_low",
            "ci_high",
            "wilcoxon_w",
            "wilcoxon_p_greater",
            "bootstrap_low",
            "bootstrap_high",
            "interquartile_mean",
            "probability_of_improvement",
            "agent_mean_trades",
            "baseline_mean_trades"),
        pairings.stream().map(ReportTables::comparison).toList());
  }

  private static List<String> comparison(Pairing p) {
    PairedT t = p.test();
    return row(
        p.baseline(),
        t.n(),
        t.mean(),
        t.sd(),
        t.t(),
        t.p(),
        t.low(),
        t.high(),
        p.wilcoxon().w(),
        p.wilcoxon().p(),
        p.bootstrap().low(),
        p.bootstrap().high(),
        p.interquartileMean(),
        p.probabilityOfImprovement(),
        p.agentMeanFills(),
        p.baselineMeanFills());
  }

  private static Table windows(List<Pairing> pairings) {
    List<List<String>> rows = new ArrayList<>();
    for (Pairing p : pairings) {
      for (WindowDifference w : p.windows()) {
        rows.add(
            row(
                p.baseline(),
                w.window(),
                w.agentPnl(),
                w.baselinePnl(),
                w.difference(),
                w.agentFills(),
                w.baselineFills()));
      }
    }
    return new Table(
        List.of(
            "baseline",
            "window",
            "agent_pnl",
            "baseline_pnl",
            "difference",
            "agent_trades",
            "baseline_trades"),
        rows);
  }

  private static Table differences(List<Pairing> pairings) {
    List<List<String>> rows = new ArrayList<>();
    for (Pairing p : pairings) {
      for (MetricDifference d : p.metrics()) {
        PairedT t = d.test();
        rows.add(
            row(
                p.baseline(),
                d.metric(),
                t.n(),
                d.agentMean(),
                d.baselineMean(),
                t.mean(),
                t.low(),
                t.high(),
                t.p()));
      }
    }
    return new Table(
        List.of(
            "baseline",
            "metric",
            "n",
            "agent_mean",
            "baseline_mean",
            "difference",
            "ci_low",
            "ci_high",
            "p_two_sided"),
        rows);
  }

  private static Table markouts(Evaluated evaluated) {
    List<List<String>> rows = new ArrayList<>();
    for (String policy : evaluated.policies()) {
      for (Markouts.Point p : evaluated.markouts(policy).points()) {
        rows.add(
            row(
                policy,
                p.horizonMs(),
                p.fills(),
                p.effective(),
                p.impact(),
                p.realised(),
                p.margin()));
      }
    }
    return new Table(
        List.of(
            "policy", "horizon_ms", "fills", "effective", "impact", "realised", "ci_half_width"),
        rows);
  }

  private static Table training(List<Curve> curves) {
    List<List<String>> rows = new ArrayList<>();
    for (Curve curve : curves) {
      for (int i = 0; i < curve.step().length; i++) {
        rows.add(row(curve.name(), curve.step()[i], curve.value()[i]));
      }
    }
    return new Table(List.of("curve", "step", "value"), rows);
  }

  private static List<String> row(Object... cells) {
    return List.of(cells).stream().map(Object::toString).toList();
  }
}
