package io.makerbench.tape;

import io.makerbench.book.Ladder;
import io.makerbench.config.InputException;
import io.makerbench.random.RandomStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Generates a tape from a seed, with no data at all: level updates, book states and trades of an
 * {@link OrderFlow}, or of a {@link RandomWalk}. The same settings and seed give the same bytes on
 * every machine. Books are never crossed nor locked.
 */
public final class SyntheticRecording implements OrderFlow.Tape {
  /** Venue in the header of generated tapes. */
  public static final String EXCHANGE = "synthetic";

  /** Time of the first state: 2024-01-01 00:00:00 UTC, ns since 1970. */
  public static final long START = 1_704_067_200_000_000_000L;

  private static final int MOST_STORED_LEVELS = 25;
  private static final long NS_PER_MILLI = 1_000_000;
  private static final long NS_PER_SECOND = 1_000_000_000;
  private static final double NS_PER_MICRO = 1_000;

  private final SyntheticConfig config;
  private final long seed;
  private final BookFlow flow;
  private final RandomStream latency;
  private final LevelsWriter levels;
  private final BookStatesWriter states;
  private final TradesWriter trades;
  private final EventsWriter events;
  private final long[][] changed = new long[1][];
  private long lastBookArrival;
  private long lastTradeArrival;
  private long rows;

  private SyntheticRecording(
      SyntheticConfig config, long seed, TapeWriter tape, EventsWriter events) {
    this.config = config;
    this.seed = seed;
    levels = new LevelsWriter(tape);
    states = new BookStatesWriter(tape, storedLevels());
    trades = new TradesWriter(tape);
    this.events = events;
    latency = RandomStream.named(seed, "feed latency", 0);
    flow =
        switch (config.moves()) {
          case TRADERS -> new OrderFlow(config, seed, START, this);
          case CHANCE -> new RandomWalk(config, seed, START);
        };
  }

  /**
   * Generates a recording.
   *
   * @param tape the file to write; an older one of this name is replaced
   * @throws InputException when the settings contradict each other
   */
  public static void generate(SyntheticConfig config, long seed, Path tape) {
    check(config);
    try (TapeWriter writer = new TapeWriter(tape);
        EventsWriter events = new EventsWriter(writer)) {
      SyntheticRecording recording = new SyntheticRecording(config, seed, writer, events);
      recording.record();
      events.finish();
      recording.finish(writer);
    }
  }

  private static void check(SyntheticConfig config) {
    double ticks = config.startPrice() / config.tickSize();
    if (!(ticks > 4.0 * config.levels() && ticks < Integer.MAX_VALUE / 2.0)) {
      throw new InputException(
          "start_price ("
              + config.startPrice()
              + ") must be more than four times levels and less than a billion ticks of tick_size ("
              + config.tickSize()
              + ").");
    }
    if (config.orderSize() < config.lotSize()) {
      throw new InputException(
          "order_size ("
              + config.orderSize()
              + ") must be at least lot_size ("
              + config.lotSize()
              + ").");
    }
  }

  private int storedLevels() {
    return Math.min(MOST_STORED_LEVELS, config.levels());
  }

  private void record() {
    publish(START, Levels.SNAPSHOT_BEGINS);
    long end = START + config.seconds() * NS_PER_SECOND;
    long interval = config.bookIntervalMillis() * NS_PER_MILLI;
    for (long time = START + interval; time <= end; time += interval) {
      flow.advanceTo(time);
      publish(time, Levels.UPDATE);
    }
  }

  private void publish(long time, byte kindOfFirst) {
    int count = flow.takeChanges(changed);
    if (count == 0) {
      return;
    }
    lastBookArrival = Math.max(lastBookArrival, time + drawLatency());
    Ladder ladder = flow.ladder();
    for (int i = 0; i < count; i++) {
      int side = (int) (changed[0][i] >>> Integer.SIZE);
      int price = (int) changed[0][i];
      boolean inSnapshot = i > 0 && kindOfFirst == Levels.SNAPSHOT_BEGINS;
      byte kind = inSnapshot ? Levels.IN_SNAPSHOT : kindOfFirst;
      long size = ladder.size(side, price);
      levels.write(time, lastBookArrival, side, kind, price, size);
      events.level(time, lastBookArrival, side, price, size);
    }
    rows += count;
    states.write(time, lastBookArrival, ladder);
  }

  @Override
  public void trade(long time, int takerSign, int price, long size) {
    lastTradeArrival = Math.max(lastTradeArrival, time + drawLatency());
    trades.write(time, lastTradeArrival, takerSign, price, size);
    events.trade(time, lastTradeArrival, takerSign, price, size);
    rows++;
  }

  /** Half of the mean is constant, the other half exponential. */
  private long drawLatency() {
    double half = config.feedLatencyMicros() * NS_PER_MICRO / 2;
    return Math.round(half + half * latency.nextExponential(1));
  }

  private void finish(TapeWriter writer) {
    writer.finish(
        new Instrument(EXCHANGE, "SYNTHETIC", config.tickSize(), config.lotSize()),
        List.of(new TapeHeader.Source("seed " + seed, EXCHANGE, rows, 0, "")),
        storedLevels(),
        List.of());
  }
}
