package io.makerbench.system.venues;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.ConservationCheck;
import io.makerbench.config.InputException;
import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of a market that a configuration changes, in whole passages of a made one. */
class MarketRulesTest {
  private static final String MODEL = "{\"model\": \"log-normal\", \"extra_median_micros\": 20000}";

  @TempDir static Path tapes;

  private static String market(String rules) {
    return """
    {"markets": [
       {"recording": {"dataset": "synthetic", "synthetic": {"seconds": 60}}, %s
        "order_size": 0.02, "max_inventory": 0.05, "cost_in_bps": -0.1}],
     "evaluation_intervals": [{"start": "2024-01-01 00:00:20", "end": "2024-01-01 00:00:50"}]}\
    """
        .formatted(rules);
  }

  private static Episode run(String rules) {
    try (VenuesMarket market = MadeVenues.open(market(rules), tapes)) {
      Episode episode =
          market.run(market.baseline("symmetric_l1"), market.evaluationWindows().getFirst());
      ConservationCheck.accounts(episode);
      return episode;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"fill_rule\": \"probability\", \"probability\": {\"exponent\": 2},",
        "\"order_latency\": " + MODEL + ",",
        "\"feed_latency\": {\"source\": \"model\", \"micros\": 90000, \"model\": " + MODEL + "},",
        "\"min_notional\": 1e7,"
      })
  void everyRuleChangesWhatHappensAndIsNamed(String rule) {
    Episode usual = run("");
    Episode changed = run(rule);
    assertEquals("risk-averse", usual.fillRule());
    assertNotEquals(usual.fillRule(), changed.fillRule());
    assertNotEquals(times(usual), times(changed));
    assertEquals(times(changed), times(run(rule)));
  }

  private static List<Long> times(Episode episode) {
    return episode.fills().stream().map(Fill::timeNs).toList();
  }

  @Test
  void probabilityBringsAtLeastAsManyFillsAsCaution() {
    Episode cautious = run("");
    Episode shared = run("\"fill_rule\": \"probability\",");
    assertEquals("probability (power 1.0 split)", shared.fillRule());
    assertTrue(shared.fills().size() >= cautious.fills().size());
  }

  @Test
  void ordersBelowTheLeastValueAreCountedAndNeverExecuted() {
    Episode episode = run("\"min_notional\": 1e7,");
    assertTrue(episode.fills().isEmpty());
    assertTrue(episode.refusals() > 10);
  }

  @Test
  void recordedLatencyNeedsItsFile() {
    String message =
        assertThrows(
                InputException.class, () -> run("\"order_latency\": {\"model\": \"recorded\"},"))
            .getMessage();
    assertTrue(message.contains("markets[0].order_latency.file"), message);
  }
}
