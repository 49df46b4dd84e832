package io.makerbench.experiment;

import io.makerbench.learn.Trainer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Notes how fast a training is: tells it a few times a second, writes it to timing.csv each second.
 * All that depends on the clock is here and in no other file but run.json.
 */
final class SpeedLog implements AutoCloseable {
  private static final long TELL_NANOS = 100_000_000;
  private static final long WRITE_NANOS = 1_000_000_000;
  private static final double NANOS_A_SECOND = 1e9;
  private static final double BYTES_A_MEBIBYTE = 1 << 20;

  private final BufferedWriter out;
  private long toldAt;
  private long writtenAt;
  private long writtenTicks = -1;
  private double perSecond;

  SpeedLog(Path file) {
    try {
      boolean fresh = !Files.exists(file);
      out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      if (fresh) {
        out.write("step,ticks_per_second,heap_mib\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be written.", e);
    }
    restart();
  }

  /** Begins to measure anew, after a pause. */
  void restart() {
    writtenAt = System.nanoTime();
    toldAt = writtenAt;
    writtenTicks = -1;
  }

  void note(Trainer.Progress done, Consumer<ProgressEvent> progress) {
    long now = System.nanoTime();
    if (writtenTicks < 0) {
      writtenTicks = done.doneTicks();
    }
    if (now - toldAt >= TELL_NANOS) {
      toldAt = now;
      perSecond = (done.doneTicks() - writtenTicks) * NANOS_A_SECOND / (now - writtenAt);
      progress.accept(
          new ProgressEvent.Progress(done.doneTicks(), done.totalTicks(), "ticks", perSecond));
    }
    if (now - writtenAt >= WRITE_NANOS) {
      write(done.doneTicks());
      writtenAt = now;
      writtenTicks = done.doneTicks();
    }
  }

  private void write(long step) {
    Runtime runtime = Runtime.getRuntime();
    double heap = (runtime.totalMemory() - runtime.freeMemory()) / BYTES_A_MEBIBYTE;
    try {
      out.write(String.format(Locale.ROOT, "%d,%.1f,%.1f%n", step, perSecond, heap));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("timing.csv cannot be written.", e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("timing.csv cannot be closed.", e);
    }
  }
}
