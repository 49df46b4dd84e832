package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.book.OrderBook;
import io.makerbench.book.OrderOutcome;
import io.makerbench.config.InputException;
import io.makerbench.random.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is done to a recording of single orders, its import ends with an error that names the
 * place, or with a tape that replays.
 */
@Timeout(120)
class FuzzedOrdersTest {
  private static final int TRIES = 120;

  private static final List<String> NASTY =
      List.of(
          "",
          "0",
          "-1",
          "NaN",
          "-Infinity",
          "1e9",
          "1.5",
          "abc",
          "é",
          "281474976710657",
          "999999999999999999",
          "9223372036854775808",
          "-9999999999",
          "9999999999",
          "2147483647",
          "7",
          "1",
          "created",
          "deleted",
          "ask");

  @TempDir Path folder;
  private final RandomStream random = RandomStream.named(5, "fuzz", 0);
  private int refused;
  private int repaired;

  @Test
  void lobster() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      LobsterVenue venue = new LobsterVenue(i, 1 + i % 4, 120);
      int levels = 1 + i % 4;
      List<String> messages = new ArrayList<>(venue.messages);
      List<String> rows = new ArrayList<>(venue.rows);
      spoil(messages, rows);
      check(LobsterFile.write(folder.resolve("abc.zip"), levels, messages, rows));
    }
    assertTrue(refused > TRIES / 10 && repaired > TRIES / 10, refused + " and " + repaired);
  }

  /** In both files a line is lost, doubled or moved; in one of them a value is another. */
  private void spoil(List<String> messages, List<String> rows) {
    int line = random.nextInt(messages.size());
    int other = random.nextInt(messages.size());
    switch (random.nextInt(6)) {
      case 0 -> {
        messages.remove(line);
        rows.remove(line);
      }
      case 1 -> messages.add(other, messages.get(line));
      case 2 -> messages.set(line, messages.set(other, messages.get(line)));
      case 3 -> rows.set(line, rows.set(other, rows.get(line)));
      case 4 -> messages.set(line, withAnotherValue(messages.get(line)));
      default -> rows.set(line, withAnotherValue(rows.get(line)));
    }
  }

  private String withAnotherValue(String line) {
    String[] values = line.split(",", -1);
    values[random.nextInt(values.length)] = NASTY.get(random.nextInt(NASTY.size()));
    return String.join(",", values);
  }

  @Test
  void bitstamp() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      List<String> events = events();
      int line = random.nextInt(events.size());
      int other = random.nextInt(events.size());
      switch (random.nextInt(4)) {
        case 0 -> events.remove(line);
        case 1 -> events.add(other, events.get(line));
        case 2 -> events.set(line, events.set(other, events.get(line)));
        default -> events.set(line, withAnotherValue(events.get(line)));
      }
      events.addFirst(String.join(",", BitstampEvent.COLUMNS));
      check(Files.write(folder.resolve("orders.csv"), events));
    }
    assertTrue(refused > TRIES / 10 && repaired > TRIES / 10, refused + " and " + repaired);
  }

  /** Orders of small sizes around a price, a few of which meet. */
  private List<String> events() {
    List<String> events = new ArrayList<>();
    long start = 1_430_438_400_000L;
    for (int i = 1; i <= 80; i++) {
      String side = random.nextInt(2) == 0 ? "bid" : "ask";
      int cents = 9_990 + random.nextInt(20);
      long size = 1 + random.nextInt(5);
      String order = "%d.%02d,%d,%s,%s";
      String id = i + "," + (start + i * 10L) + "," + (start + random.nextInt(2000) - 500) + ",";
      events.add(id + order.formatted(cents / 100, cents % 100, size, "created", side));
      if (random.nextInt(2) == 0) {
        String action = random.nextInt(2) == 0 ? "changed" : "deleted";
        long left = random.nextInt((int) size + 1);
        events.add(id + order.formatted(cents / 100, cents % 100, left, action, side));
      }
    }
    return events;
  }

  private void check(Path file) throws IOException {
    Path path = folder.resolve("out").resolve("a.tape");
    try {
      Importer.run(List.of(file), path, ImportOptions.usual(), ImportProgress.NONE);
      repaired++;
      assertReplays(path);
      Files.delete(path);
    } catch (InputException e) {
      refused++;
      assertTrue(String.valueOf(e.getMessage()).startsWith(file.toString()), e.getMessage());
    }
    if (Files.exists(path.getParent())) {
      try (Stream<Path> left = Files.list(path.getParent())) {
        assertEquals(List.of(), left.toList());
      }
    }
  }

  private static void assertReplays(Path path) {
    try (Tape tape = Tape.open(path)) {
      OrderBook book = new OrderBook();
      Orders orders = tape.orders();
      for (long row = 0; row < orders.rows(); row++) {
        OrderOutcome outcome = orders.apply(row, book);
        assertTrue(
            outcome == OrderOutcome.APPLIED || outcome == OrderOutcome.OUT_OF_TURN,
            outcome + " at row " + row);
      }
      assertEquals(0, Inspection.of(tape).crossed());
      for (long row = 1; row < tape.events().rows(); row++) {
        assertTrue(
            tape.events().time(Events.Clock.LOCAL, row)
                >= tape.events().time(Events.Clock.LOCAL, row - 1));
      }
    }
  }
}
