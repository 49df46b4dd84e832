package io.makerbench.cli;

import io.makerbench.experiment.Phase;
import io.makerbench.experiment.ProgressEvent;
import io.makerbench.experiment.RunState;
import io.makerbench.learn.watch.Finding;
import io.makerbench.learn.watch.Severity;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Shows a run's progress in the terminal: one line that is redrawn where a person looks on, else a
 * line each tenth of a phase. Called from the run's thread.
 */
final class ProgressBar implements Consumer<ProgressEvent> {
  private static final int WIDTH = 30;
  private static final int LINES_A_PHASE = 10;
  private static final long REDRAW_NANOS = 100_000_000;
  private static final String CORRECTED = "corrected_";
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final PrintWriter out;
  private final boolean redraws;
  private @Nullable Phase phase;
  private String figures = "";
  private String corrections = "";
  private int shownTenth = -1;
  private long drawnAt;

  /** On a command's error stream, redrawn where that is a terminal. */
  static ProgressBar of(CommandSpec spec) {
    return new ProgressBar(spec.commandLine().getErr(), System.console() != null);
  }

  private ProgressBar(PrintWriter out, boolean redraws) {
    this.out = out;
    this.redraws = redraws;
  }

  @Override
  public void accept(ProgressEvent event) {
    switch (event) {
      case ProgressEvent.PhaseChange change -> begin(change.phase());
      case ProgressEvent.Progress progress -> show(progress);
      case ProgressEvent.Metrics metrics -> note(metrics);
      case ProgressEvent.Warning warning -> line(words(warning.finding()));
      case ProgressEvent.Device device -> line("Device " + device.name() + ", " + device.engine());
      case ProgressEvent.Actions actions -> noteCorrections(actions);
      case ProgressEvent.Timing timing -> {
        // the bar tells the speed itself
      }
      case ProgressEvent.Checkpoint checkpoint -> {
        // the bar goes on; checkpoints are in the folder
      }
      case ProgressEvent.State state -> {
        // why a run failed is said at the end of the command
        if (!state.message().isEmpty() && state.state() != RunState.FAILED) {
          line(state.message());
        }
      }
    }
  }

  private static String words(Finding finding) {
    String severity = finding.severity() == Severity.DANGER ? "Danger" : "Advice";
    return "%s at step %d, %s: %s"
        .formatted(
            severity,
            finding.step(),
            finding.kind().title().toLowerCase(Locale.ROOT),
            finding.message());
  }

  private void begin(Phase next) {
    phase = next;
    figures = "";
    corrections = "";
    shownTenth = -1;
    line(next.words());
  }

  private void note(ProgressEvent.Metrics metrics) {
    StringBuilder text = new StringBuilder();
    for (String name : new String[] {"episode", "reward", "loss", "epsilon"}) {
      Double value = metrics.values().get(name);
      if (value != null) {
        text.append(String.format(Locale.ROOT, "  %s %.4g", name, value));
      }
    }
    if (!text.isEmpty()) {
      figures = text.toString();
    }
  }

  /** How actions spread is for the window to draw. */
  private void noteCorrections(ProgressEvent.Actions actions) {
    double sum =
        actions.values().entrySet().stream()
            .filter(column -> column.getKey().startsWith(CORRECTED))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    corrections = sum > 0 ? String.format(Locale.ROOT, "  %.3g corrections a decision", sum) : "";
  }

  private void show(ProgressEvent.Progress progress) {
    double share = Math.max(0, progress.fraction());
    if (redraws) {
      if (System.nanoTime() - drawnAt > REDRAW_NANOS || share >= 1) {
        drawnAt = System.nanoTime();
        out.print(CLEAR_LINE + text(progress, share));
        out.flush();
      }
    } else if ((int) (share * LINES_A_PHASE) > shownTenth) {
      shownTenth = (int) (share * LINES_A_PHASE);
      line(text(progress, share));
    }
  }

  private String text(ProgressEvent.Progress progress, double share) {
    int full = (int) Math.round(share * WIDTH);
    return String.format(
        Locale.ROOT,
        "  [%s%s] %3.0f %%  %,.0f %s/s  %s%s",
        "█".repeat(full),
        "·".repeat(WIDTH - full),
        share * 100,
        progress.perSecond(),
        progress.unit(),
        left(progress.secondsLeft()),
        figures + corrections);
  }

  private static String left(double seconds) {
    if (Double.isNaN(seconds)) {
      return "";
    }
    long whole = Math.round(seconds);
    return whole < 60 ? whole + " s left" : (whole / 60) + " min " + (whole % 60) + " s left";
  }

  private void line(String text) {
    out.println((redraws ? CLEAR_LINE : "") + text);
    out.flush();
  }
}
