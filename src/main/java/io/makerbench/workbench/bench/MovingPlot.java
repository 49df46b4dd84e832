package io.makerbench.workbench.bench;

import io.makerbench.random.RandomStream;
import io.makerbench.workbench.panel.Appearance;
import io.makerbench.workbench.panel.Assets;
import io.makerbench.workbench.plot.ChartPlot;
import io.makerbench.workbench.plot.Look;
import io.makerbench.workbench.plot.Range;
import io.makerbench.workbench.plot.Series;
import io.makerbench.workbench.plot.SmoothedCurve;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * A plot of noise alone on a window: in every frame it gets some points more, and the stretch in
 * view, half of it, moves on.
 */
final class MovingPlot implements AutoCloseable {
  private static final double WIDTH = 1200;
  private static final double HEIGHT = 700;
  private static final int POINTS_A_FRAME = 20;
  private static final double SMOOTHING = 0.9;

  /** Pictures after which the stretch in view is back at its beginning. */
  private static final int ROUND = 120;

  private static final double NANOS_A_MICRO = 1e3;

  private final RandomStream noise = RandomStream.named(1, "curves benchmark", 0);
  private final Series series = new Series();
  private final List<Double> micros = new ArrayList<>();
  private final ChartPlot plot;
  private final Stage stage;
  private final Appearance appearance;
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          next();
        }
      };

  private MovingPlot(int points, Appearance appearance, Stage stage) {
    this.appearance = appearance;
    this.stage = stage;
    grow(points);
    plot = new ChartPlot(appearance.palette());
    plot.show(List.of(new SmoothedCurve("noise", 0, Look.LINE, series, SMOOTHING)));
    stage.setScene(new Scene((Parent) plot.node(), WIDTH, HEIGHT));
    stage.getScene().getStylesheets().add(Assets.styleSheet());
  }

  /** Shows a plot of so many points. */
  static MovingPlot open(int points) {
    Screen.start();
    MovingPlot moving =
        Screen.on(() -> {
          Appearance appearance = new Appearance();
          appearance.install();
          MovingPlot made = new MovingPlot(points, appearance, new Stage());
          made.stage.show();
          return made;
        });
    Screen.on(() -> {
      moving.timer.start(); // in a pulse of its own: the chart has been laid out
      return moving;
    });
    return moving;
  }

  private void grow(int points) {
    for (int i = 0; i < points; i++) {
      series.append(series.size(), noise.nextGaussian());
    }
  }

  private void next() {
    grow(POINTS_A_FRAME);
    double half = series.size() / 2.0;
    double from = half * (micros.size() % ROUND) / ROUND;
    long begin = System.nanoTime();
    plot.zoom().set(new Range(from, from + half));
    micros.add((System.nanoTime() - begin) / NANOS_A_MICRO);
  }

  /** What each picture took the JavaFX thread so far, µs; painting is not in it. */
  double[] pictureMicros() {
    return micros.stream().mapToDouble(Double::doubleValue).toArray();
  }

  Scene scene() {
    return stage.getScene();
  }

  int points() {
    return series.size();
  }

  String size() {
    return WIDTH + " x " + HEIGHT;
  }

  @Override
  public void close() {
    Screen.on(() -> {
      timer.stop();
      appearance.close();
      stage.close();
      return stage;
    });
  }
}
