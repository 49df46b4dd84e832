package io.makerbench.workbench.bench;

import io.makerbench.bench.Benchmark;
import java.util.List;

/** Every benchmark of the window. */
public final class WindowBenchmarks {
  private WindowBenchmarks() {}

  /** All of them, in the order they are listed. */
  public static List<Benchmark> all() {
    return List.of(
        new FrameBenchmark(BusyWindow.Shown.BOOK),
        new FrameBenchmark(BusyWindow.Shown.VENUES),
        new AnswerBenchmark(),
        new CurvesBenchmark(),
        new StartupBenchmark());
  }
}
