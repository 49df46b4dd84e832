package io.makerbench.experiment;

import io.makerbench.learn.ComputeDevice;
import io.makerbench.learn.Trainer;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Notes how fast a training is and what it takes: tells its speed a few times a second, writes a
 * row of timing.csv each second. All that depends on the clock is here and in no other file but
 * run.json. A training that is resumed goes on with the seconds its step had.
 */
final class SpeedLog implements AutoCloseable {
  private static final String SECONDS = "seconds";
  private static final String SPEED = "ticks_per_second";

  /** Seconds since 1970 UTC. */
  private static final String CLOCK = "clock";

  private static final double MILLIS_A_SECOND = 1e3;
  private static final long TELL_NANOS = 100_000_000;
  private static final long WRITE_NANOS = 1_000_000_000;
  private static final double NANOS_A_SECOND = 1e9;

  private final BufferedWriter out;
  private final List<String> columns;
  private final MetricsTable.Series earlier;
  private final ProcessFigures process;
  private long toldAt;
  private long writtenAt;
  private long writtenTicks = -1;
  private double seconds = Double.NaN;
  private double perSecond;

  SpeedLog(Path file, ComputeDevice device) {
    process = new ProcessFigures(device);
    earlier = MetricsTable.read(file).column(SECONDS);
    try {
      boolean fresh = !Files.exists(file);
      columns = fresh ? allColumns() : columnsOf(file);
      out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      if (fresh) {
        out.write("step," + String.join(",", columns) + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be written.", e);
    }
    restart();
  }

  private static List<String> allColumns() {
    List<String> all = new ArrayList<>(List.of(SECONDS, SPEED, CLOCK));
    all.addAll(ProcessFigures.COLUMNS);
    return all;
  }

  /** A file that an older version began keeps its columns. */
  private static List<String> columnsOf(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String header = lines.readLine();
      List<String> names = header == null ? List.of("step") : List.of(header.split(","));
      return names.subList(1, names.size());
    }
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
      begin(done.doneTicks(), progress);
    }
    if (now - toldAt >= TELL_NANOS) {
      toldAt = now;
      perSecond = (done.doneTicks() - writtenTicks) * NANOS_A_SECOND / (now - writtenAt);
      progress.accept(
          new ProgressEvent.Progress(done.doneTicks(), done.totalTicks(), "ticks", perSecond));
    }
    if (now - writtenAt >= WRITE_NANOS) {
      seconds += (now - writtenAt) / NANOS_A_SECOND;
      write(done.doneTicks(), progress);
      writtenAt = now;
      writtenTicks = done.doneTicks();
    }
  }

  /** The training has come to rest: its last seconds count too. */
  void end(Trainer.Progress done, Consumer<ProgressEvent> progress) {
    long now = System.nanoTime();
    if (writtenTicks >= 0 && done.doneTicks() > writtenTicks) {
      seconds += (now - writtenAt) / NANOS_A_SECOND;
      perSecond = (done.doneTicks() - writtenTicks) * NANOS_A_SECOND / (now - writtenAt);
      write(done.doneTicks(), progress);
      writtenAt = now;
      writtenTicks = done.doneTicks();
    }
  }

  private void begin(long step, Consumer<ProgressEvent> progress) {
    writtenTicks = step;
    if (Double.isNaN(seconds)) {
      seconds = secondsAt(step);
      write(step, progress);
    }
  }

  private double secondsAt(long step) {
    double last = 0;
    for (int i = 0; i < earlier.size(); i++) {
      if (earlier.steps()[i] <= step) {
        last = earlier.values()[i];
      }
    }
    return last;
  }

  private void write(long step, Consumer<ProgressEvent> progress) {
    Map<String, Double> row = new LinkedHashMap<>();
    row.put(SECONDS, seconds);
    row.put(CLOCK, System.currentTimeMillis() / MILLIS_A_SECOND);
    if (perSecond > 0) {
      row.put(SPEED, perSecond);
    }
    process.put(row);
    progress.accept(new ProgressEvent.Timing(step, Map.copyOf(row)));
    StringBuilder line = new StringBuilder().append(step);
    for (String column : columns) {
      Double value = row.get(column);
      line.append(value == null ? "," : String.format(Locale.ROOT, ",%.2f", value));
    }
    try {
      out.write(line.append('\n').toString());
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
