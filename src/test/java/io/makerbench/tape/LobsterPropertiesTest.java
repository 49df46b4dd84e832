package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.book.Ladder;
import io.makerbench.book.OrderBook;
import io.makerbench.book.OrderOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Recordings of a plain venue: every table of the tape tells of the book that was published. */
class LobsterPropertiesTest {
  private static final Set<String> WORTH_KNOWING =
      Set.of(
          "resting_at_start",
          "level_came_into_view",
          "unknown_order",
          "queue_forgotten",
          "out_of_turn",
          "hidden_trade");

  @Property(tries = 25)
  void everyTableTellsOfThePublishedBook(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int levels) throws IOException {
    LobsterVenue venue = new LobsterVenue(seed, levels, 400);
    Path folder = Files.createTempDirectory("lobster");
    Path file = LobsterFile.write(folder.resolve("abc.zip"), levels, venue.messages, venue.rows);
    Path path = folder.resolve("a.tape");
    ImportReport report =
        Importer.run(
            List.of(file), path, new ImportOptions(true, 25, 0.01, null), ImportProgress.NONE);
    report
        .header()
        .findings()
        .forEach(f -> assertEquals(true, WORTH_KNOWING.contains(f.kind()), f.kind()));
    try (Tape tape = Tape.open(path)) {
      assertEquals(distinct(venue.rows), states(tape, levels));
      assertEquals(venue.trades, trades(tape));
      assertEquals(venue.rows, booksOfOrders(tape, levels));
      assertEquals(venue.rows, booksOfLevels(tape, levels));
    }
    Files.delete(path);
    Files.delete(file);
    Files.delete(folder);
  }

  private static List<String> distinct(List<String> rows) {
    List<String> result = new ArrayList<>();
    for (String row : rows) {
      if (result.isEmpty() || !result.getLast().equals(row)) {
        result.add(row);
      }
    }
    return result;
  }

  private static List<String> states(Tape tape, int levels) {
    BookStates states = tape.states();
    List<String> rows = new ArrayList<>();
    for (long row = 0; row < states.rows(); row++) {
      List<String> values = new ArrayList<>();
      for (int level = 0; level < levels; level++) {
        values.add(level(Ladder.ASK, states.askPrice(row, level), states.askSize(row, level)));
        values.add(level(Ladder.BID, states.bidPrice(row, level), states.bidSize(row, level)));
      }
      rows.add(String.join(",", values));
    }
    return rows;
  }

  private static String level(int side, int cents, long size) {
    if (size == 0) {
      return side == Ladder.ASK ? LobsterFile.EMPTY_ASK : LobsterFile.EMPTY_BID;
    }
    return cents + "00," + size;
  }

  private static List<String> trades(Tape tape) {
    Trades trades = tape.trades();
    List<String> rows = new ArrayList<>();
    for (long row = 0; row < trades.rows(); row++) {
      rows.add(trades.takerSign(row) + " " + trades.price(row) + " " + trades.size(row));
    }
    return rows;
  }

  /** Feeds the order events to a book of single orders; the book after each instant. */
  private static List<String> booksOfOrders(Tape tape, int levels) {
    Orders orders = tape.orders();
    OrderBook book = new OrderBook();
    List<String> rows = new ArrayList<>();
    for (long row = 0; row < orders.rows(); row++) {
      OrderOutcome outcome = orders.apply(row, book);
      assertEquals(true, outcome == OrderOutcome.APPLIED || outcome == OrderOutcome.OUT_OF_TURN);
      if (row + 1 == orders.rows() || orders.localTime(row + 1) != orders.localTime(row)) {
        rows.add(row(levels, book::copyTop));
      }
    }
    return rows;
  }

  private static List<String> booksOfLevels(Tape tape, int levels) {
    Levels updates = tape.levels();
    Orders orders = tape.orders();
    Ladder ladder = new Ladder();
    List<String> rows = new ArrayList<>();
    long next = 0;
    for (long row = 0; row < orders.rows(); row++) {
      long time = orders.localTime(row);
      while (next < updates.rows() && updates.localTime(next) <= time) {
        ladder.set(updates.side(next), updates.price(next), updates.size(next));
        next++;
      }
      if (row + 1 == orders.rows() || orders.localTime(row + 1) != time) {
        rows.add(row(levels, ladder::copyTop));
      }
    }
    return rows;
  }

  private interface Top {
    int copyTop(int side, int depth, int[] prices, long[] sizes);
  }

  private static String row(int levels, Top book) {
    int[][] prices = new int[2][levels];
    long[][] sizes = new long[2][levels];
    for (int side = Ladder.BID; side <= Ladder.ASK; side++) {
      book.copyTop(side, levels, prices[side], sizes[side]);
    }
    List<String> values = new ArrayList<>();
    for (int level = 0; level < levels; level++) {
      for (int side = Ladder.ASK; side >= Ladder.BID; side--) {
        values.add(level(side, prices[side][level], sizes[side][level]));
      }
    }
    return String.join(",", values);
  }
}
