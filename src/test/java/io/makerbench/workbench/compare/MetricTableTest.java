package io.makerbench.workbench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.evaluate.Comparison;
import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.Metrics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricTableTest {
  private static Metrics row(String policy, String window, double pnl, double drawdown) {
    return new Metrics(
        policy,
        window,
        "cross",
        Map.of(Metric.REALISED_PNL, pnl, Metric.MAX_DRAWDOWN, drawdown, Metric.FILLS, 4.0));
  }

  private static final List<Metrics> ROWS =
      List.of(
          row("dqn", "w1", 3, 2), row("dqn", "w2", 5, 4),
          row("l1", "w1", 1, 1), row("l1", "w2", 2, 1));

  private final MetricTable table =
      MetricTable.of(
          List.of("dqn", "l1"), ROWS, 0, Arrays.asList(Comparison.of("dqn", ROWS, 0), null));

  private MetricTable.Row row(Metric metric) {
    return table.rows().stream().filter(r -> r.metric() == metric).findFirst().orElseThrow();
  }

  @Test
  void meansDifferencesAndTheBest() {
    MetricTable.Row pnl = row(Metric.REALISED_PNL);
    assertEquals(List.of(4.0, 1.5), pnl.means());
    assertEquals(0, pnl.best());
    assertEquals("+2.5", pnl.difference());
    // differences 2 and 3: half-width 12.706 · 0.7071 / √2 = 6.353
    assertEquals("[−3.8531, +8.8531]", pnl.interval());
    assertFalse(pnl.significant());
    assertEquals(1, row(Metric.MAX_DRAWDOWN).best());
  }

  @Test
  void nothingIsBestWhereNothingIsJudgedOrKnown() {
    assertEquals(-1, row(Metric.FILLS).best());
    assertEquals(-1, row(Metric.SHARPE).best());
    assertEquals("–", row(Metric.SHARPE).mean(0));
    assertFalse(row(Metric.SHARPE).isKnown());
    assertTrue(row(Metric.FILLS).isKnown());
  }

  @Test
  void allTestsOfTheTableAreCorrectedTogether() {
    // PnL 2 and 3, drawdown 1 and 3; fills do not vary: two tests
    assertEquals(2, table.tests());
    double p = row(Metric.REALISED_PNL).test().p();
    assertEquals(2 * p, row(Metric.REALISED_PNL).corrected().getFirst(), 1e-12);
    assertTrue(Double.isNaN(row(Metric.REALISED_PNL).corrected().getLast()), "the baseline");
  }

  @Test
  void tableHasARowAMetricAndNumbersInFull() {
    List<String> lines = table.table().toCsv().lines().toList();
    assertEquals("metric,unit,dqn,l1,difference,ci_low,ci_high,p,p_holm", lines.getFirst());
    assertTrue(lines.get(1).startsWith("realised_pnl,quote,4.0,1.5,2.5,-3.853"));
    assertEquals(Metric.values().length + 1, lines.size());
  }
}
