package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.random.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged and foreign archives: an error that names file and place, and nothing left. */
class DamagedLobsterTest {
  private static final String MESSAGES = "ABC_2012-06-21_34200000_57600000_message_1.csv";
  private static final String BOOKS = "ABC_2012-06-21_34200000_57600000_orderbook_1.csv";

  @TempDir Path folder;

  private static List<String> messages(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> (34200 + i) + ".25,1," + (i + 1) + ",10,1000000,1")
        .toList();
  }

  private static List<String> rows(int count) {
    return IntStream.range(0, count).mapToObj(i -> "1000200,50,1000000," + 10 * (i + 1)).toList();
  }

  private Path archive(List<String> messages, List<String> rows) throws IOException {
    return LobsterFile.write(folder.resolve("abc.zip"), 1, messages, rows);
  }

  private Path tape() {
    return folder.resolve("out").resolve("a.tape");
  }

  private void read(Path... files) {
    Importer.run(List.of(files), tape(), ImportOptions.usual(), ImportProgress.NONE);
  }

  private void assertNothingLeft() throws IOException {
    if (Files.exists(tape().getParent())) {
      try (Stream<Path> left = Files.list(tape().getParent())) {
        assertEquals(List.of(), left.toList());
      }
    }
  }

  private void assertRefused(String part, Path... files) throws IOException {
    InputException error = assertThrows(InputException.class, () -> read(files));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains(folder.toString()), message);
    assertTrue(message.contains(part), message);
    assertNothingLeft();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.3, 0.7, 0.99})
  void anArchiveCutOffAnywhere(double share) throws IOException {
    byte[] whole = Files.readAllBytes(archive(messages(3000), rows(3000)));
    Path cut = folder.resolve("cut.zip");
    Files.write(cut, Arrays.copyOf(whole, (int) (share * whole.length)));
    assertRefused("cut.zip: the zip file is cut off or damaged", cut);
  }

  /** A flipped bit may hide in what is not read, but it never breaks the import. */
  @Test
  void anArchiveWithFlippedBits() throws IOException {
    byte[] whole = Files.readAllBytes(archive(messages(500), rows(500)));
    RandomStream random = RandomStream.named(13, "flips", 0);
    int refused = 0;
    for (int i = 0; i < 60; i++) {
      byte[] flipped = whole.clone();
      flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      Path file = Files.write(folder.resolve("flipped.zip"), flipped);
      try {
        read(file);
        Files.delete(tape());
      } catch (InputException e) {
        refused++;
        assertTrue(String.valueOf(e.getMessage()).contains(folder.toString()), e.getMessage());
      }
      assertNothingLeft();
    }
    assertTrue(refused > 30, "refused " + refused);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NaN,1,5,10,1000000,1 | line 2, column time: 'NaN' is not a number",
        "-1,1,5,10,1000000,1 | line 2, column time: '-1' is no time of day",
        "86401,1,5,10,1000000,1 | line 2, column time: '86401' is no time of day",
        "1e5,1,5,10,1000000,1 | line 2, column time: '1e5' is not a number",
        "34201,1,5,10,1000000é,1 | line 2, column price: '1000000é' is not a number",
        "34201,8,5,10,1000000,1 | line 2, column type: '8' is no type of message",
        "34201,1,0,10,1000000,1 | line 2, column order_id: '0' is no id",
        "34201,1,5,10.5,1000000,1 | line 2, column size: '10.5' is not a number",
        "34201,1,5,,1000000,1 | line 2, column size: '' is not a number",
        "34201,1,5,10,99999999999999999999,1 | line 2, column price: '99999999999999999999'",
        "34201,1,5,10,999999999999999999,1 | line 2, column price: 1.0E14 is too large",
        "34201,1,5,10,1000000,0 | line 2, column direction: '0' is no direction",
        "34201,1,5,10,1000000 | line 2: the row has 5 columns where 6 belong",
        "34201,1,5,10,1000000,1,1 | line 2: the row has 7 columns where 6 belong",
      })
  void aMessageThatIsNone(String message, String error) throws IOException {
    Path file = archive(List.of(messages(1).getFirst(), message), rows(2));
    assertRefused("abc.zip, " + MESSAGES + ", " + error, file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1000200,50,1000000 | line 2: the row has 3 columns where 4 belong",
        "1000200,-50,1000000,20 | line 2, column ask_size_1: '-50' is no size of a level",
        "1000200,50,0,20 | line 2, column bid_price_1: '0' is no price of a level",
        "1000200,50,1000000,99999999999999999 | line 2, column bid_size_1",
        "inf,50,1000000,20 | line 2, column ask_price_1: 'inf' is not a number",
      })
  void aRowThatIsNoBook(String row, String error) throws IOException {
    Path file = archive(messages(2), List.of(rows(1).getFirst(), row));
    assertRefused("abc.zip, " + BOOKS + ", " + error, file);
  }

  @Test
  void levelsOutOfOrder() throws IOException {
    Path file =
        LobsterFile.write(
            folder.resolve("deep.zip"),
            2,
            messages(1),
            List.of("1000200,5,1000000,10,1000100,5,999000,1"));
    assertRefused("line 1, column ask_price_2: '1000100' is out of order", file);
  }

  @Test
  void oneFileEndsBeforeTheOther() throws IOException {
    assertRefused(BOOKS + ", line 4: the file ends here", archive(messages(5), rows(3)));
    assertRefused(MESSAGES + ", line 4: the file ends here", archive(messages(3), rows(5)));
  }

  @Test
  void aLineWithoutEnd() throws IOException {
    String line = "1".repeat(1 << 20);
    assertRefused(MESSAGES + ", line 1: the line is longer than", archive(List.of(line), rows(1)));
  }

  @Test
  void archivesThatAreNoneOfLobster() throws IOException {
    Path foreign = LobsterFile.write(folder.resolve("f.zip"), "a.csv", "1\n", "b.csv", "2\n");
    assertRefused("f.zip: a LOBSTER archive holds files named like", foreign);
    Path mixed =
        LobsterFile.write(
            folder.resolve("m.zip"), MESSAGES, "1\n", BOOKS.replace("ABC", "XYZ"), "2\n");
    assertRefused("m.zip, " + MESSAGES + ": each file of messages has one of books", mixed);
    Path day =
        LobsterFile.write(folder.resolve("d.zip"), MESSAGES.replace("06", "13"), "", BOOKS, "");
    assertRefused("d.zip, " + BOOKS + ": each file of messages has one of books", day);
  }

  @Test
  void archivesThatMakeNoTapeTogether() throws IOException {
    Path one = archive(messages(3), rows(3));
    Path same = Files.copy(one, folder.resolve("same.zip"));
    assertRefused("each day once", one, same);
    Path csv =
        RecordedCsv.write(
            folder.resolve("venue_incremental_book_L2_2024-01-01_COIN.csv"),
            RecordedCsv.LEVELS,
            RecordedCsv.cleanLevels(3));
    assertRefused(
        "is a recording of single orders, and not all of the files are of its kind", one, csv);
  }

  @Test
  void aRecordingWithoutMessages() throws IOException {
    Path empty = LobsterFile.write(folder.resolve("e.zip"), MESSAGES, "", BOOKS, "");
    assertRefused("there are no messages", empty);
  }
}
