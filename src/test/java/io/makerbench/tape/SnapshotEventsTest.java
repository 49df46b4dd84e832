package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.book.Ladder;
import io.makerbench.random.RandomStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots of a recording become updates that build the same books. */
class SnapshotEventsTest {
  private static final int DEPTH = 3;
  private static final int SNAPSHOTS = 400;
  private static final int MID = 1000;

  @TempDir Path folder;

  @Test
  void theUpdatesBuildEverySnapshot() {
    Path path = folder.resolve("snapshots.tape");
    RandomStream random = RandomStream.named(7, "snapshots", 0);
    try (TapeWriter writer = new TapeWriter(path);
        EventsWriter events = new EventsWriter(writer)) {
      BookStatesWriter states = new BookStatesWriter(writer, DEPTH);
      SnapshotEvents updates = new SnapshotEvents(events, DEPTH);
      for (int i = 0; i < SNAPSHOTS; i++) {
        draw(random, states);
        states.write(i, i, 0);
        updates.write(i, i, states);
      }
      events.finish();
      writer.finish(new Instrument("venue", "COIN", 1, 1), List.of(), DEPTH, List.of());
    }
    try (Tape tape = Tape.open(path)) {
      assertEquals(SNAPSHOTS, tape.states().rows());
      follow(tape);
    }
  }

  /** A book around a mid that wanders; some snapshots show fewer levels. */
  private static void draw(RandomStream random, BookStatesWriter states) {
    int mid = MID + random.nextInt(9);
    int shown = random.nextInt(5) == 0 ? random.nextInt(DEPTH) : DEPTH;
    for (int level = 0, bid = mid, ask = mid; level < DEPTH; level++) {
      bid -= 1 + random.nextInt(2);
      ask += 1 + random.nextInt(2);
      states.bidPrices[level] = bid;
      states.askPrices[level] = ask;
      states.bidSizes[level] = level < shown ? 1 + random.nextInt(4) : 0;
      states.askSizes[level] = level < shown ? 1 + random.nextInt(4) : 0;
    }
  }

  private static void follow(Tape tape) {
    Ladder book = new Ladder();
    Events.Block block = new Events.Block();
    long row = 0;
    int filled = block.fill(tape.events(), Events.Clock.LOCAL, 0);
    int at = 0;
    for (long state = 0; state < SNAPSHOTS; state++) {
      while (row < tape.events().rows()
          && tape.events().time(Events.Clock.LOCAL, row) <= tape.states().localTime(state)) {
        if (at == filled) {
          filled = block.fill(tape.events(), Events.Clock.LOCAL, row);
          at = 0;
        }
        int side = (block.kinds[at] & Events.ASK) != 0 ? Ladder.ASK : Ladder.BID;
        book.set(side, block.prices[at], block.sizes[at]);
        at++;
        row++;
      }
      assertShows(tape.states(), state, book);
    }
  }

  private static void assertShows(BookStates states, long state, Ladder book) {
    int[] prices = new int[DEPTH];
    long[] sizes = new long[DEPTH];
    int bids = book.copyTop(Ladder.BID, DEPTH, prices, sizes);
    for (int level = 0; level < DEPTH; level++) {
      long size = states.bidSize(state, level);
      assertEquals(size, level < bids ? sizes[level] : 0, "bid " + level + " of " + state);
      assertEquals(size > 0 ? states.bidPrice(state, level) : 0, level < bids ? prices[level] : 0);
    }
    int asks = book.copyTop(Ladder.ASK, DEPTH, prices, sizes);
    for (int level = 0; level < DEPTH; level++) {
      long size = states.askSize(state, level);
      assertEquals(size, level < asks ? sizes[level] : 0, "ask " + level + " of " + state);
    }
  }
}
