package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.random.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged, truncated and foreign files: an error that names the place, and nothing left. */
class DamagedRecordingTest {
  @TempDir Path folder;

  private String refusal(Path... files) throws IOException {
    Path tape = folder.resolve("out").resolve("a.tape");
    InputException error =
        assertThrows(
            InputException.class,
            () -> Importer.run(List.of(files), tape, ImportOptions.usual(), ImportProgress.NONE));
    if (Files.exists(tape.getParent())) {
      try (Stream<Path> left = Files.list(tape.getParent())) {
        assertEquals(List.of(), left.toList());
      }
    }
    String message = error.getMessage();
    assertTrue(message.contains(folder.toString()), message);
    return message;
  }

  private Path levels(String name, List<String> rows) throws IOException {
    return RecordedCsv.write(folder.resolve(name), RecordedCsv.LEVELS, rows);
  }

  private Path withLine(int line, String row) throws IOException {
    List<String> rows = new ArrayList<>(RecordedCsv.cleanLevels(100));
    rows.set(line - 2, row);
    return levels("rows.csv", rows);
  }

  private static void assertNames(String message, String... parts) {
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.02, 0.3, 0.5, 0.9, 0.999})
  void aGzipFileCutOffAnywhere(double share) throws IOException {
    byte[] whole = Files.readAllBytes(levels("whole.csv.gz", RecordedCsv.cleanLevels(5000)));
    Path cut = folder.resolve("cut.csv.gz");
    int length = Math.max(3, (int) (share * whole.length));
    Files.write(cut, Arrays.copyOf(whole, length));
    assertNames(refusal(cut), "cut.csv.gz, line ");
  }

  /** Every flipped bit of the compressed data is noticed, at least by the checksum. */
  @Test
  void aGzipFileWithAFlippedBitAnywhere() throws IOException {
    byte[] whole = Files.readAllBytes(levels("whole.csv.gz", RecordedCsv.cleanLevels(2000)));
    RandomStream random = RandomStream.named(11, "flips", 0);
    int gzipHeader = 10;
    for (int i = 0; i < 30; i++) {
      byte[] flipped = whole.clone();
      int place = gzipHeader + random.nextInt(whole.length - gzipHeader);
      flipped[place] ^= (byte) (1 << random.nextInt(8));
      Path file = folder.resolve("flipped.csv.gz");
      Files.write(file, flipped);
      assertNames(refusal(file), "flipped.csv.gz, ");
    }
  }

  /** A flipped bit in plain text may pass unseen (another size), but it never breaks the import. */
  @Test
  void aCsvFileWithFlippedBits() throws IOException {
    byte[] whole = Files.readAllBytes(levels("whole.csv", RecordedCsv.cleanLevels(100)));
    RandomStream random = RandomStream.named(12, "flips", 0);
    Path tape = folder.resolve("out").resolve("a.tape");
    int refused = 0;
    for (int i = 0; i < 40; i++) {
      byte[] flipped = whole.clone();
      flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      Path file = Files.write(folder.resolve("flipped.csv"), flipped);
      try {
        Importer.run(List.of(file), tape, ImportOptions.usual(), ImportProgress.NONE);
        Files.delete(tape);
      } catch (InputException e) {
        refused++;
        assertNames(e.getMessage(), "flipped.csv, line ");
      }
      try (Stream<Path> left = Files.list(tape.getParent())) {
        assertEquals(List.of(), left.toList());
      }
    }
    assertTrue(refused > 10, "refused " + refused);
  }

  @Test
  void aCsvFileCutOffWithinARow() throws IOException {
    Path whole = levels("whole.csv", RecordedCsv.cleanLevels(100));
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = folder.resolve("cut.csv");
    Files.write(cut, Arrays.copyOf(bytes, bytes.length - 15));
    assertNames(refusal(cut), "cut.csv, line 104, column 7");
  }

  @Test
  void aRowWithAnotherNumberOfColumns() throws IOException {
    assertNames(
        refusal(withLine(50, "venue,COIN,1700000000000000,1700000000000100,true,bid,5,5,5")),
        "rows.csv, line 50, column 9");
  }

  @Test
  void textWhereANumberBelongs() throws IOException {
    assertNames(
        refusal(withLine(42, RecordedCsv.level(1, 2, false, "bid", "abc", "1"))),
        "rows.csv, line 42, column price: 'abc' is not a number");
  }

  @Test
  void aTimeTooLargeForALong() throws IOException {
    String row = "venue,COIN,99999999999999999999,1700000000000000,false,bid,1,1";
    assertNames(refusal(withLine(30, row)), "rows.csv, line 30, column timestamp");
  }

  @Test
  void aTimeOfAnotherUnitThanTheRest() throws IOException {
    String row = "venue,COIN,1700000000000000,1700000000,false,bid,1,1";
    assertNames(
        refusal(withLine(30, row)), "rows.csv, line 30, column local_timestamp: 1700000000");
  }

  @Test
  void anEmptyTime() throws IOException {
    String row = "venue,COIN,,1700000000000000,false,bid,1,1";
    assertNames(refusal(withLine(30, row)), "rows.csv, line 30, column timestamp");
  }

  @Test
  void aSideThatIsNone() throws IOException {
    assertNames(
        refusal(withLine(9, RecordedCsv.level(1, 2, false, "left", "1", "1"))),
        "rows.csv, line 9, column side");
  }

  @Test
  void aPriceTooLargeForTheTape() throws IOException {
    assertNames(
        refusal(withLine(9, RecordedCsv.level(1, 2, false, "bid", "3e9", "1"))),
        "rows.csv, line 9, column price: 3.0E9 is too large");
  }

  @Test
  void aFlagThatIsNone() throws IOException {
    String row = "venue,COIN,1700000000000000,1700000000000100,perhaps,bid,1,1";
    assertNames(refusal(withLine(9, row)), "rows.csv, line 9, column is_snapshot");
  }

  @Test
  void rowsOfAnotherInstrument() throws IOException {
    String row = "venue,OTHER,1700000000000000,1700000000000100,false,bid,1,1";
    assertNames(refusal(withLine(77, row)), "rows.csv, line 77, column symbol", "venue COIN");
  }

  @Test
  void filesOfTwoInstruments() throws IOException {
    Path other = folder.resolve("other.csv");
    RecordedCsv.write(
        other,
        RecordedCsv.TRADES,
        List.of("venue,OTHER,1700000000000000,1700000000000100,1,buy,1,1"));
    String message = refusal(levels("levels.csv", RecordedCsv.cleanLevels(3)), other);
    assertNames(message, "venue COIN", "venue OTHER", "levels.csv", "other.csv");
  }

  @Test
  void theSameFileTwice() throws IOException {
    Path file = levels("a.csv", RecordedCsv.cleanLevels(3));
    Path copy = Files.copy(file, folder.resolve("b.csv"));
    assertNames(refusal(file, copy), "same content");
  }

  @Test
  void anEmptyFile() throws IOException {
    assertNames(refusal(Files.createFile(folder.resolve("none.csv"))), "none.csv is empty");
    assertNames(
        refusal(RecordedCsv.write(folder.resolve("none.csv.gz"), "", List.of())),
        "none.csv.gz is empty");
  }

  @Test
  void aHeaderAlone() throws IOException {
    assertNames(refusal(levels("header.csv", List.of())), "header.csv, line 2");
  }

  @Test
  void aMissingColumn() throws IOException {
    Path file = folder.resolve("venue_trades_2024-01-01_COIN.csv");
    RecordedCsv.write(
        file,
        "exchange,symbol,timestamp,local_timestamp,id,side,amount",
        List.of("venue,COIN,1700000000000000,1700000000000100,1,buy,1"));
    assertNames(refusal(file), "line 1: the column price is missing", "trades");
    Path timeless = folder.resolve("timeless.csv");
    RecordedCsv.write(timeless, "exchange,symbol,side,price,amount", List.of("venue,COIN,buy,1,1"));
    assertNames(refusal(timeless), "timestamp is missing");
  }

  @Test
  void foreignFiles() throws IOException {
    Path prose = Files.writeString(folder.resolve("prose.csv"), "Dear reader,\nhow are you?\n");
    assertNames(refusal(prose), "prose.csv, line 1");
    byte[] noise = new byte[4000];
    RandomStream random = RandomStream.named(5, "noise", 0);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) random.nextInt(256);
    }
    Path binary = Files.write(folder.resolve("noise.csv.gz"), noise);
    assertNames(refusal(binary), "noise.csv.gz");
    Path parquet = Files.writeString(folder.resolve("p.parquet"), "PAR1 and then nothing of it");
    assertNames(refusal(parquet), "p.parquet");
    assertNames(refusal(folder.resolve("absent.csv")), "absent.csv cannot be read");
    assertNames(refusal(folder), "cannot be read");
  }

  @Test
  void anOlderTapeSurvivesAFailedImport() throws IOException {
    Path tape = folder.resolve("kept.tape");
    Path good = levels("good.csv", RecordedCsv.cleanLevels(3));
    Importer.run(List.of(good), tape, ImportOptions.usual(), ImportProgress.NONE);
    byte[] before = Files.readAllBytes(tape);
    Path bad = withLine(9, "x");
    assertThrows(
        InputException.class,
        () -> Importer.run(List.of(bad), tape, ImportOptions.usual(), ImportProgress.NONE));
    assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(tape)));
    assertFalse(before.length == 0);
  }
}
