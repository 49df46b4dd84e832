package io.makerbench.workbench.plot;

import io.makerbench.random.RandomStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The picture of a noisy curve, as wide as a plot; it must cost the same whatever its length. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SmoothedCurveBenchmark {
  private static final int COLUMNS = 400;
  private static final double WEIGHT = 0.9;

  @Param({"10000", "1000000"})
  private int length;

  private final Series series = new Series();

  @Setup
  public void generate() {
    RandomStream random = RandomStream.named(1, "curve benchmark", 0);
    for (int i = 0; i < length; i++) {
      series.append(i, random.nextGaussian());
    }
  }

  /** All of it. */
  @Benchmark
  public Points whole() {
    return new SmoothedCurve("a", 0, Look.LINE, series, WEIGHT).points(series.domain(), COLUMNS);
  }

  /** A tenth in its middle. */
  @Benchmark
  public Points zoomed() {
    return new SmoothedCurve("a", 0, Look.LINE, series, WEIGHT)
        .points(new Range(0.45 * length, 0.55 * length), COLUMNS);
  }
}
