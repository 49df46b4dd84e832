package io.makerbench.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.learn.cloning.ActionErrors;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The exit criteria of clones, by hand. */
class CloneEvaluationTest {
  private static final double EXACT = 1e-12;

  private static Rollouts played(double[] pnl, boolean... killed) {
    int[] length = new int[pnl.length];
    return new Rollouts("somebody", pnl, new double[pnl.length], killed, length);
  }

  private static boolean[] kills(int killed, int episodes) {
    boolean[] kills = new boolean[episodes];
    for (int i = 0; i < killed; i++) {
      kills[i] = true;
    }
    return kills;
  }

  private static ExitCriterion kills(int ours, int theirs, int episodes) {
    double[] pnl = new double[episodes];
    return ExitCriterion.ofKills(
        played(pnl, kills(ours, episodes)), played(pnl, kills(theirs, episodes)));
  }

  private static ExitCriterion profit(double[] ours, double[] theirs) {
    return ExitCriterion.ofProfit(
        played(ours, new boolean[ours.length]), played(theirs, new boolean[theirs.length]));
  }

  private static ActionErrors errors(double mae, Double... episodes) {
    return new ActionErrors(
        4, mae * mae, mae, mae, mae, List.of(0.0), List.of(mae), List.of(mae), List.of(episodes));
  }

  @Test
  void killsMayBeATenthMoreThanTheExperts() {
    ExitCriterion same = kills(10, 10, 100);
    assertTrue(same.passed());
    assertEquals(0.1, same.agent(), EXACT);
    assertEquals(0.01, same.margin(), EXACT);
    assertTrue(kills(11, 10, 100).passed());
    ExitCriterion more = kills(12, 10, 100);
    assertFalse(more.passed());
    assertEquals(-0.01, more.margin(), EXACT);
    assertEquals(0.02, more.difference(), EXACT);
    assertTrue(more.rule().contains("1.1 times"), more.rule());
  }

  /** Differences of one kill in three: mean 1/3, sd 1/√3, so 1/3 ± 4.302653 × 1/3. */
  @Test
  void whereTheExpertIsNeverKilledThePairedDifferenceDecides() {
    ExitCriterion one = kills(1, 0, 3);
    assertTrue(one.passed(), "one of three may be chance");
    assertEquals((1 - 4.302653) / 3, one.low(), 1e-6);
    assertEquals((1 + 4.302653) / 3, one.high(), 1e-6);
    assertTrue(one.rule().contains("paired difference"), one.rule());
    assertFalse(kills(10, 0, 20).passed(), "half of twenty is not");
    ExitCriterion none = kills(0, 0, 5);
    assertTrue(none.passed());
    assertEquals(0, none.margin());
  }

  @Test
  void profitMustBeNineTenthsOfTheExperts() {
    double[] theirs = {8, 12};
    ExitCriterion enough = profit(new double[] {9.5, 9.5}, theirs);
    assertTrue(enough.passed());
    assertEquals(0.5, enough.margin(), EXACT);
    assertEquals(-0.5, enough.difference(), EXACT);
    ExitCriterion short_ = profit(new double[] {8, 9}, theirs);
    assertFalse(short_.passed());
    assertEquals(-0.5, short_.margin(), EXACT);
  }

  @Test
  void whereTheExpertLosesThePairedDifferenceDecides() {
    double[] theirs = {-10, -12, -11, -9};
    ExitCriterion worse = profit(new double[] {-15, -17.5, -16, -14}, theirs);
    assertFalse(worse.passed(), "nine tenths of a loss would be no bar, the difference is");
    assertTrue(worse.high() < 0);
    assertEquals(worse.high(), worse.margin());
    assertTrue(worse.rule().contains("paired difference"), worse.rule());
    assertTrue(profit(new double[] {-9, -13, -12, -8}, theirs).passed());
  }

  @Test
  void actionsAreHeldToATenth() {
    ExitCriterion near = ExitCriterion.ofActions(errors(0.03, 0.02, 0.04));
    assertTrue(near.passed());
    assertEquals(0.07, near.margin(), EXACT);
    // sd 0.01·√2 of two, so an error of 0.01 and t = 12.7062
    assertEquals(0.03 - 0.127062, near.low(), 1e-6);
    assertFalse(ExitCriterion.ofActions(errors(0.1, 0.1, 0.1)).passed());
  }

  @Test
  void whatWasNotLookedAtHasNoCriterion() {
    Map<String, String> rests = Map.of("mode", "corrected");
    CloneEvaluation holdout =
        CloneEvaluation.of(
            "clone", "expert", rests, List.of("n"), errors(0.2, 0.2), Collections.emptyList(), 1);
    assertEquals(1, holdout.exitCriteria().size());
    assertFalse(holdout.passed());
    Rollouts played = played(new double[] {1, 2}, false, false);
    CloneEvaluation rollout =
        CloneEvaluation.of(
            "clone", "expert", rests, List.of("n"), null, List.of(played, played), 1);
    assertEquals(2, rollout.exitCriteria().size());
    assertTrue(rollout.passed());
  }

  @Test
  void whatIsReadIsWhatWasWritten() {
    Rollouts ours = played(new double[] {1.25, 2}, true, false);
    Rollouts theirs = played(new double[] {-1, -2}, false, false);
    CloneEvaluation evaluation =
        CloneEvaluation.of(
            "clone",
            "expert",
            Map.of("mode", "corrected"),
            List.of("n"),
            errors(0.2, 0.2),
            List.of(ours, theirs),
            7);
    String json = evaluation.toJson();
    assertEquals(evaluation, CloneEvaluation.fromJson(json, "test"));
    assertTrue(json.contains("\"kill_rate_ratio\" : \"NaN\""), json);
    assertTrue(json.contains("\"per_dim_mae\""), json);
    assertThrows(InputException.class, () -> CloneEvaluation.fromJson("{\"agent\": 1", "test"));
  }
}
