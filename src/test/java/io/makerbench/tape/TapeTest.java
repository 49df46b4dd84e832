package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TapeTest {
  /** Enough that every column's buffer is written out several times. */
  private static final int ROWS = 100_000;

  @TempDir Path folder;

  private Path written() {
    Path tape = folder.resolve("written.tape");
    try (TapeWriter writer = new TapeWriter(tape)) {
      TradesWriter trades = new TradesWriter(writer);
      BookStatesWriter states = new BookStatesWriter(writer, 2);
      for (int i = 0; i < ROWS; i++) {
        trades.write(i, 2L * i, i % 3 - 1, 7 * i, 1L << (i % 50));
      }
      states.bidPrices[1] = 99;
      states.askSizes[0] = Long.MAX_VALUE;
      states.write(5, 6, 1);
      writer.finish(
          new Instrument("venue", "COIN", 0.5, 0.25),
          List.of(new TapeHeader.Source("file", "trades", ROWS, 1, "00")),
          2,
          List.of(new TapeHeader.Finding("gap", "trades", 1, "there", "kept")));
    }
    return tape;
  }

  @Test
  void aTableWithoutRowsIsRead() {
    Path tape = folder.resolve("empty.tape");
    try (TapeWriter writer = new TapeWriter(tape)) {
      BookStatesWriter states = new BookStatesWriter(writer, 1);
      states.write(5, 6, 0);
      new TradesWriter(writer);
      writer.finish(new Instrument("venue", "COIN", 1, 1), List.of(), 1, List.of());
    }
    try (Tape read = Tape.open(tape)) {
      assertEquals(1, read.states().rows());
      assertEquals(0, read.trades().rows());
    }
  }

  @Test
  void whatIsWrittenIsRead() {
    try (Tape tape = Tape.open(written())) {
      Trades trades = tape.trades();
      assertEquals(ROWS, trades.rows());
      for (int i = 0; i < ROWS; i += 997) {
        assertEquals(i, trades.exchangeTime(i));
        assertEquals(2L * i, trades.localTime(i));
        assertEquals(i % 3 - 1, trades.takerSign(i));
        assertEquals(7 * i, trades.price(i));
        assertEquals(1L << (i % 50), trades.size(i));
      }
      BookStates states = tape.states();
      assertEquals(99, states.bidPrice(0, 1));
      assertEquals(Long.MAX_VALUE, states.askSize(0, 0));
      assertEquals(1, states.firstChanged(0));
      assertEquals(new Instrument("venue", "COIN", 0.5, 0.25), tape.instrument());
      assertEquals("kept", tape.header().findings().getFirst().action());
      assertEquals(0, tape.quotes().rows());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.0000001, 0.00001, 0.0003, 0.5, 0.9999})
  void aTapeThatIsCutOffIsRefused(double share) throws IOException {
    Path tape = written();
    byte[] whole = Files.readAllBytes(tape);
    Files.write(tape, Arrays.copyOf(whole, (int) (share * whole.length)));
    InputException error = assertThrows(InputException.class, () -> Tape.open(tape));
    assertTrue(error.getMessage().contains(tape.toString()), error.getMessage());
  }

  @Test
  void aDamagedHeaderIsRefused() throws IOException {
    Path tape = written();
    byte[] whole = Files.readAllBytes(tape);
    for (int place = 8; place < 300; place += 3) {
      byte[] damaged = whole.clone();
      damaged[place] = (byte) 0xF7;
      Files.write(tape, damaged);
      assertThrows(InputException.class, () -> Tape.open(tape), "byte " + place);
    }
  }

  @Test
  void aFileThatIsNoTapeIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("note.tape"), "This is a note, and no tape.");
    assertThrows(InputException.class, () -> Tape.open(file));
    assertThrows(InputException.class, () -> Tape.open(folder.resolve("absent.tape")));
  }

  @Test
  void aWriterThatIsNotFinishedLeavesNothing() throws IOException {
    try (TapeWriter writer = new TapeWriter(folder.resolve("never.tape"))) {
      new TradesWriter(writer).write(1, 2, 1, 3, 4);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    for (Path target : List.of(folder, file.resolve("below.tape"))) {
      InputException error =
          assertThrows(InputException.class, () -> new TapeWriter(target).close());
      assertTrue(error.getMessage().contains(target.toString()), error.getMessage());
    }
  }

  @Test
  void aTableWithColumnsOfUnequalLengthIsABug() {
    try (TapeWriter writer = new TapeWriter(folder.resolve("never.tape"))) {
      TapeWriter.TableWriter table = writer.table("trades");
      table.longs("local_time").put(1L);
      table.ints("price");
      assertThrows(
          IllegalStateException.class,
          () -> writer.finish(new Instrument("v", "c", 1, 1), List.of(), 0, List.of()));
    }
  }
}
