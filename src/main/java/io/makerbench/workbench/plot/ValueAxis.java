package io.makerbench.workbench.plot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which values a plot shows: those of the points in view, or a stretch given by hand. */
final class ValueAxis {
  private static final double PADDING = 0.06;

  /** Share of the values in view that count as outliers, at either end. */
  private static final double OUTLYING = 0.05;

  private static final Range NOTHING_LOGARITHMIC = new Range(0.1, 10);
  private static final Range NOTHING = new Range(0, 1);

  private final BooleanProperty logarithmic = new SimpleBooleanProperty();
  private final BooleanProperty withoutOutliers = new SimpleBooleanProperty();
  private final ObjectProperty<Range> byHand = new SimpleObjectProperty<>(Range.EMPTY);

  BooleanProperty logarithmic() {
    return logarithmic;
  }

  BooleanProperty withoutOutliers() {
    return withoutOutliers;
  }

  ObjectProperty<Range> byHand() {
    return byHand;
  }

  /** The range for the points in view. */
  Range of(List<CurveData> data) {
    Range given = byHand.get();
    boolean possible = !given.isEmpty() && !(logarithmic.get() && given.min() <= 0);
    if (possible) {
      return given;
    }
    Range all = Range.EMPTY;
    for (CurveData curve : data) {
      all = all.union(extent(curve.points(), curve.curve().look()));
    }
    return padded(withoutOutliers.get() ? common(data, all) : all);
  }

  /** An interval is shown as far as the lines reach, and once as far again on either side. */
  private Range extent(Points points, Look look) {
    if (look == Look.INTERVAL) {
      Range line = extent(points, Look.BARE);
      Range whole = extent(points, Look.LINE);
      double room = line.length() > 0 ? line.length() : whole.length();
      return new Range(
          Math.max(whole.min(), line.min() - room), Math.min(whole.max(), line.max() + room));
    }
    Range result = Range.EMPTY;
    for (int i = 0; i < points.size(); i++) {
      Range line = look == Look.HEAT ? result : drawn(result, points.y()[i]);
      result = isLineAlone(look) ? line : drawn(drawn(line, points.low()[i]), points.high()[i]);
    }
    return result;
  }

  private static boolean isLineAlone(Look look) {
    return look == Look.BARE || look == Look.DASHED;
  }

  private Range drawn(Range range, double value) {
    return isDrawn(value) ? range.with(value) : range;
  }

  private boolean isDrawn(double value) {
    return Double.isFinite(value) && !(logarithmic.get() && value <= 0);
  }

  /** From the 5th to the 95th of a hundred values; shares of a whole have no outliers. */
  private Range common(List<CurveData> data, Range all) {
    boolean shares = data.stream().anyMatch(curve -> isShare(curve.curve().look()));
    double[] values =
        shares ? new double[0] : data.stream().flatMapToDouble(this::values).toArray();
    if (values.length == 0) {
      return all;
    }
    Arrays.sort(values);
    int left = (int) (OUTLYING * values.length);
    return new Range(values[left], values[values.length - 1 - left]);
  }

  private static boolean isShare(Look look) {
    return look == Look.AREA || look == Look.HEAT;
  }

  private DoubleStream values(CurveData curve) {
    Points points = curve.points();
    DoubleStream line = Arrays.stream(points.y(), 0, points.size());
    DoubleStream whole =
        isLineAlone(curve.curve().look())
            ? line
            : DoubleStream.concat(
                line,
                DoubleStream.concat(
                    Arrays.stream(points.low(), 0, points.size()),
                    Arrays.stream(points.high(), 0, points.size())));
    return whole.filter(this::isDrawn);
  }

  private Range padded(Range y) {
    if (y.isEmpty()) {
      return logarithmic.get() ? NOTHING_LOGARITHMIC : NOTHING;
    }
    if (logarithmic.get()) {
      return new Range(y.min() / (1 + PADDING), y.max() * (1 + PADDING));
    }
    double margin = y.length() > 0 ? PADDING * y.length() : marginOf(y.min());
    return new Range(y.min() - margin, y.max() + margin);
  }

  /** A curve without a slope lies in the middle, whatever its size. */
  private static double marginOf(double value) {
    return value == 0 ? 0.5 : Math.abs(value) / 2;
  }
}
