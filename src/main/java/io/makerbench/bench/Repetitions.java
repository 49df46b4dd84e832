package io.makerbench.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/** Repeats a piece of work until the machine is warm, and then measures it; or does it once. */
record Repetitions(double[] values) {
  private static final int WARM_UPS = 3;

  /** What short work takes to be compiled for good. */
  private static final long WARM_UP_NANOS = 4_000_000_000L;

  private static final int MEASURED = 5;
  private static final long MEASURED_NANOS = 2_000_000_000L;
  private static final double BYTES_A_MEBIBYTE = 1 << 20;

  /** Runs work that returns its own rate. */
  static Repetitions of(DoubleSupplier rate) {
    repeated(rate, WARM_UPS, WARM_UP_NANOS);
    return new Repetitions(repeated(rate, MEASURED, MEASURED_NANOS));
  }

  private static double[] repeated(DoubleSupplier rate, int times, long nanos) {
    DoubleStream.Builder values = DoubleStream.builder();
    long start = System.nanoTime();
    for (int i = 0; i < times || System.nanoTime() - start < nanos; i++) {
      values.add(rate.getAsDouble());
    }
    return values.build().toArray();
  }

  /** Runs work once that takes a minute, so that warming up counts for little. */
  static Repetitions once(DoubleSupplier rate) {
    return new Repetitions(new double[] {rate.getAsDouble()});
  }

  /** Units done per second by work that takes from now until it returns. */
  static double rate(double units, Runnable work) {
    long start = System.nanoTime();
    work.run();
    return units * 1e9 / (System.nanoTime() - start);
  }

  /** As {@link #rate}, by the time the processor spent on this thread. */
  static double cpuRate(double units, Runnable work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    work.run();
    return units * 1e9 / (threads.getCurrentThreadCpuTime() - start);
  }

  double median() {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** The repetitions and the heap in use, for the measurement's config. */
  Map<String, Object> config() {
    Runtime runtime = Runtime.getRuntime();
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("repetitions", values);
    config.put("heap_mib", (runtime.totalMemory() - runtime.freeMemory()) / BYTES_A_MEBIBYTE);
    config.put("cores", runtime.availableProcessors());
    return config;
  }
}
