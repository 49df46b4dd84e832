package io.makerbench.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static Metrics row(String policy, String window, String rule, double pnl) {
    return new Metrics(
        policy, window, rule, Map.of(Metric.REALISED_PNL, pnl, Metric.FILLS, 10 + pnl));
  }

  private static Metrics row(String policy, String window, double pnl) {
    return row(policy, window, "cross", pnl);
  }

  @Test
  void windowsArePairedByNameWhateverTheirOrder() {
    Comparison comparison =
        Comparison.of(
            "dqn",
            List.of(row("dqn", "a", 5), row("dqn", "b", 7), row("l1", "b", 3), row("l1", "a", 4)),
            1);
    Pairing pairing = comparison.pairings().getFirst();
    assertEquals("l1", pairing.baseline());
    assertEquals(new WindowDifference("a", 5, 4, 1, 15, 14), pairing.windows().getFirst());
    assertEquals(2.5, pairing.test().mean());
    assertEquals(16, pairing.agentMeanFills());
    assertEquals(13.5, pairing.baselineMeanFills());
    assertEquals(0.25, pairing.wilcoxon().p());
    assertEquals(1, pairing.probabilityOfImprovement());
    assertEquals("cross", comparison.fillRule());
  }

  @Test
  void everyMetricIsComparedWhereBothHaveIt() {
    List<Metrics> rows =
        List.of(
            row("dqn", "a", Double.NaN),
            row("dqn", "b", 7),
            row("dqn", "c", 9),
            row("l1", "a", 1),
            row("l1", "b", 1),
            row("l1", "c", 1));
    List<MetricDifference> metrics = Comparison.of("dqn", rows, 1).pairings().getFirst().metrics();
    assertEquals(Metric.values().length, metrics.size());
    MetricDifference pnl = metrics.getFirst();
    assertEquals("realised_pnl", pnl.metric());
    assertEquals(2, pnl.test().n());
    assertEquals(8, pnl.agentMean());
    assertEquals(7, pnl.test().mean());
  }

  @Test
  void unpairedWindowIsNamedWithWhoLacksIt() {
    List<Metrics> rows = List.of(row("dqn", "a", 5), row("dqn", "b", 7), row("l1", "a", 3));
    InputException e = assertThrows(InputException.class, () -> Comparison.of("dqn", rows, 1));
    assertTrue(e.getMessage().startsWith("The window b of dqn is unpaired: l1"), e::getMessage);
    InputException other = assertThrows(InputException.class, () -> Comparison.of("l1", rows, 1));
    assertTrue(other.getMessage().startsWith("The window b of dqn"), other::getMessage);
  }

  @Test
  void repeatedWindowAbsentAgentAndMixedRulesAreRefused() {
    List<Metrics> twice = List.of(row("dqn", "a", 5), row("dqn", "a", 7));
    assertTrue(refusal(twice, "dqn").contains("twice"));
    assertTrue(refusal(List.of(row("dqn", "a", 5)), "ppo").contains("ppo"));
    List<Metrics> mixed = List.of(row("dqn", "a", 5), row("l1", "a", "touch", 7));
    assertTrue(refusal(mixed, "dqn").contains("touch"));
  }

  private static String refusal(List<Metrics> rows, String agent) {
    return assertThrows(InputException.class, () -> Comparison.of(agent, rows, 1)).getMessage();
  }

  @Test
  void agentAloneHasNoPairings() {
    assertEquals(List.of(), Comparison.of("dqn", List.of(row("dqn", "a", 5)), 1).pairings());
  }

  @Test
  void jsonIsSnakeCaseAndComesBack() {
    List<Metrics> rows =
        IntStream.range(0, 8)
            .boxed()
            .flatMap(i -> List.of(row("dqn", "w" + i, i * i), row("l1", "w" + i, 2 * i)).stream())
            .toList();
    Comparison comparison = Comparison.of("dqn", rows, 1);
    String json = comparison.toJson();
    assertTrue(json.contains("\"probability_of_improvement\""), json);
    assertEquals(comparison, Comparison.fromJson(json, "text"));
    assertThrows(InputException.class, () -> Comparison.fromJson("{", "text"));
  }
}
