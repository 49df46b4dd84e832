package io.makerbench.system.replay;

/**
 * The features of a stretch as one flat array of tick × feature, with their sums for fitting a
 * scaling. Columns are computed one after the other, so that memory holds little more than this.
 */
final class FeatureMatrix {
  final TickRows rows;
  final int width;

  /** Tick × feature; unscaled until {@link #scale}. */
  final float[] values;

  private final double[] mean;
  private final double[] squares;

  FeatureMatrix(MarketFeatures features) {
    rows = features.rows();
    width = features.width();
    values = new float[Math.multiplyExact(rows.count(), width)];
    mean = new double[width];
    squares = new double[width];
    for (int f = 0; f < width; f++) {
      double[] column = features.column(f);
      sum(f, column);
      for (int i = 0; i < column.length; i++) {
        values[i * width + f] = (float) column[i];
      }
    }
  }

  private void sum(int feature, double[] column) {
    double sum = 0;
    for (double value : column) {
      sum += value;
    }
    mean[feature] = column.length == 0 ? 0 : sum / column.length;
    for (double value : column) {
      squares[feature] += (value - mean[feature]) * (value - mean[feature]);
    }
  }

  /** Mean of a feature over the stretch. */
  double mean(int feature) {
    return mean[feature];
  }

  /** Sum of a feature's squared distances from its mean. */
  double squares(int feature) {
    return squares[feature];
  }

  /** Scales all values in place. */
  void scale(Scaling scaling) {
    for (int i = 0; i < values.length; i++) {
      values[i] = scaling.scaled(i % width, values[i]);
    }
  }
}
