package io.makerbench.workbench.data;

import io.makerbench.tape.ImportProgress;
import io.makerbench.workbench.panel.WorkTask;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How far an import is, in one number and in words. Reading files is taken for two thirds of the
 * work, which is told by bytes; writing tables for the rest, told by the rows that were read.
 */
final class ImportMeter implements ImportProgress {
  private static final double READING_SHARE = 0.65;

  private final WorkTask.Report report;
  private final LongSupplier nanos;
  private final Pace whole;
  private final double totalBytes;
  private final Map<Path, Long> bytes = new HashMap<>();
  private final Map<String, Long> rows = new HashMap<>();
  private String phase = "";
  private Pace pace;

  ImportMeter(List<Path> files, WorkTask.Report report, LongSupplier nanos) {
    this.report = report;
    this.nanos = nanos;
    totalBytes = files.stream().mapToLong(file -> file.toFile().length()).sum();
    whole = new Pace(nanos, 0);
    pace = whole;
  }

  @Override
  public void read(Path file, long read) {
    bytes.put(file, read);
  }

  @Override
  public boolean goOn(String now, long done) {
    if (!now.equals(phase)) {
      phase = now;
      pace = new Pace(nanos, done);
    }
    rows.put(phase, done);
    return report.goOn(fraction(), words(done));
  }

  private double fraction() {
    if (bytes.isEmpty() || totalBytes == 0) {
      return -1;
    }
    double read = bytes.values().stream().mapToLong(Long::longValue).sum() / totalBytes;
    double rowsRead = sum("reading");
    double written = phase.startsWith("reading") || rowsRead == 0 ? 0 : sum("writing") / rowsRead;
    return READING_SHARE * Math.min(1, read) + (1 - READING_SHARE) * Math.min(1, written);
  }

  private double sum(String verb) {
    return rows.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(verb))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private String words(long done) {
    double rate = pace.perSecond(done);
    double fraction = fraction();
    return phase.substring(0, 1).toUpperCase(Locale.ROOT)
        + phase.substring(1)
        + String.format(Locale.ROOT, " · %,d rows", done)
        + (Double.isNaN(rate) ? "" : String.format(Locale.ROOT, " · %,.0f rows/s", rate))
        + (fraction < 0 ? "" : Pace.left(whole.secondsLeft(fraction, 1)));
  }
}
