package io.makerbench.bench;

import java.util.List;

/** Every benchmark there is. */
public final class Benchmarks {
  private Benchmarks() {}

  /** All benchmarks, in the order they are listed. */
  public static List<Benchmark> all() {
    return List.of(
        new ImportBenchmark(),
        ReplayBenchmark.idle(),
        ReplayBenchmark.maker(10),
        ReplayBenchmark.maker(100),
        new LongTapeBenchmark(),
        new MatchingBenchmark(),
        new ReplayEnvBenchmark(),
        new AnalyticEnvBenchmark(),
        new DqnBenchmark());
  }
}
