package io.makerbench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.evaluate.CloneEvaluation;
import io.makerbench.evaluate.Rollouts;
import io.makerbench.learn.cloning.ActionErrors;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The part of a report that holds a clone against its expert. */
class CloneSectionTest {
  private static final ActionErrors ERRORS =
      new ActionErrors(
          8,
          0.09,
          0.25,
          0.3,
          0.5,
          List.of(0.08, 0.1),
          List.of(0.2, 0.3),
          List.of(0.4, 0.5),
          List.of(0.24, 0.26));

  private static Rollouts played(String policy, double first, double second) {
    return new Rollouts(
        policy,
        new double[] {first, second},
        new double[] {1, 3},
        new boolean[] {true, false},
        new int[] {5, 10});
  }

  private static ReportInput input(CloneEvaluation clone, Set<ReportPart> parts) {
    return new ReportInput(
        "clone",
        "cloning",
        "makerbench run",
        "{}",
        new LinkedHashMap<>(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        clone,
        1,
        List.of(),
        parts);
  }

  private static CloneEvaluation failing() {
    Map<String, String> conditions = new LinkedHashMap<>();
    conditions.put("mode", "published");
    conditions.put("preset", "full");
    conditions.put("rollout_seed", "11");
    return CloneEvaluation.of(
        "cloning",
        "modulating",
        conditions,
        List.of("spread scale one", "hedge scale"),
        ERRORS,
        List.of(played("cloning", 10, 12), played("modulating", 10, 16)),
        11);
  }

  /** 22/26 is less than nine tenths, 0.25 more than a tenth; the kill rates are equal. */
  @Test
  void aCloneThatFailsIsShownWithConditionsBesideEveryFigure() {
    String page = Report.html(input(failing(), EnumSet.of(ReportPart.CLONE)));
    assertTrue(page.contains("The clone fails 2 of 3 exit criteria."), page);
    assertTrue(page.contains("spread scale one") && page.contains("hedge scale"));
    assertTrue(page.contains("Mean PnL (quote)"));
    String rests = "Rests on mode published, preset full, rollout seed 11.";
    assertEquals(3, page.split(rests, -1).length - 1, "once below each table");
  }

  @Test
  void theTableHasAllDigits() {
    String json = Report.json(input(failing(), EnumSet.of(ReportPart.CLONE)));
    assertTrue(json.contains("\"criterion\" : \"mean_pnl\""), json);
    assertTrue(json.contains("\"margin\" : -0.15"), json);
  }

  @Test
  void aReportWithoutACloneHasNoSuchPart() {
    ReportInput none = MadeReports.make(1, 50);
    assertFalse(Report.html(none).contains("Clone and expert"));
  }
}
