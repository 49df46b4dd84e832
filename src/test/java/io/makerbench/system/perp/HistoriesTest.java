package io.makerbench.system.perp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.RecordedData;
import io.makerbench.config.InputException;
import io.makerbench.env.Episode;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.system.TradingSystem.Place;
import io.makerbench.system.Trajectories;
import io.makerbench.system.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Funding and basis from histories. */
class HistoriesTest {
  private static final String ONE_VENUE =
      """
      {"venues": [{"name": "one"}], "max_ticks": 5, "evaluation_windows": 1,
       "histories": {"funding": [{"history": "%s", "utc_offset_hours": %d}]}}
      """;

  @TempDir private Path folder;

  @Test
  void hourlyRatesStandForEightHours() throws IOException {
    String file = write("2022-01-01 00:00:00,0.0001\n2022-01-01 01:00:00,0.0001\n");
    Episode episode = play(ONE_VENUE.formatted(file, 0), folder);
    for (double rate : series(episode, "one", VenueSeries.FUNDING)) {
      assertEquals(0.0008, rate, 1e-15);
    }
  }

  @Test
  void timesThatAreNotUtcAreNoticedAndTheOffsetNamed() throws IOException {
    String file = write("2022-01-01 03:00:00,0.0001\n2022-01-01 11:00:00,0.0002\n");
    InputException thrown =
        assertThrows(InputException.class, () -> play(ONE_VENUE.formatted(file, 0), folder));
    assertTrue(thrown.getMessage().contains("utc_offset_hours 3 h higher"), thrown.getMessage());
    assertEquals(6, play(ONE_VENUE.formatted(file, 3), folder).ticks());
  }

  @Test
  void everyVenueNeedsItsHistory() throws IOException {
    String file = write("2022-01-01 00:00:00,0.0001\n2022-01-01 08:00:00,0.0001\n");
    String keys = ONE_VENUE.formatted(file, 0).replace("\"venues\": [{\"name\": \"one\"}],", "");
    InputException thrown = assertThrows(InputException.class, () -> play(keys, folder));
    assertTrue(thrown.getMessage().contains("each of the 5 venues"), thrown.getMessage());
  }

  @Test
  void rowsOfBasisThatAreLeftOutAreSaid() throws IOException {
    Files.writeString(
        folder.resolve("mids.csv"),
        """
        ts_minute_utc,exchange,ticker,mid_price,best_bid,best_ask
        2026-01-01T00:00:00Z,here,BTC,100,99,101
        2026-01-01T00:01:00Z,here,BTC,,,
        2026-01-01T00:02:00Z,here,BTC,100,101,99
        2026-01-01T00:02:00Z,there,BTC,100,101,99
        2026-01-01T00:03:00Z,here,BTC,101,100,102
        """);
    PerpConfig config =
        PerpConfigs.of(
            """
            {"venues": [{"name": "one"}],
             "histories": {"basis":
               {"history": "mids.csv", "coin": "BTC", "exchanges": ["here"]}}}
            """);
    try (PerpMarket market =
        new PerpMarket(config, Histories.read(config, new Place(folder, folder)))) {
      assertEquals(
          List.of(
              "histories.basis: 2 of 4 rows of BTC at the named exchanges in mids.csv were left"
                  + " out, for they are without prices, crossed or locked."),
          market.remarks());
    }
  }

  /** Same job, same bytes, and other rates than the made ones; the files are named. */
  @Test
  void aDatasetIsOfTheHistoriesToo() throws IOException {
    String file = write("2022-01-01 00:00:00,0.0001\n2022-01-01 01:00:00,0.0001\n");
    PerpConfig config =
        PerpConfigs.of(
            ONE_VENUE.formatted(file, 0).replaceFirst("\\{", "{\"scaled_observations\": false,"));
    Path data = folder.resolve("data");
    Dataset.write(config, new Place(folder, folder), new DatasetJob(2, 1, 1, "heuristic", 0), data);
    try (PerpMarket market =
        new PerpMarket(config, Histories.read(config, new Place(folder, folder)))) {
      Trajectories read = market.trajectories(data);
      int at = market.observationNames().indexOf("one funding_8h");
      assertEquals(0.0008, read.observations()[at], 1e-9);
    }
    assertTrue(Files.readString(data.resolve("metadata.json")).contains("[ \"funding.csv\" ]"));
  }

  @Test
  void recordedFundingAndBasisDriveThePreset() {
    Path data = RecordedData.require("multivenue").getParent();
    RecordedData.require("funding");
    var tree = ConfigFiles.load(Path.of("configs", "perp", "real-histories.json"), List.of());
    PerpConfig config = PerpConfigs.of(tree.get("market").toString());
    try (PerpMarket market =
        new PerpMarket(config, Histories.read(config, new Place(data, folder)))) {
      List<Window> windows = market.evaluationWindows();
      Episode first = market.run(market.baseline("do_nothing"), windows.get(0));
      Episode second = market.run(market.baseline("do_nothing"), windows.get(1));
      double[] funding = series(first, "hyperliquid", VenueSeries.FUNDING);
      double[] other = series(second, "hyperliquid", VenueSeries.FUNDING);
      assertTrue(funding[0] != other[0], "windows lie at different times");
      assertTrue(Math.abs(funding[0]) > 0 && Math.abs(funding[0]) < 0.02);
      double[] mid = series(first, "paradex", VenueSeries.MID);
      double[] fair = first.mid();
      double[] basis = new double[mid.length];
      Arrays.setAll(basis, t -> mid[t] / fair[t] - 1);
      // Recorded distances are some bps and stand for a minute.
      assertTrue(Arrays.stream(basis).allMatch(b -> Math.abs(b) < 0.005));
      assertEquals(basis[0], basis[59], 1e-12);
      assertTrue(Arrays.stream(basis).distinct().count() > 2);
    }
  }

  private String write(String rows) throws IOException {
    Files.writeString(folder.resolve("funding.csv"), "Date,Funding Rate\n" + rows);
    return "funding.csv";
  }

  private static Episode play(String keys, Path data) {
    PerpConfig config = PerpConfigs.of(keys);
    Place place = new Place(data, data);
    try (PerpMarket market = new PerpMarket(config, Histories.read(config, place))) {
      return market.run(market.baseline("heuristic"), market.evaluationWindows().getFirst());
    }
  }

  private static double[] series(Episode episode, String venue, VenueSeries series) {
    return episode.series(venue, series.series()).orElseThrow();
  }
}
