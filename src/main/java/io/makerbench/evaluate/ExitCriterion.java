package io.makerbench.evaluate;

import io.makerbench.learn.cloning.ActionErrors;
import java.util.stream.IntStream;

/**
 * One of the three criteria a clone must meet to be done, held against its own expert.
 *
 * @param name {@code action_mae}, {@code kill_rate} or {@code mean_pnl}
 * @param passed whether it is met
 * @param rule what is asked, in words
 * @param agent the clone's figure
 * @param expert the expert's
 * @param difference clone − expert, paired
 * @param low lower end of the 95 % confidence interval of the mean difference, by Student's t over
 *     episodes; NaN for fewer than two
 * @param high upper end
 * @param margin how far inside the rule the figure is; negative where it is not met
 */
public record ExitCriterion(
    String name,
    boolean passed,
    String rule,
    double agent,
    double expert,
    double difference,
    double low,
    double high,
    double margin) {
  static final double LARGEST_MAE = 0.1;
  static final double LARGEST_KILL_RATIO = 1.1;
  static final double LEAST_PNL_RATIO = 0.9;

  /** Mean absolute error below {@value #LARGEST_MAE}; an expert's own is 0. */
  static ExitCriterion ofActions(ActionErrors errors) {
    PairedT test = PairedT.of(errors.episodeMae().stream().mapToDouble(d -> d).toArray());
    double margin = LARGEST_MAE - errors.mae();
    return new ExitCriterion(
        "action_mae",
        margin > 0,
        "The mean absolute error of the action on the holdout is below " + LARGEST_MAE + ".",
        errors.mae(),
        0,
        errors.mae(),
        test.low(),
        test.high(),
        margin);
  }

  /** Kill rate at most {@value #LARGEST_KILL_RATIO} times the expert's. */
  static ExitCriterion ofKills(Rollouts clone, Rollouts expert) {
    PairedT test = differences(clone.kills(), expert.kills());
    double ours = Moments.of(clone.kills()).mean();
    double theirs = Moments.of(expert.kills()).mean();
    String rule = "The kill rate is at most " + LARGEST_KILL_RATIO + " times the expert's.";
    double margin = LARGEST_KILL_RATIO * theirs - ours;
    if (theirs == 0) {
      rule =
          "The expert is never killed, so that no ratio is defined: the paired difference of the"
              + " kill rates is not above 0 with 95 % confidence.";
      margin = 0 - test.low();
    }
    return of("kill_rate", rule, ours, theirs, test, margin);
  }

  /** Mean profit at least {@value #LEAST_PNL_RATIO} times the expert's. */
  static ExitCriterion ofProfit(Rollouts clone, Rollouts expert) {
    PairedT test = differences(clone.pnl(), expert.pnl());
    double ours = Moments.of(clone.pnl()).mean();
    double theirs = Moments.of(expert.pnl()).mean();
    String rule = "The mean PnL is at least " + LEAST_PNL_RATIO + " times the expert's.";
    double margin = ours - LEAST_PNL_RATIO * theirs;
    if (!(theirs > 0)) {
      rule =
          "The expert's mean PnL is not positive, so that a share of it asks for nothing: the"
              + " paired difference of the PnL is not below 0 with 95 % confidence.";
      margin = test.high();
    }
    return of("mean_pnl", rule, ours, theirs, test, margin);
  }

  private static ExitCriterion of(
      String name, String rule, double clone, double expert, PairedT test, double margin) {
    return new ExitCriterion(
        name, margin >= 0, rule, clone, expert, test.mean(), test.low(), test.high(), margin);
  }

  private static PairedT differences(double[] ours, double[] theirs) {
    return PairedT.of(
        IntStream.range(0, ours.length).mapToDouble(i -> ours[i] - theirs[i]).toArray());
  }
}
