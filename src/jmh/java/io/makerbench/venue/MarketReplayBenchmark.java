package io.makerbench.venue;

import io.makerbench.book.OrderLatency;
import io.makerbench.storage.FolderTree;
import io.makerbench.tape.Events;
import io.makerbench.tape.SyntheticConfig;
import io.makerbench.tape.SyntheticRecording;
import io.makerbench.tape.Tape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One replay of a generated recording of a quarter of an hour: nothing quoting, and the reference
 * maker every 100 and 10 ms. The floor is the loop that copies the rows out of the tape, once for
 * each of the two readers.
 *
 * <p>Measured on one core of a two-core virtual machine (JDK 25, five iterations of 1 s): 4.9 ± 0.7
 * ms with nothing quoting, 7.0 ± 1.1 and 19.2 ± 5.9 ms with the maker every 100 and 10 ms; the
 * floor is 0.16 ms.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MarketReplayBenchmark {
  private static final long MILLI = 1_000_000;
  private static final long LATENCY = 10 * MILLI;
  private static final long SEED = 1;
  private static final ReferenceMaker MAKER = new ReferenceMaker(10, 50);

  private Path folder;
  private Tape tape;
  private MarketReplay market;

  @Setup
  public void record() throws IOException {
    folder = Files.createTempDirectory("makerbench-jmh");
    Path path = folder.resolve("generated.tape");
    SyntheticRecording.generate(
        new SyntheticConfig(
            SyntheticConfig.Moves.TRADERS,
            900,
            60_000,
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
            2000),
        SEED,
        path);
    tape = Tape.open(path);
    market =
        new MarketReplay(
            tape,
            new VenueTerms(
                tape.instrument().priceStep(),
                tape.instrument().sizeStep(),
                new OrderLatency(LATENCY, LATENCY, LATENCY, LATENCY),
                VenueTerms.Execution.WHOLE,
                VenueTerms.TradeSize.SHARED,
                0,
                0));
  }

  @TearDown
  public void remove() throws IOException {
    tape.close();
    FolderTree.delete(folder);
  }

  /** Both books are kept, and nobody quotes. */
  @Benchmark
  public int nothingQuoting() {
    market.rewind();
    market.advance(market.lastTime());
    return market.book().bestBid();
  }

  /** The reference maker, ten times a second. */
  @Benchmark
  public int makerEvery100Millis() {
    market.rewind();
    MAKER.run(market, 100 * MILLI);
    return market.fills().count();
  }

  /** The reference maker, a hundred times a second. */
  @Benchmark
  public int makerEvery10Millis() {
    market.rewind();
    MAKER.run(market, 10 * MILLI);
    return market.fills().count();
  }

  /** The floor: rows copied out of the tape for both readers. */
  @Benchmark
  public long copyRows() {
    Events events = tape.events();
    Events.Block block = new Events.Block();
    long sum = 0;
    for (Events.Clock clock : Events.Clock.values()) {
      for (long row = 0; row < events.rows(); row += Events.Block.ROWS) {
        sum += block.fill(events, clock, row) + block.times[0];
      }
    }
    return sum;
  }
}
