package io.makerbench.flow;

import static io.makerbench.flow.Models.covers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.RecordedData;
import io.makerbench.config.InputException;
import io.makerbench.random.RandomStream;
import io.makerbench.tape.ImportOptions;
import io.makerbench.tape.ImportProgress;
import io.makerbench.tape.Importer;
import io.makerbench.tape.Tape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Estimators must find the parameters of the flow they look at. */
class CalibratorTest {
  private static final double MID = 50_000.5;

  @TempDir Path folder;

  private static Calibrator.Outcome calibrated(OrderFlowModel model, double seconds, int copy) {
    RandomStream random = RandomStream.named(5, "calibrated", copy);
    return Calibrator.calibrate(model.start(MID, random), seconds, 1);
  }

  private static FlowRecord measured(OrderFlowModel model, double seconds) {
    FlowRecord record = new FlowRecord();
    RandomStream random = RandomStream.named(5, "measured", 0);
    ModelRun.observe(model.start(MID, random), seconds, record.observer());
    return record;
  }

  @Test
  void poissonFlowFindsItsParametersWithinTheirIntervals() {
    Calibration found = calibrated(Models.poisson(), 2000, 0).calibration();
    assertTrue(covers(found.buysPerSecond(), 3), found.buysPerSecond().toString());
    assertTrue(covers(found.sellsPerSecond(), 2), found.sellsPerSecond().toString());
    for (Volatility volatility : found.volatility()) {
      assertTrue(covers(volatility.sigmaTicksPerSqrtSecond(), 2), volatility.toString());
    }
    FillIntensity reach = Objects.requireNonNull(found.fillIntensity());
    assertTrue(covers(reach.kPerTick(), 0.4), reach.kPerTick().toString());
    double a = 2.5 * Math.exp(0.4 * 0.5);
    assertTrue(covers(reach.aPerSecond(), a), reach.aPerSecond() + " for " + a);
    assertEquals(0.5, reach.nearestTicks(), 0);
    assertEquals(1, reach.overdispersion(), 0.7);
    assertTrue(Objects.requireNonNull(found.poissonResiduals()).p() > 0.01);
    assertEquals(5, Objects.requireNonNull(found.marketSizes()).medianLots().value(), 1e-9);
    assertNull(found.models().zeroIntelligence());
    assertNull(found.models().queueReactive());
    assertEquals(2, found.notes().size());
  }

  @Test
  void hawkesFlowFindsItsParametersWithinTheirIntervals() {
    int covered = 0;
    int paths = 12;
    for (int copy = 0; copy < paths; copy++) {
      MutualHawkesFit fit = mutualFit(copy, 1000);
      covered += covers(fit.buysPerSecond(), 1) ? 1 : 0;
      covered += covers(fit.sellsPerSecond(), 1.5) ? 1 : 0;
      covered += covers(fit.alphaSelfPerSecond(), 2) ? 1 : 0;
      covered += covers(fit.alphaCrossPerSecond(), 1) ? 1 : 0;
      covered += covers(fit.betaPerSecond(), 6) ? 1 : 0;
      assertEquals(0.5, fit.process().branching(), 0.1);
    }
    assertTrue(covered >= 53, covered + " of " + 5 * paths + " intervals hold the true value");
  }

  private static MutualHawkesFit mutualFit(int copy, double seconds) {
    Arrivals.Recorder recorder = new Arrivals.Recorder();
    RandomStream random = RandomStream.named(9, "mutual", copy);
    ModelRun.observe(Models.hawkes().start(MID, random), seconds, recorder);
    Arrivals arrivals = recorder.arrivals(seconds);
    return MutualHawkesFit.of(arrivals, HawkesFit.of(arrivals.times(), seconds));
  }

  @Test
  void hawkesExplainsAClusteredFlowThatPoissonDoesNot() {
    Calibration found = calibrated(Models.hawkes(), 1000, 0).calibration();
    double poisson = Objects.requireNonNull(found.poissonResiduals()).statistic();
    double hawkes = Objects.requireNonNull(found.hawkesResiduals()).statistic();
    assertTrue(hawkes < poisson / 2, hawkes + " against " + poisson);
  }

  @Test
  void zeroIntelligenceFlowFindsItsRates() {
    ZeroIntelligenceModel model = Models.zeroIntelligence();
    ZeroIntelligenceModel found = measured(model, 1500).resting.model(1500);
    for (int i = 0; i < 20; i++) {
      double limits = model.limitsPerSecond()[i];
      double error = Math.sqrt(limits / (2 * 1500));
      assertEquals(limits, found.limitsPerSecond()[i], 4 * error, "limits at " + (i + 1));
      double cancels = model.cancelsPerSecond()[i];
      assertEquals(cancels, found.cancelsPerSecond()[i], 0.2 * cancels, "cancels at " + (i + 1));
    }
    assertEquals(0, found.limitsPerSecond()[20], 0);
    assertEquals(1.5, found.marketsPerSecond(), 0.1);
    assertEquals(4, found.limitSizes().mean(), 0.1);
  }

  @Test
  void aModelCalibratedOnItselfLooksLikeItself() {
    GoodnessOfFit goodness = calibrated(Models.zeroIntelligence(), 300, 0).goodness();
    for (String fact : goodness.distances().get("zero-intelligence").keySet()) {
      double own = distance(goodness, "zero-intelligence", fact);
      assertTrue(own < 0.12, fact + " of the same model: " + own);
    }
    double foreign = distance(goodness, "poisson", "returns_ticks");
    assertTrue(foreign > 0.12, "a mid that diffuses is another one: " + foreign);
  }

