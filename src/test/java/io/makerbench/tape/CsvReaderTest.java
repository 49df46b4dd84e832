package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.random.RandomStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CSV as tools write it: line ends, forms of numbers, and lines without an end. */
class CsvReaderTest {
  private static final int MEBIBYTE = 1 << 20;

  @TempDir Path folder;

  private Tape read(Path file) {
    Path tape = folder.resolve("a.tape");
    Importer.run(List.of(file), tape, ImportOptions.usual(), ImportProgress.NONE);
    return Tape.open(tape);
  }

  private Path text(String text) throws IOException {
    return Files.writeString(folder.resolve("trades.csv"), text);
  }

  private static List<String> trades(String... prices) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < prices.length; i++) {
      rows.add(RecordedCsv.trade(i, i + 100, "" + i, "buy", prices[i], "1"));
    }
    return rows;
  }

  @Test
  void lineEndsOfAnyKindAndNoneAtTheEnd() throws IOException {
    String rows = RecordedCsv.TRADES + "\n" + String.join("\n", trades("1.5", "2.5", "3"));
    for (String form : List.of(rows, rows + "\n\n\n", rows.replace("\n", "\r\n") + "\r\n\r\n")) {
      try (Tape tape = read(text(form))) {
        assertEquals(3, tape.trades().rows());
        assertEquals(3, tape.instrument().price(tape.trades().price(2)));
        assertEquals(1, tape.trades().takerSign(2));
      }
    }
  }

  @Test
  void anEmptyLineBetweenRowsIsDamage() throws IOException {
    String rows = RecordedCsv.TRADES + "\n" + String.join("\n\n", trades("1", "2"));
    InputException error = assertThrows(InputException.class, () -> read(text(rows)));
    assertTrue(error.getMessage().contains("trades.csv, line 3, column"), error.getMessage());
  }

  @Test
  void timesAndPricesAsStatisticsToolsWriteThem() throws IOException {
    String row = "venue,COIN,1.7000000000001E15,1700000000000300.0,7,sell,6.18002e4,1E-3";
    try (Tape tape = read(text(RecordedCsv.TRADES + "\n" + row + "\n"))) {
      assertEquals(1_700_000_000_000_100_000L, tape.trades().exchangeTime(0));
      assertEquals(1_700_000_000_000_300_000L, tape.trades().localTime(0));
      assertEquals(61800.2, tape.instrument().price(tape.trades().price(0)), 1e-9);
      assertEquals(0.001, tape.instrument().size(tape.trades().size(0)), 1e-15);
    }
  }

  /** The quick way must give the doubles that the language itself gives, to the last bit. */
  @Test
  void numbersAreRoundedAsByTheLanguage() {
    RandomStream random = RandomStream.named(3, "decimals", 0);
    for (int i = 0; i < 200_000; i++) {
      long whole = random.nextInt(1 << 30);
      StringBuilder text = new StringBuilder(i % 3 == 0 ? "-" : "").append(whole);
      int decimals = random.nextInt(16);
      for (int digit = 0; digit < decimals; digit++) {
        text.append(digit == 0 ? "." : "").append(random.nextInt(10));
      }
      char[] chars = text.toString().toCharArray();
      assertEquals(
          Double.parseDouble(text.toString()),
          DecimalText.parse(chars, 0, chars.length),
          () -> "" + text);
    }
  }

  @Test
  void aLineWithoutAnEndIsRefusedBeforeItFillsTheMemory() throws IOException {
    Path file = folder.resolve("bomb.csv.gz");
    byte[] zeros = new byte[MEBIBYTE];
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < 200; i++) {
        out.write(zeros);
      }
    }
    InputException error = assertThrows(InputException.class, () -> read(file));
    assertTrue(error.getMessage().contains("bomb.csv.gz, line 1"), error.getMessage());
    assertTrue(error.getMessage().contains("longer than"), error.getMessage());
  }
}
