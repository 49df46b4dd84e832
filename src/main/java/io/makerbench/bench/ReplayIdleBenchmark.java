package io.makerbench.bench;

import io.makerbench.book.Ladder;
import io.makerbench.experiment.Settings;
import io.makerbench.tape.Levels;
import io.makerbench.tape.Tape;
import java.util.Map;

/** Applying the level updates of a mapped tape to a book, with nothing quoting. */
final class ReplayIdleBenchmark implements Benchmark {
  /** Bytes the loop reads a row: exchange and local time, side, snapshot flag, price, size. */
  private static final double BYTES_A_ROW = 8 + 8 + 1 + 1 + 4 + 8;

  private static final int PASSES = 5;

  private long bestSeen;

  @Override
  public String name() {
    return "replay-idle";
  }

  @Override
  public String help() {
    return "level updates/s applied to a book, nothing quoting; floor: memory bandwidth";
  }

  @Override
  public Measurement measure(Settings settings) {
    try (Tape tape = Tape.open(BenchRecording.tape(settings))) {
      Levels levels = tape.levels();
      Repetitions found =
          Repetitions.of(
              () -> Repetitions.rate((double) PASSES * levels.rows(), () -> replay(levels)));
      Map<String, Object> facts = found.config();
      facts.put("rows", levels.rows());
      facts.put("bytes_a_row", BYTES_A_ROW);
      facts.put("floor_is", "bytes moved over the bandwidth of copying memory on one thread");
      facts.put("checksum", bestSeen);
      return new Measurement(
          name(), found.median(), "rows/s", MemoryBandwidth.bytesPerSecond() / BYTES_A_ROW, facts);
    }
  }

  private void replay(Levels levels) {
    for (int pass = 0; pass < PASSES; pass++) {
      bestSeen = replayOnce(levels, new Ladder());
    }
  }

  /** One pass; the sum of best bids keeps the work from being left out. */
  private static long replayOnce(Levels levels, Ladder book) {
    long sum = 0;
    boolean inSnapshot = false;
    for (long row = 0; row < levels.rows(); row++) {
      boolean snapshot = levels.snapshot(row);
      if (snapshot && !inSnapshot) {
        book.clear();
      }
      inSnapshot = snapshot;
      book.set(levels.side(row), levels.price(row), levels.size(row));
      sum += book.bestBid() + levels.localTime(row) + levels.exchangeTime(row);
    }
    return sum;
  }
}
