package io.makerbench.bench;

import io.makerbench.experiment.Settings;
import io.makerbench.tape.Events;
import io.makerbench.tape.RepeatedTape;
import io.makerbench.tape.Tape;
import io.makerbench.venue.MarketReplay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Opening a tape of more than a hundred million updates, made by repeating a recording, and
 * replaying all of it: how fast, and in how much heap.
 */
final class LongTapeBenchmark implements Benchmark {
  private static final long UPDATES = 100_000_000;
  private static final double BYTES_A_MEBIBYTE = 1 << 20;
  private static final long WAKE_UP = 60_000_000_000L;

  private double openSeconds;

  @Override
  public String name() {
    return "long-tape";
  }

  @Override
  public String help() {
    return "merged rows/s of a tape of 100 million updates, nothing quoting, with its heap and"
        + " the time to open it; floor: memory bandwidth";
  }

  @Override
  public Measurement measure(Settings settings) {
    Path tape = BenchRecording.tape(settings).resolveSibling("long-tape.benchmark");
    try {
      long updates = write(BenchRecording.tape(settings), tape);
      heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
      Repetitions found = Repetitions.of(() -> replay(tape));
      Map<String, Object> facts = found.config();
      facts.put("heap_peak_mib", heapPeak() / BYTES_A_MEBIBYTE);
      facts.put("heap_limit_mib", Runtime.getRuntime().maxMemory() / BYTES_A_MEBIBYTE);
      facts.put("open_seconds", openSeconds);
      facts.put("updates", updates);
      facts.put("tape_mib", Files.size(tape) / BYTES_A_MEBIBYTE);
      facts.put("bytes_a_row", ReplayBenchmark.BYTES_A_ROW);
      facts.put("floor_is", "bytes moved over the bandwidth of copying memory on one thread");
      double floor = MemoryBandwidth.bytesPerSecond() / ReplayBenchmark.BYTES_A_ROW;
      return new Measurement(name(), found.median(), "rows/s", floor, facts);
    } catch (IOException e) {
      throw new UncheckedIOException("The long tape cannot be read.", e);
    } finally {
      delete(tape);
    }
  }

  /** Writes the long tape; returns the level updates in it. */
  private static long write(Path recording, Path tape) {
    try (Tape source = Tape.open(recording)) {
      int times = (int) Math.ceilDiv(UPDATES, source.levels().rows());
      RepeatedTape.write(source, times, tape);
      return times * source.levels().rows();
    }
  }

  private double replay(Path path) {
    long start = System.nanoTime();
    try (Tape tape = Tape.open(path)) {
      Events events = tape.events();
      openSeconds = (System.nanoTime() - start) / 1e9;
      MarketReplay market = new MarketReplay(tape, ReplayBenchmark.terms(tape));
      return Repetitions.cpuRate(events.rows(), () -> replay(market));
    }
  }

  private static void replay(MarketReplay market) {
    for (long time = market.firstTime(); time < market.lastTime(); time += WAKE_UP) {
      market.advance(time);
    }
    market.advance(market.lastTime());
  }

  private static List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static double heapPeak() {
    return heapPools().stream().mapToDouble(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  private static void delete(Path tape) {
    try {
      Files.deleteIfExists(tape);
    } catch (IOException e) {
      throw new UncheckedIOException("The long tape " + tape + " cannot be deleted.", e);
    }
  }
}
