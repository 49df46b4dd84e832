package io.makerbench.report;

import io.makerbench.evaluate.CloneEvaluation;
import io.makerbench.evaluate.ExitCriterion;
import io.makerbench.evaluate.Interval;
import io.makerbench.evaluate.RolloutFigures;
import io.makerbench.evaluate.Table;
import io.makerbench.learn.cloning.ActionErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A clone held against its expert: the exit criteria, errors of its actions, rollouts. */
final class CloneSection {
  private static final int PERCENT = 100;

  private final @Nullable CloneEvaluation clone;

  CloneSection(@Nullable CloneEvaluation clone) {
    this.clone = clone;
  }

  void write(Page page) {
    if (clone == null) {
      return;
    }
    page.section("clone", "Clone and expert", lead(clone));
    verdict(page.markup(), clone);
    page.table(
        List.of("Criterion", "", "Clone", "Expert", "Difference", "95 % interval", "Margin"),
        shown(clone));
    rests(page, clone, "Differences are clone − expert, paired by episode.");
    if (clone.holdout() != null) {
      holdout(page, clone, clone.holdout());
    }
    if (clone.rollout() != null) {
      rollout(page, clone, clone.rollout());
    }
    page.end();
  }

  private static String lead(CloneEvaluation clone) {
    return "Does %s do what %s does, where it did not learn?"
        .formatted(clone.agent(), clone.expert());
  }

  private static void verdict(Markup m, CloneEvaluation clone) {
    long failed = clone.exitCriteria().stream().filter(c -> !c.passed()).count();
    int all = clone.exitCriteria().size();
    m.line().open("div", "class", "verdict " + (failed == 0 ? "good" : "bad"));
    m.element(
        "h3",
        failed == 0
            ? "The clone meets all %d exit criteria that were looked at.".formatted(all)
            : "The clone fails %d of %d exit criteria.".formatted(failed, all));
    m.open("ul");
    clone.exitCriteria().forEach(c -> m.element("li", verdict(c) + ": " + c.rule()));
    m.close().close();
  }

  private static String label(ExitCriterion criterion) {
    return switch (criterion.name()) {
      case "action_mae" -> "Mean absolute error of the action";
      case "kill_rate" -> "Kill rate (share of episodes)";
      case "mean_pnl" -> "Mean PnL (quote)";
      default -> criterion.name();
    };
  }

  private static String verdict(ExitCriterion criterion) {
    return criterion.passed() ? "Passed" : "Failed";
  }

  /** What the figures above it rest on. */
  private static void rests(Page page, CloneEvaluation clone, String caption) {
    String conditions =
        clone.conditions().entrySet().stream()
            .map(e -> e.getKey().replace('_', ' ') + " " + e.getValue())
            .collect(Collectors.joining(", "));
    page.markup().element("p", caption + " Rests on " + conditions + ".", "class", "small");
  }

  private static Table shown(CloneEvaluation clone) {
    List<List<String>> rows = new ArrayList<>();
    for (ExitCriterion c : clone.exitCriteria()) {
      rows.add(
          List.of(
              label(c),
              verdict(c),
              Figures.number(c.agent()),
              Figures.number(c.expert()),
              Figures.signed(c.difference()),
              Figures.interval(new Interval(c.low(), c.high())),
              Figures.signed(c.margin())));
    }
    return new Table(
        List.of("criterion", "result", "clone", "expert", "difference", "interval", "margin"),
        rows);
  }

  private static void holdout(Page page, CloneEvaluation clone, ActionErrors errors) {
    page.markup().element("h3", "Actions on the holdout");
    page.table(
        List.of("Number of the action", "MSE", "MAE", "Largest error"), perNumber(clone, errors));
    rests(
        page,
        clone,
        "Over %s decisions, in the numbers of datasets; the square root of the MSE is %s."
            .formatted(Figures.number(errors.nSamples()), Figures.number(errors.rmse())));
  }

  private static Table perNumber(CloneEvaluation clone, ActionErrors errors) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "all",
            Figures.number(errors.mse()),
            Figures.number(errors.mae()),
            Figures.number(errors.maxError())));
    for (int i = 0; i < errors.perDimMae().size(); i++) {
      rows.add(
          List.of(
              clone.actionNames().get(i),
              Figures.number(errors.perDimMse().get(i)),
              Figures.number(errors.perDimMae().get(i)),
              Figures.number(errors.perDimMaxError().get(i))));
    }
    return new Table(List.of("number", "mse", "mae", "max_error"), rows);
  }

  private static void rollout(Page page, CloneEvaluation clone, CloneEvaluation.Rollout rollout) {
    page.markup().element("h3", "The same episodes");
    RolloutFigures ours = rollout.agent();
    RolloutFigures theirs = rollout.expert();
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("Mean PnL (quote)", ours.meanPnl(), theirs.meanPnl()));
    rows.add(row("Standard deviation of the PnL (quote)", ours.stdPnl(), theirs.stdPnl()));
    rows.add(row("Smallest PnL (quote)", ours.minPnl(), theirs.minPnl()));
    rows.add(row("Largest PnL (quote)", ours.maxPnl(), theirs.maxPnl()));
    rows.add(row("Kill rate (%)", PERCENT * ours.killRate(), PERCENT * theirs.killRate()));
    rows.add(row("Mean length (decisions)", ours.meanLength(), theirs.meanLength()));
    rows.add(row("Mean max drawdown (quote)", ours.meanMaxDrawdown(), theirs.meanMaxDrawdown()));
    rows.add(row("Worst drawdown (quote)", ours.worstDrawdown(), theirs.worstDrawdown()));
    page.table(
        List.of("", clone.agent(), clone.expert()),
        new Table(List.of("figure", "clone", "expert"), rows));
    rests(
        page,
        clone,
        "Deterministic actions in %d episodes that no training meets."
            .formatted(rollout.numEpisodes()));
  }

  private static List<String> row(String name, double ours, double theirs) {
    return List.of(name, Figures.number(ours), Figures.number(theirs));
  }

  /** The criteria with all digits. */
  static Table criteria(CloneEvaluation clone) {
    List<List<String>> rows = new ArrayList<>();
    for (ExitCriterion c : clone.exitCriteria()) {
      rows.add(
          List.of(
              c.name(),
              Boolean.toString(c.passed()),
              Double.toString(c.agent()),
              Double.toString(c.expert()),
              Double.toString(c.difference()),
              Double.toString(c.low()),
              Double.toString(c.high()),
              Double.toString(c.margin())));
    }
    return new Table(
        List.of(
            "criterion", "passed", "clone", "expert", "difference", "ci_low", "ci_high", "margin"),
        rows);
  }
}
