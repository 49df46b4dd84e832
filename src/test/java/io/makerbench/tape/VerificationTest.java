package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.RecordedData;
import io.makerbench.config.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTest {
  private static final List<String> MESSAGES =
      List.of(
          "1,1,11,10,1000000,1",
          "2,1,12,7,1000100,1",
          "3,3,12,7,1000100,1",
          "4,2,11,4,1000000,1",
          "5,4,11,6,1000000,1");
  private static final List<String> ROWS =
      List.of(
          "1000900,5,1000000,10",
          "1000900,5,1000100,7",
          "1000900,5,1000000,12",
          "1000900,5,1000000,8",
          "1000900,5,1000000,2");

  @TempDir Path folder;

  private Verdict verify(List<String> rows) throws IOException {
    Path file = LobsterFile.write(folder.resolve("abc.zip"), 1, MESSAGES, rows);
    return Verification.of(List.of(file)).getFirst().run();
  }

  private static Map<String, Double> figures(Verdict verdict) {
    return verdict.figures().stream()
        .collect(Collectors.toMap(Verdict.Figure::name, Verdict.Figure::value));
  }

  @Test
  void aLevelThatComesIntoViewIsNoMismatch() throws IOException {
    Verdict verdict = verify(ROWS);
    assertEquals(0, verdict.mismatches());
    assertNull(verdict.first());
    assertEquals(5, figures(verdict).get("rows compared"));
    assertEquals(1, figures(verdict).get("of these taken from the row"));
  }

  /** One share more at a level in view, is found at that row. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4})
  void aShareTooManyIsAMismatch(int changed) throws IOException {
    List<String> rows = new ArrayList<>(ROWS);
    String[] values = rows.get(changed).split(",");
    values[3] = "" + (Long.parseLong(values[3]) + 1);
    rows.set(changed, String.join(",", values));
    Verdict verdict = verify(rows);
    assertTrue(verdict.mismatches() > 0);
    assertTrue(
        String.valueOf(verdict.first()).startsWith("row " + (changed + 1) + ", bid level 1, price"),
        verdict.first());
  }

  @Test
  void theFirstMismatchIsShownInFull() throws IOException {
    List<String> rows = new ArrayList<>(ROWS);
    rows.set(3, "1000900,5,1000000,9");
    assertEquals(
        "row 4, bid level 1, price 100.0000: our book has 8, published are 9",
        verify(rows).first());
  }

  @Test
  void aFileThatNothingIsComparedWith() throws IOException {
    Path alone =
        RecordedCsv.write(
            folder.resolve("venue_incremental_book_L2_2024-01-01_COIN.csv"),
            RecordedCsv.LEVELS,
            RecordedCsv.cleanLevels(3));
    InputException error =
        assertThrows(InputException.class, () -> Verification.of(List.of(alone)));
    assertTrue(error.getMessage().contains("there is nothing to compare it with"));
  }

  @ParameterizedTest
  @CsvSource({
    "AAPL_2012-06-21_1,118497,14477",
    "AMZN_2012-06-21_5,155935,11013",
    "GOOG_2012-06-21_5,112673,7251"
  })
  void everyRowOfTheSamplesIsOurs(String name, double rows, double taken) {
    Path file = RecordedData.require("lobster/LOBSTER_SampleFile_" + name + ".zip");
    Verdict verdict = Verification.of(List.of(file)).getFirst().run();
    assertEquals(0, verdict.mismatches(), () -> "" + verdict.first());
    assertEquals(rows, figures(verdict).get("rows compared"));
    assertEquals(taken, figures(verdict).get("of these taken from the row"));
  }

  @Test
  void recordedBooksShowThePricesThatWereQuoted() {
    String futures = "tardis/binance-futures_%s_2024-08-08_BTCUSDT.csv.gz";
    Path levels = RecordedData.require(futures.formatted("incremental_book_L2"));
    Path quotes = RecordedData.require(futures.formatted("quotes"));
    Verdict verdict = Verification.of(List.of(levels, quotes)).getFirst().run();
    assertTrue(figures(verdict).get("share whose best prices agree") > 0.99);
  }
}
