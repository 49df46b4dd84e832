package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.random.RandomStream;
import io.makerbench.storage.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Levels and trades merged by both clocks, against sorting them plainly. */
class EventsTest {
  private static final int ROWS = 200;
  private static final int LATEST = 60;

  private static Path folder = Path.of("absent");

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("events");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    FolderTree.delete(folder);
  }

  private record Row(long exchange, long local, int kind, int price, long size) {}

  @Property(tries = 100)
  void eachReaderFindsItsOwnOrder(@ForAll long seed) {
    RandomStream random = RandomStream.named(seed, "events", 0);
    List<Row> levels = rows(random, Events.LEVEL);
    List<Row> trades = rows(random, Events.TRADE);
    Path path = folder.resolve("merged.tape");
    write(levels, trades, path);
    List<Row> all = new ArrayList<>(trades);
    all.addAll(noneBeforeItsPredecessor(levels));
    try (Tape tape = Tape.open(path)) {
      Events events = tape.events();
      List<Row> byExchange = all.stream().sorted(Comparator.comparing(Row::exchange)).toList();
      List<Row> byLocal = all.stream().sorted(Comparator.comparing(Row::local)).toList();
      assertEquals(byExchange, read(events, Events.Clock.EXCHANGE, Events.AT_EXCHANGE));
      assertEquals(byLocal, read(events, Events.Clock.LOCAL, Events.AT_LOCAL));
      assertTrue(events.rows() >= all.size() && events.rows() <= 2L * all.size());
      assertEquals(
          Math.max(byExchange.getLast().exchange(), byLocal.getLast().local()), events.lastTime());
      assertEquals(
          Math.min(byExchange.getFirst().exchange(), byLocal.getFirst().local()),
          events.firstTime());
    }
  }

  /** An update cannot have happened before one received earlier, nor hold one up after it came. */
  private static List<Row> noneBeforeItsPredecessor(List<Row> levels) {
    List<Row> result = new ArrayList<>();
    long latest = Long.MIN_VALUE;
    for (Row row : levels) {
      long exchange = Math.max(row.exchange, latest);
      latest = Math.max(latest, Math.min(row.exchange, row.local));
      result.add(new Row(exchange, row.local, row.kind, row.price, row.size));
    }
    return result;
  }

  @Example
  void anUpdateWhoseTimeWentBackIsNotOvertakenByTheOneItUndoes() {
    Path path = folder.resolve("back.tape");
    Row added = new Row(10, 11, Events.LEVEL, 7, 5);
    Row removed = new Row(9, 12, Events.LEVEL, 7, 0);
    write(List.of(added, removed), List.of(), path);
    try (Tape tape = Tape.open(path)) {
      List<Row> rows = read(tape.events(), Events.Clock.EXCHANGE, Events.AT_EXCHANGE);
      assertEquals(List.of(added, new Row(10, 12, Events.LEVEL, 7, 0)), rows);
    }
  }

  /** Rows by local time; exchange times are anything. */
  private static List<Row> rows(RandomStream random, int kind) {
    List<Row> rows = new ArrayList<>();
    int count = random.nextInt(ROWS);
    for (int i = 0; i <= count; i++) {
      int side = random.nextInt(2) * Events.ASK;
      rows.add(
          new Row(
              random.nextInt(LATEST), random.nextInt(LATEST), kind | side, i, random.nextInt(9)));
    }
    rows.sort(Comparator.comparing(Row::local));
    return rows;
  }

  private static void write(List<Row> levels, List<Row> trades, Path path) {
    try (TapeWriter writer = new TapeWriter(path);
        EventsWriter events = new EventsWriter(writer)) {
      for (Row row : levels) {
        int side = (row.kind & Events.ASK) != 0 ? 1 : 0;
        events.level(row.exchange, row.local, side, row.price, row.size);
      }
      for (Row row : trades) {
        int taker = (row.kind & Events.ASK) != 0 ? -1 : 1;
        events.trade(row.exchange, row.local, taker, row.price, row.size);
      }
      events.finish();
      writer.finish(new Instrument("venue", "COIN", 1, 1), List.of(), 0, List.of());
    }
  }

  private static List<Row> read(Events events, Events.Clock clock, int flag) {
    Events.Block block = new Events.Block();
    List<Row> rows = new ArrayList<>();
    int count = block.fill(events, clock, 0);
    assertTrue(count <= Events.Block.ROWS);
    for (int i = 0; i < count; i++) {
      if ((block.kinds[i] & flag) != 0) {
        int kind = block.kinds[i] & (Events.WHAT | Events.ASK);
        long exchange = events.time(Events.Clock.EXCHANGE, i);
        long local = events.time(Events.Clock.LOCAL, i);
        rows.add(new Row(exchange, local, kind, block.prices[i], block.sizes[i]));
      }
    }
    return rows;
  }
}
