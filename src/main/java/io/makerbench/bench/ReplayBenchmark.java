package io.makerbench.bench;

import io.makerbench.book.OrderLatency;
import io.makerbench.experiment.Settings;
import io.makerbench.tape.Tape;
import io.makerbench.venue.MarketReplay;
import io.makerbench.venue.ReferenceMaker;
import io.makerbench.venue.VenueTerms;
import java.util.Map;

/**
 * Replaying a mapped tape event by event, at the exchange and at the trader, with a trader who
 * wakes up at a fixed interval and quotes or not. Rows are merged rows: one that comes at another
 * place by the other clock counts once for each.
 *
 * @param name name of the benchmark
 * @param intervalMillis time between wake-ups, ms
 * @param trader what the trader does
 */
record ReplayBenchmark(String name, long intervalMillis, Trader trader) implements Benchmark {
  /** What the trader does at a wake-up. */
  enum Trader {
    NOTHING,
    REFERENCE_MAKER
  }

  /** Bytes each of the two readers moves a row: time, kind, price, size. */
  static final double BYTES_A_ROW = 2 * (8 + 1 + 4 + 8);

  private static final int PASSES = 5;
  private static final long NS_PER_MILLI = 1_000_000;
  private static final long LATENCY = 10 * NS_PER_MILLI;
  private static final double MAKER_FEE = -0.5e-4;
  private static final double TAKER_FEE = 7e-4;
  private static final ReferenceMaker MAKER = new ReferenceMaker(10, 50);

  static ReplayBenchmark idle() {
    return new ReplayBenchmark("replay-idle", 100, Trader.NOTHING);
  }

  static ReplayBenchmark maker(long intervalMillis) {
    return new ReplayBenchmark(
        "replay-maker-" + intervalMillis + "ms", intervalMillis, Trader.REFERENCE_MAKER);
  }

  @Override
  public String help() {
    return "merged rows/s replayed at exchange and trader, "
        + (trader == Trader.NOTHING ? "nothing quoting" : "reference maker")
        + ", a wake-up every "
        + intervalMillis
        + " ms, thread's CPU time; floor: memory bandwidth";
  }

  @Override
  public Measurement measure(Settings settings) {
    try (Tape tape = Tape.open(BenchRecording.tape(settings))) {
      MarketReplay market = new MarketReplay(tape, terms(tape));
      long rows = tape.events().rows();
      Repetitions found =
          Repetitions.of(() -> Repetitions.cpuRate((double) PASSES * rows, () -> replay(market)));
      Map<String, Object> facts = found.config();
      facts.put("rows", rows);
      facts.put("fills", market.fills().count());
      facts.put("orders_sent", market.ordersSent());
      facts.put("cancels_sent", market.cancelsSent());
      facts.put("bytes_a_row", BYTES_A_ROW);
      facts.put("floor_is", "bytes moved over the bandwidth of copying memory on one thread");
      double floor = MemoryBandwidth.bytesPerSecond() / BYTES_A_ROW;
      return new Measurement(name, found.median(), "rows/s", floor, facts);
    }
  }

  static VenueTerms terms(Tape tape) {
    return new VenueTerms(
        tape.instrument().priceStep(),
        tape.instrument().sizeStep(),
        new OrderLatency(LATENCY, LATENCY, LATENCY, LATENCY),
        VenueTerms.Execution.WHOLE,
        VenueTerms.TradeSize.SHARED,
        MAKER_FEE,
        TAKER_FEE);
  }

  private void replay(MarketReplay market) {
    for (int pass = 0; pass < PASSES; pass++) {
      market.rewind();
      if (trader == Trader.REFERENCE_MAKER) {
        MAKER.run(market, intervalMillis * NS_PER_MILLI);
      } else {
        wakeOnly(market);
      }
    }
  }

  private void wakeOnly(MarketReplay market) {
    long last = market.lastTime();
    long interval = intervalMillis * NS_PER_MILLI;
    for (long time = market.firstTime() + interval; time < last; time += interval) {
      market.advance(time);
    }
    market.advance(last);
  }
}
