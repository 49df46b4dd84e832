package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 8, 8);
  private static final LocalDate SECOND = LocalDate.of(2024, 8, 9);

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    for (String name :
        List.of(
            "fut_incremental_book_L2_2024-08-08_BTC.csv.gz",
            "fut_book_snapshot_25_2024-08-08_BTC.csv",
            "fut_book_snapshot_25_2024-08-09_BTC.csv.gz",
            "fut_trades_2024-08-08_BTC.csv.gz",
            "fut_quotes_2024-08-09_BTC.csv.gz",
            "deep/processed/fut_book_20240810_BTC.parquet",
            "deep/processed/fut_trades_20240808_BTC.parquet",
            "fut_incremental_book_L2_2024-08-08_BTC_PERP.csv.gz",
            "fut_incremental_book_L2_2024-13-40_BTC.csv.gz",
            "lob/LOBSTER_SampleFile_AMZN_2012-06-21_5.zip",
            "lob/nasdaq_trades_2012-06-21_AMZN.csv",
            "lob/XYZ_2012-06-22_34200000_57600000_message_10.csv",
            "lob/XYZ_2012-06-22_34200000_57600000_orderbook_10.csv",
            "orders_2015-05-01.csv.xz",
            "kraken_orders_2015-05-01_ETHEUR.csv",
            "notes.txt")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }

  private List<String> names(Set<LocalDate> days) {
    return new Recordings(folder)
        .filesOf("fut", "BTC", days).stream().map(path -> path.getFileName().toString()).toList();
  }

  @Test
  void prefersLevelUpdatesAndParquet() {
    assertEquals(
        List.of("fut_incremental_book_L2_2024-08-08_BTC.csv.gz", "fut_trades_20240808_BTC.parquet"),
        names(Set.of(FIRST)));
  }

  @Test
  void takesTheBestKindThatEveryDayHas() {
    assertEquals(
        List.of(
            "fut_book_snapshot_25_2024-08-08_BTC.csv",
            "fut_trades_20240808_BTC.parquet",
            "fut_book_snapshot_25_2024-08-09_BTC.csv.gz",
            "fut_quotes_2024-08-09_BTC.csv.gz"),
        names(Set.of(SECOND, FIRST)));
  }

  @Test
  void ordersHaveTheirTradesInThem() {
    Recordings found = new Recordings(folder);
    assertEquals(
        List.of(folder.resolve("lob/LOBSTER_SampleFile_AMZN_2012-06-21_5.zip")),
        found.filesOf("nasdaq", "AMZN", Set.of(LocalDate.of(2012, 6, 21))));
    assertEquals(
        List.of(folder.resolve("orders_2015-05-01.csv.xz")),
        found.filesOf("bitstamp", "BTCUSD", found.daysOf("bitstamp", "BTCUSD")));
    assertEquals(2, found.filesOf("nasdaq", "XYZ", found.daysOf("nasdaq", "XYZ")).size());
    assertEquals(1, found.daysOf("kraken", "ETHEUR").size());
  }

  @Test
  void namesTheFileOfAMissingDay() {
    InputException error =
        assertThrows(InputException.class, () -> names(Set.of(FIRST, LocalDate.of(2025, 4, 15))));
    assertTrue(
        error.getMessage().contains("fut_incremental_book_L2_2025-04-15_BTC.csv.gz")
            && error.getMessage().contains(folder.toString()),
        error.getMessage());
  }

  @Test
  void knowsTheDaysOfAnInstrument() {
    assertEquals(
        List.of(FIRST, SECOND, LocalDate.of(2024, 8, 10)),
        List.copyOf(new Recordings(folder).daysOf("fut", "BTC")));
    assertEquals(List.of(FIRST), List.copyOf(new Recordings(folder).daysOf("fut", "BTC_PERP")));
  }

  @Test
  void aStretchTouchesTheDaysOfBothEnds() {
    assertEquals(
        List.of(FIRST, SECOND),
        List.copyOf(
            Recordings.days(
                Instant.parse("2024-08-08T23:59:59Z"), Instant.parse("2024-08-09T00:00:00Z"))));
  }

  @Test
  void setsAreStretchesOfDaysOfOneKindOfBook() {
    List<String> sets =
        new Recordings(folder)
            .sets().stream()
                .map(set ->
                    set.market()
                        + " "
                        + set.symbol()
                        + " "
                        + set.firstDay()
                        + " "
                        + set.lastDay()
                        + " "
                        + set.files().size())
                .toList();
    assertEquals(
        List.of(
            "bitstamp BTCUSD 2015-05-01 2015-05-01 1",
            "fut BTC 2024-08-08 2024-08-08 2", // the three days have no kind of book in common
            "fut BTC 2024-08-09 2024-08-09 2",
            "fut BTC 2024-08-10 2024-08-10 1",
            "fut BTC_PERP 2024-08-08 2024-08-08 1",
            "kraken ETHEUR 2015-05-01 2015-05-01 1",
            "nasdaq AMZN 2012-06-21 2012-06-21 1",
            "nasdaq XYZ 2012-06-22 2012-06-22 2"),
        sets);
  }

  @Test
  void refusesAFolderThatIsNone() {
    assertThrows(InputException.class, () -> new Recordings(folder.resolve("absent")));
  }
}
