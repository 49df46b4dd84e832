package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.book.Ladder;
import io.makerbench.config.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticRecordingTest {
  private static final int SECONDS = 60;

  @TempDir static Path folder;
  private static Path tape;

  static SyntheticConfig settings(int seconds) {
    return settings(SyntheticConfig.Moves.TRADERS, seconds);
  }

  private static SyntheticConfig settings(SyntheticConfig.Moves moves, int seconds) {
    return new SyntheticConfig(
        moves, seconds, 60000, 0.1, 0.001, 4, 1.5, 4, 2, 0.4, 6, 0.02, 25, 20, 2000);
  }

  @BeforeAll
  static void generate() {
    tape = folder.resolve("synthetic.tape");
    SyntheticRecording.generate(settings(SECONDS), 7, tape);
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherDoesNot() throws IOException {
    Path again = folder.resolve("again.tape");
    Path other = folder.resolve("other.tape");
    SyntheticRecording.generate(settings(SECONDS), 7, again);
    SyntheticRecording.generate(settings(SECONDS), 8, other);
    assertArrayEquals(Files.readAllBytes(tape), Files.readAllBytes(again));
    assertFalse(Arrays.equals(Files.readAllBytes(tape), Files.readAllBytes(other)));
  }

  @Test
  void booksAreNeverCrossedAndMostlyOneTickWide() {
    try (Tape read = Tape.open(tape)) {
      BookStates states = read.states();
      assertTrue(states.rows() > 40 * SECONDS, "states: " + states.rows());
      long narrow = 0;
      for (long row = 0; row < states.rows(); row++) {
        int spread = states.askPrice(row, 0) - states.bidPrice(row, 0);
        assertTrue(spread > 0, "spread " + spread + " in row " + row);
        assertTrue(states.bidSize(row, 0) > 0 && states.askSize(row, 0) > 0);
        narrow += spread <= 2 ? 1 : 0;
      }
      assertTrue(narrow > 0.8 * states.rows(), narrow + " of " + states.rows());
    }
  }

  @Test
  void statesAreWhatTheLevelUpdatesBuild() {
    try (Tape read = Tape.open(tape)) {
      Levels levels = read.levels();
      BookStates states = read.states();
      Ladder ladder = new Ladder();
      long level = 0;
      for (long row = 0; row < states.rows(); row++) {
        while (level < levels.rows() && levels.exchangeTime(level) <= states.exchangeTime(row)) {
          ladder.set(levels.side(level), levels.price(level), levels.size(level));
          level++;
        }
        assertEquals(ladder.bestBid(), states.bidPrice(row, 0));
        assertEquals(ladder.size(Ladder.ASK, ladder.bestAsk()), states.askSize(row, 0));
      }
    }
  }

  @Test
  void timesAscendAndArriveAfterTheyHappened() {
    try (Tape read = Tape.open(tape)) {
      Trades trades = read.trades();
      assertTrue(trades.rows() > SECONDS);
      for (long row = 0; row < trades.rows(); row++) {
        assertTrue(trades.localTime(row) >= trades.exchangeTime(row));
        assertTrue(row == 0 || trades.localTime(row) >= trades.localTime(row - 1));
      }
    }
  }

  /** A book that leans to one side is followed, more often than not, by a move to the other. */
  @Test
  void imbalancePredictsTheNextMove() {
    try (Tape read = Tape.open(tape)) {
      BookStates states = read.states();
      int ahead = 25;
      double product = 0;
      for (long row = 0; row + ahead < states.rows(); row++) {
        double bid = states.bidSize(row, 0);
        double ask = states.askSize(row, 0);
        int now = states.bidPrice(row, 0) + states.askPrice(row, 0);
        int later = states.bidPrice(row + ahead, 0) + states.askPrice(row + ahead, 0);
        product += (bid - ask) / (bid + ask) * Integer.signum(later - now);
      }
      double mean = product / states.rows();
      assertTrue(mean > 0.02, "mean product " + mean);
    }
  }

  /** Of a second's moves by chance neither the second before nor the book tells, only how many. */
  @Test
  void nothingPredictsMovesByChance() {
    int seconds = 4000;
    Path chance = folder.resolve("chance.tape");
    SyntheticRecording.generate(settings(SyntheticConfig.Moves.CHANCE, seconds), 7, chance);
    try (Tape read = Tape.open(chance)) {
      BookStates states = read.states();
      assertEquals(0, read.trades().rows());
      double[] moves = new double[seconds];
      double[] imbalance = new double[seconds];
      int second = 0;
      int before = states.bidPrice(0, 0);
      for (long row = 0; row < states.rows() && second < seconds; row++) {
        assertEquals(2, states.askPrice(row, 0) - states.bidPrice(row, 0));
        if (states.exchangeTime(row) >= SyntheticRecording.START + (second + 1) * 1_000_000_000L) {
          moves[second] = states.bidPrice(row, 0) - before;
          before = states.bidPrice(row, 0);
          double bid = states.bidSize(row, 0);
          imbalance[second] = (bid - states.askSize(row, 0)) / (bid + states.askSize(row, 0));
          second++;
        }
      }
      double squares = Arrays.stream(moves).map(move -> move * move).sum();
      assertEquals(16, squares / seconds, 1.5); // 4 standard errors; volatility 4 ticks/√s
      double products = 0;
      double leaning = 0;
      for (int i = 1; i < seconds; i++) {
        products += moves[i] * moves[i - 1];
        leaning += moves[i] * imbalance[i - 1];
      }
      assertEquals(0, products / squares, 4 / Math.sqrt(seconds));
      assertEquals(0, leaning / seconds, 4 * 4 / Math.sqrt(seconds));
    }
  }

  @Test
  void refusesAPriceTooLowForItsLevels() {
    SyntheticConfig low =
        new SyntheticConfig(
            SyntheticConfig.Moves.TRADERS,
            10,
            1,
            0.1,
            0.001,
            4,
            1.5,
            4,
            2,
            0.4,
            6,
            0.02,
            25,
            20,
            2000);
    Path never = folder.resolve("never.tape");
    InputException error =
        assertThrows(InputException.class, () -> SyntheticRecording.generate(low, 1, never));
    assertTrue(error.getMessage().contains("start_price"), error.getMessage());
    assertFalse(Files.exists(never));
  }
}
