package io.makerbench.book;

import io.makerbench.random.RandomStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Level updates near the touch, a tenth of them removals; the floor is the loop that reads them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LadderBenchmark {
  private static final int UPDATES = 1 << 16;
  private static final int MID = 600_000;
  private static final int SPREAD_OF_LEVELS = 400;
  private static final int REMOVAL_ONE_IN = 10;

  private final int[] sides = new int[UPDATES];
  private final int[] prices = new int[UPDATES];
  private final long[] sizes = new long[UPDATES];
  private final Ladder book = new Ladder();

  @Setup
  public void generate() {
    RandomStream random = RandomStream.named(1, "ladder benchmark", 0);
    for (int i = 0; i < UPDATES; i++) {
      sides[i] = random.nextInt(2);
      int distance = 1 + random.nextInt(SPREAD_OF_LEVELS);
      prices[i] = sides[i] == Ladder.BID ? MID - distance : MID + distance;
      sizes[i] = random.nextInt(REMOVAL_ONE_IN) == 0 ? 0 : 1 + random.nextInt(1000);
    }
  }

  /** Each update is applied and the best prices read. */
  @Benchmark
  @OperationsPerInvocation(UPDATES)
  public long applyAndReadTouch() {
    long sum = 0;
    for (int i = 0; i < UPDATES; i++) {
      book.set(sides[i], prices[i], sizes[i]);
      sum += book.bestBid() + (long) book.bestAsk();
    }
    return sum;
  }

  /** The floor: the same numbers read and summed. */
  @Benchmark
  @OperationsPerInvocation(UPDATES)
  public long readOnly() {
    long sum = 0;
    for (int i = 0; i < UPDATES; i++) {
      sum += sides[i] + prices[i] + sizes[i];
    }
    return sum;
  }
}
