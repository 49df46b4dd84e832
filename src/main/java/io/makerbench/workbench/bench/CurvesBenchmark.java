package io.makerbench.workbench.bench;

import com.sun.javafx.perf.PerformanceTracker;
import io.makerbench.bench.Benchmark;
import io.makerbench.bench.Measurement;
import io.makerbench.experiment.Settings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Frames a second of a plot of a million noisy points that grows and is moved in every frame. */
final class CurvesBenchmark implements Benchmark {
  private static final int MANY = 1_000_000;
  private static final int FEW = 10_000;
  private static final int WARM_UPS = 2;
  private static final int MEASURED = 5;
  private static final long STRETCH_MS = 3000;
  private static final int HUNDREDTHS = 100;

  /** What JavaFX paints at most. */
  private static final double MOST_FRAMES = 60;

  @Override
  public String name() {
    return "curves";
  }

  @Override
  public String help() {
    return "Frames a second of a plot of a million points that grows and moves in every frame.";
  }

  @Override
  public Measurement measure(Settings settings) {
    Map<String, Object> config = new LinkedHashMap<>();
    double[] rates;
    try (MovingPlot plot = MovingPlot.open(MANY)) {
      rates = frames(plot);
      config.put("repetitions", rates);
      config.put("picture_micros_p50", micros(plot, HUNDREDTHS / 2));
      config.put("picture_micros_p99", micros(plot, HUNDREDTHS - 1));
      double[] busy = BusyCore.during(() -> frames(plot));
      config.put("one_core_busy", median(busy));
      config.put("one_core_busy_repetitions", busy);
      config.put("points", plot.points());
      config.put("size", plot.size());
    }
    try (MovingPlot plot = MovingPlot.open(FEW)) {
      config.put("of_" + FEW + "_points", median(frames(plot)));
      config.put("of_" + FEW + "_points_picture_micros_p50", micros(plot, HUNDREDTHS / 2));
    }
    config.put("screen", Screen.words());
    config.put("cores", Runtime.getRuntime().availableProcessors());
    config.put("floor", "the rate at which JavaFX paints at most");
    return new Measurement(name(), median(rates), "frames/s", MOST_FRAMES, config);
  }

  private static double[] frames(MovingPlot plot) {
    for (int i = 0; i < WARM_UPS; i++) {
      stretch(plot);
    }
    double[] rates = new double[MEASURED];
    Arrays.setAll(rates, i -> stretch(plot));
    return rates;
  }

  /** Frames that were painted, as JavaFX itself counts them. */
  private static double stretch(MovingPlot plot) {
    PerformanceTracker frames =
        Screen.on(() -> {
          PerformanceTracker tracker = PerformanceTracker.getSceneTracker(plot.scene());
          tracker.resetAverageFPS();
          return tracker;
        });
    Screen.pause(STRETCH_MS);
    return Screen.on(() -> (double) frames.getAverageFPS());
  }

  /** How long the JavaFX thread took for a picture, as a share of the pictures was quicker. */
  private static double micros(MovingPlot plot, int hundredths) {
    double[] sorted = Screen.on(plot::pictureMicros);
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, sorted.length * hundredths / HUNDREDTHS)];
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
