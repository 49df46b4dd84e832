package io.makerbench.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.RecordedData;
import io.makerbench.config.InputException;
import io.makerbench.experiment.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OraclesTest {
  private static final Settings SETTINGS = new Settings(Path.of("home"), null, Path.of("runs"));

  @ParameterizedTest
  @CsvSource({"glft, 18", "cjp, 4", "psr, 4"})
  void closedFormsAgreeWithEveryPublishedNumber(String name, int numbers) {
    List<Finding> findings = Oracles.published(Oracles.named(name, SETTINGS)).toList();
    assertEquals(numbers, findings.size());
    findings.forEach(finding -> assertTrue(finding.agrees(), finding::toString));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.1", "0.01"})
  void simulatedTablesAgreeWithinThreeStandardErrors(String gamma) {
    List<Finding> findings =
        Oracles.set(
                Oracles.named("avellaneda-stoikov", SETTINGS),
                List.of("gamma=" + gamma, "paths=20000"))
            .toList();
    assertEquals(2 * (1 + 2 * 3), findings.size(), "spread, and three figures from two sources");
    findings.forEach(finding -> assertTrue(finding.agrees(), finding::toString));
  }

  @ParameterizedTest
  @CsvSource({"mu=1, alpha=1, beta=2", "mu=0.2, alpha=0.9, beta=1", "mu=0.01, alpha=0, beta=9"})
  void aHawkesProcessDoesWhatIsKnownOfIt(String mu, String alpha, String beta) {
    List<Finding> findings =
        Oracles.set(Oracles.named("hawkes", SETTINGS), List.of(mu, alpha, beta)).toList();
    assertEquals(alpha.equals("alpha=0") ? 5 : 8, findings.size());
    findings.forEach(finding -> assertTrue(finding.agrees(), finding::toString));
  }

  @Test
  void anUnpublishedCaseIsReckonedAndSaysSo() {
    List<Finding> findings =
        Oracles.set(Oracles.named("cjp", SETTINGS), List.of("lambda=50", "q=3")).toList();
    Finding value = findings.getFirst();
    assertNull(value.published());
    assertNull(value.agrees());
    assertEquals(
        "lambda=50 kappa=1.5 T=1 phi=0.01 alpha=0.001 Q=100 q=3", value.values(), "the case");
    assertTrue(value.ours() > 0 && value.ours() < 2 * 50 / Math.E / 1.5);
  }

  @Test
  void aCaseSetToAPublishedOneFindsItsNumber() {
    List<Finding> findings =
        Oracles.set(Oracles.named("glft", SETTINGS), List.of("sigma=0.4", "q=20")).toList();
    assertEquals(5.11973075, findings.getFirst().published());
    assertTrue(findings.getFirst().agrees());
  }

  @Test
  void aNumberThatIsOffIsSaidToBe() {
    Published published = Published.printed(Map.of(), "depth", "a book", "3.31304541", 0);
    OracleCase none = new OracleCase(Map.of());
    assertFalse(Finding.closedForm("glft", none, published, 3.31305).agrees());
    assertTrue(Finding.closedForm("glft", none, published, 3.313046).agrees());
    assertFalse(Finding.simulation("glft", none, published, 3.4, 0.02).agrees());
  }

  @ParameterizedTest
  @CsvSource({
    "glft, sigm=1, 'no such key; known are sigma, A, k, gamma, T, Q, q'",
    "glft, sigma, takes key=value",
    "glft, sigma=high, a number from 0 to 1000000",
    "glft, Q=2.5, a whole number from 1 to 1000",
    "glft, q=31, here from -30 to 30",
    "cjp, lambda=NaN, a number from",
    "hawkes, alpha=3, alpha must be below beta",
    "hawkes, mu=1000000, choose a smaller mu",
    "avellaneda-stoikov, dt=0.3, a whole number of steps",
  })
  void wrongSettingsNameWhatIsAllowed(String name, String setting, String message) {
    Oracle oracle = Oracles.named(name, SETTINGS);
    InputException wrong =
        assertThrows(InputException.class, () -> Oracles.set(oracle, List.of(setting)).toList());
    assertTrue(String.valueOf(wrong.getMessage()).contains(message), wrong::getMessage);
  }

  @Test
  void anUnknownOracleNamesThoseThereAre() {
    InputException wrong =
        assertThrows(InputException.class, () -> Oracles.named("delphi", SETTINGS));
    assertTrue(String.valueOf(wrong.getMessage()).contains("glft, cjp"), wrong::getMessage);
  }

  @Test
  void aReplayAgreesWithTheReferenceEngine(@TempDir Path home) {
    Path data = RecordedData.require("tardis");
    Settings settings = new Settings(home, data, home);
    List<Finding> findings = Oracles.published(Oracles.named("reference-fills", settings)).toList();
    assertEquals(2 * 8, findings.size());
    findings.forEach(finding -> assertTrue(finding.agrees(), finding::toString));
  }

  @Test
  void withoutRecordingsTheReplaySaysWhatItNeeds() {
    Oracle oracle = Oracles.named("reference-fills", SETTINGS);
    InputException wrong =
        assertThrows(InputException.class, () -> Oracles.published(oracle).toList());
    assertTrue(String.valueOf(wrong.getMessage()).contains("MAKERBENCH_DATA"), wrong::getMessage);
  }
}
