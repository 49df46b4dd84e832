package io.makerbench.workbench.data;

import io.makerbench.tape.fetch.FetchProgress;
import io.makerbench.tape.fetch.FetchedFile;
import io.makerbench.tape.fetch.Sample;
import io.makerbench.tape.fetch.SampleFetch;
import io.makerbench.workbench.panel.WorkTask;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Files to be fetched from a vendor.
 *
 * @param fetch vendor, folder and patience
 * @param samples files of one instrument and day
 */
record FetchJob(SampleFetch fetch, List<Sample> samples) {
  /** The task that does it. */
  WorkTask task() {
    Sample first = samples.getFirst();
    return new WorkTask(
        "Fetch of %s %s %s".formatted(first.exchange(), first.symbol(), first.day()), this::run);
  }

  private List<Path> run(WorkTask.Report report) {
    return fetch.run(samples, new Meter(report)).stream().map(FetchedFile::path).toList();
  }

  /** How far it is; asked from several threads. */
  private final class Meter implements FetchProgress {
    private record Measured(String file, Pace pace) {}

    private final WorkTask.Report report;
    private final AtomicReference<@Nullable Measured> current = new AtomicReference<>();
    private volatile String note = "";

    Meter(WorkTask.Report report) {
      this.report = report;
    }

    @Override
    public boolean goOn(String file, long bytes, long total) {
      Measured measured =
          current.updateAndGet(now ->
              now != null && now.file.equals(file)
                  ? now
                  : new Measured(file, new Pace(System::nanoTime, bytes)));
      double rate = measured.pace.perSecond(bytes);
      String words =
          Moments.bytes(bytes)
              + (total > 0 ? " of " + Moments.bytes(total) : "")
              + (rate > 0 ? " · " + Moments.bytes(rate) + "/s" : "")
              + (total > 0 ? Pace.left(measured.pace.secondsLeft(bytes, total)) : "");
      double share = total > 0 ? (double) bytes / total : 0;
      return report.goOn(
          total > 0 ? (index(file) + share) / samples.size() : -1,
          bytes > 0 || note.isEmpty() ? file + " · " + words : note);
    }

    private int index(String file) {
      return samples.stream().map(Sample::fileName).toList().indexOf(file);
    }

    @Override
    public void note(String words) {
      note = words;
      report.goOn(-1, words);
    }
  }
}
