package io.makerbench.bench;

import io.makerbench.learn.NetworkEngine;
import java.util.ArrayList;
import java.util.List;

/** Every benchmark there is. */
public final class Benchmarks {
  private Benchmarks() {}

  /** All benchmarks, in the order they are listed. */
  public static List<Benchmark> all() {
    List<Benchmark> all = new ArrayList<>();
    all.addAll(
        List.of(
            new ImportBenchmark(),
            ReplayBenchmark.idle(),
            ReplayBenchmark.maker(10),
            ReplayBenchmark.maker(100),
            new LongTapeBenchmark(),
            new MatchingBenchmark(),
            new ReplayEnvBenchmark(),
            new AnalyticEnvBenchmark(),
            new PerpEnvBenchmark()));
    for (NetworkEngine engine : List.of(NetworkEngine.AUTO, NetworkEngine.TORCH)) {
      all.add(new DqnBenchmark(engine));
      all.add(PpoBenchmark.cartPole(engine));
      all.add(PpoBenchmark.analytic(engine));
      all.add(new CjpShareBenchmark(engine));
      all.add(PpoBenchmark.gru(engine));
      all.add(new PredictBenchmark(1, engine));
      all.add(new PredictBenchmark(2048, engine));
    }
    return List.copyOf(all);
  }
}
