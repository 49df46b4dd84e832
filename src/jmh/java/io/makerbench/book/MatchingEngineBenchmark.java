package io.makerbench.book;

import io.makerbench.bench.OrderMessageDraw;
import io.makerbench.bench.OrderMessages;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A flow in balance through the matching engine, 95 of 100 placed orders cancelled, on books of
 * several sizes; the time is that of one message, of which the filling of the book is a small part.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MatchingEngineBenchmark {
  private static final int MESSAGES = 1 << 21;
  private static final double TAKING_SHARE = 0.025;

  /** Orders in the book. */
  @Param({"1000", "10000", "100000"})
  public int orders;

  private OrderMessages messages = OrderMessageDraw.balanced(1, 1, TAKING_SHARE);

  @Setup
  public void draw() {
    messages = OrderMessageDraw.balanced(orders, MESSAGES, TAKING_SHARE);
  }

  /** Every message is worked off. */
  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public long match() {
    return messages.send(OrderMessages.engine(MatchListener.NONE));
  }

  /** The floor: the same messages read, and one record of an order changed for each. */
  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public long touch() {
    return messages.touch(Integer.highestOneBit(orders) << 1);
  }
}
