package io.makerbench.workbench.bench;

import com.sun.javafx.perf.PerformanceTracker;
import io.makerbench.bench.Benchmark;
import io.makerbench.bench.Measurement;
import io.makerbench.experiment.Settings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Frames a second of the replay while a training works. */
final class FrameBenchmark implements Benchmark {
  private static final int WARM_UPS = 2;
  private static final int MEASURED = 5;
  private static final long STRETCH_MS = 4000;

  /** What JavaFX paints at most. */
  private static final double MOST_FRAMES = 60;

  private final BusyWindow.Shown shown;

  /**
   * @param shown what the replay shows
   */
  FrameBenchmark(BusyWindow.Shown shown) {
    this.shown = shown;
  }

  @Override
  public String name() {
    return switch (shown) {
      case BOOK -> "ui";
      case VENUES -> "ui-venues";
    };
  }

  @Override
  public String help() {
    return switch (shown) {
      case BOOK -> "Frames a second while the replay plays and one core trains, drawn by software.";
      case VENUES -> "The same while the board of five venues plays, drawn anew at every frame.";
    };
  }

  @Override
  public Measurement measure(Settings settings) {
    try (BusyWindow window = BusyWindow.open(shown)) {
      double[] oneBusy = frames(window);
      double[] bothBusy = BusyCore.during(() -> frames(window));
      Map<String, Object> config = new LinkedHashMap<>();
      config.put("repetitions", oneBusy);
      config.put("all_cores_busy", median(bothBusy));
      config.put("all_cores_busy_repetitions", bothBusy);
      config.put("screen", Screen.words());
      config.put("size", window.scene().getWidth() + " x " + window.scene().getHeight());
      config.put("cores", Runtime.getRuntime().availableProcessors());
      config.put("floor", "the rate at which JavaFX paints at most");
      return new Measurement(name(), median(oneBusy), "frames/s", MOST_FRAMES, config);
    }
  }

  private static double[] frames(BusyWindow window) {
    for (int i = 0; i < WARM_UPS; i++) {
      stretch(window);
    }
    double[] rates = new double[MEASURED];
    Arrays.setAll(rates, i -> stretch(window));
    return rates;
  }

  /**
   * Frames that were painted, as JavaFX itself counts them; it offers that count to no one else.
   */
  private static double stretch(BusyWindow window) {
    window.rewind();
    PerformanceTracker frames =
        Screen.on(() -> {
          PerformanceTracker tracker = PerformanceTracker.getSceneTracker(window.scene());
          tracker.resetAverageFPS();
          return tracker;
        });
    String before = window.marketTime();
    Screen.pause(STRETCH_MS);
    if (window.marketTime().equals(before)) {
      throw new IllegalStateException("The replay does not play");
    }
    return Screen.on(() -> (double) frames.getAverageFPS());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
