package io.makerbench.system.venues;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.ConservationCheck;
import io.makerbench.config.InputException;
import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
    Episode episode = play(rules);
    ConservationCheck.accounts(episode);
    return episode;
  }

  private static Episode play(String rules) {
    try (VenuesMarket market = MadeVenues.open(market(rules), tapes)) {
      return market.run(market.baseline("symmetric_l1"), market.evaluationWindows().getFirst());
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
  void fundingIsPaidOnceOnThePositionAtItsTime() throws IOException {
    Path file =
        Files.writeString(
            tapes.resolve("rates.csv"),
            "Date,Funding Rate\n2024-01-01 00:00:05,0.5\n2024-01-01 03:00:35,0.01\n");
    String funding = "\"funding\": {\"history\": \"%s\", \"utc_offset_hours\": 3},".formatted(file);
    Episode without = run("");
    Episode with = play(funding);
    assertEquals(times(without), times(with));
    long due = Instant.parse("2024-01-01T00:00:35Z").getEpochSecond() * 1_000_000_000;
    double held = 0;
    for (Fill fill : with.fills()) {
      held += fill.timeNs() <= due ? fill.side().sign() * fill.quantity() : 0;
    }
    assertNotEquals(0, held);
    int tick = 0;
    while (with.timeNs()[tick] < due) {
      tick++;
    }
    double expected = -held * with.mid()[tick] * 0.01;
    double paid = with.realisedPnl() - without.realisedPnl();
    assertEquals(expected, paid, Math.abs(expected) * 1e-3);
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
