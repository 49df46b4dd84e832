package io.makerbench.venue;

import io.makerbench.tape.Events;
import org.jspecify.annotations.Nullable;

/** Reads the events of one clock in their order, block by block. */
final class EventCursor {
  /** Time when there is no further event. */
  static final long END = Long.MAX_VALUE;

  final Events.Block block = new Events.Block();

  /** Row of the block the reader stands at. */
  int at;

  private final Events events;
  private final Events.Clock clock;
  private final int flag;
  private final @Nullable ModelledFeed feed;
  private long firstRow;
  private int filled;

  EventCursor(Events events, Events.Clock clock) {
    this(events, clock, null);
  }

  /** Reads what happens at the exchange when a modelled feed brings it. */
  EventCursor(Events events, ModelledFeed feed) {
    this(events, Events.Clock.EXCHANGE, feed);
  }

  private EventCursor(Events events, Events.Clock clock, @Nullable ModelledFeed feed) {
    this.events = events;
    this.clock = clock;
    this.feed = feed;
    flag = clock == Events.Clock.EXCHANGE ? Events.AT_EXCHANGE : Events.AT_LOCAL;
    rewind();
  }

  /** Goes back to the first event. */
  void rewind() {
    if (feed != null) {
      feed.rewind();
    }
    open(0);
  }

  /** Goes to the next event of this clock. */
  void next() {
    at++;
    skipOthers();
  }

  /** Time of the event, or {@link #END}. */
  long time() {
    return block.times[at];
  }

  /** The row behind the last one is an event at the end of time, so no loop has to look for it. */
  private void skipOthers() {
    while ((block.kinds[at] & flag) == 0) {
      at++;
    }
    if (at == filled && filled == Events.Block.ROWS) {
      open(firstRow + filled);
    }
  }

  private void open(long row) {
    firstRow = row;
    filled = block.fill(events, clock, row);
    if (feed != null) {
      feed.delay(block, filled);
    }
    block.times[filled] = END;
    block.kinds[filled] = (byte) flag;
    at = 0;
    skipOthers();
  }
}