  private static double distance(GoodnessOfFit goodness, String model, String fact) {
    return goodness.distances().get(model).get(fact).kolmogorovSmirnov().value();
  }

  @Test
  void queueReactiveFlowFindsItsRates() {
    QueueReactiveModel model = Models.queueReactive();
    FlowRecord record = measured(model, 4000);
    assertTrue(record.queues.complete());
    QueueReactiveModel found = record.queues.model(4000, 1);
    for (int c = 0; c < 5; c++) {
      assertEquals(6, found.limitsPerSecond()[c], 0.5, "limits, class " + c);
      double cancels = model.cancelsPerSecond()[c];
      assertEquals(cancels, found.cancelsPerSecond()[c], 0.15 * cancels + 0.1, "cancels " + c);
      double markets = model.marketsPerSecond()[c];
      assertEquals(markets, found.marketsPerSecond()[c], 0.15 * markets + 0.1, "markets " + c);
    }
    assertEquals(1, found.spreadTicks());
    assertEquals(1.5, found.meanMoveTicks(), 0.05);
  }

  @Test
  void theSameSeedGivesTheSameFile() {
    String first = CalibrationFile.text(calibrated(Models.zeroIntelligence(), 60, 1));
    String second = CalibrationFile.text(calibrated(Models.zeroIntelligence(), 60, 1));
    assertEquals(first, second);
    assertTrue(!first.contains("NaN"));
  }

  @Test
  void modelsAreReadBackAsTheyWereWritten() {
    Path file = folder.resolve("calibration.json");
    Calibrator.Outcome outcome = calibrated(Models.zeroIntelligence(), 200, 1);
    CalibrationFile.write(file, outcome);
    FlowModels read = CalibrationFile.models(file);
    EventLog expected = new EventLog();
    EventLog actual = new EventLog();
    for (FlowModelName name : FlowModelName.values()) {
      run(outcome.calibration().models(), name, expected);
      run(read, name, actual);
    }
    assertEquals(expected.lines.toString(), actual.lines.toString());
  }

  private static void run(FlowModels models, FlowModelName name, EventLog log) {
    OrderFlowModel model = models.model(name);
    assertNotNull(model, name.toString());
    model.start(MID, RandomStream.named(3, "read", 0)).advance(20, log);
  }

  @Test
  void aFileThatIsNoCalibrationIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("other.json"), "{\"models\": {\"poisson\": 1}}");
    InputException e = assertThrows(InputException.class, () -> CalibrationFile.models(file));
    assertTrue(e.getMessage().contains("other.json"), e.getMessage());
    Path empty = Files.writeString(folder.resolve("empty.json"), "{}");
    assertThrows(InputException.class, () -> CalibrationFile.models(empty));
  }

  private Tape imported(String... names) {
    List<Path> files =
        List.of(names).stream()
            .map(name -> RecordedData.require("tardis/" + name + ".csv.gz"))
            .toList();
    Path tape = folder.resolve("recorded.tape");
    Importer.run(files, tape, ImportOptions.usual(), ImportProgress.NONE);
    return Tape.open(tape);
  }

  @Test
  void aRecordingIsCalibratedOn() {
    try (Tape tape =
        imported(
            "binance-futures_incremental_book_L2_2024-08-08_BTCUSDT",
            "binance-futures_trades_2024-08-08_BTCUSDT")) {
      Calibrator.Outcome outcome = Calibrator.calibrate(tape, Set.of(), 1);
      Calibration found = outcome.calibration();
      assertEquals(344.6, found.tape().seconds(), 0.2);
      assertEquals(0.001, found.tape().clockStepSeconds(), 0);
      assertEquals(5432, found.tape().marketOrders());
      assertEquals(
          Set.of("poisson", "hawkes", "zero-intelligence", "queue-reactive"),
          outcome.goodness().models().keySet());
      double poisson = Objects.requireNonNull(found.poissonResiduals()).statistic();
      double hawkes = Objects.requireNonNull(found.hawkesResiduals()).statistic();
      assertTrue(hawkes < poisson / 3, "Hawkes explains the clustering: " + hawkes);
      StylisedFacts facts = outcome.goodness().tape();
      assertTrue(facts.returnKurtosis() > 4, "returns have heavy tails");
      assertTrue(facts.signAutocorrelation()[0] > 0.1, "buys follow buys");
    }
  }

  @Test
  void aRecordingOfWholeBooksHasMarketOrdersAlone() {
    try (Tape tape =
        imported(
            "hyperliquid_book_snapshot_5_2025-12-10_ETH", "hyperliquid_trades_2025-12-10_ETH")) {
      Calibration found = Calibrator.calibrate(tape, Set.of(), 1).calibration();
      assertNotNull(found.models().poisson());
      assertNull(found.models().zeroIntelligence());
      InputException e =
          assertThrows(
              InputException.class,
              () -> Calibrator.calibrate(tape, EnumSet.of(FlowModelName.ZERO_INTELLIGENCE), 1));
      assertTrue(e.getMessage().contains("zero-intelligence"), e.getMessage());
    }
  }

  @Test
  void aTapeWithoutTradesIsRefused() {
    try (Tape tape = imported("binance-futures_book_snapshot_5_2023-01-09_BTCUSDT")) {
      InputException e =
          assertThrows(InputException.class, () -> Calibrator.calibrate(tape, Set.of(), 1));
      assertTrue(e.getMessage().contains("trades"), e.getMessage());
    }
  }
}
