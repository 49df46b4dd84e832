package io.makerbench.learn.cloning;

/** Loss of a vector of numbers: the mean over them of weight times loss of the error. */
final class NumbersLoss implements RowLoss {
  private final Link link;
  private final NumberLoss kind;
  private final double delta;
  private final double[] weights;
  private final double[] numbers;
  private final double[] slopes;

  /**
   * @param link how outputs become numbers
   * @param delta error beyond which Huber's loss is linear
   * @param weights one a number
   */
  NumbersLoss(Link link, NumberLoss kind, double delta, double[] weights) {
    this.link = link;
    this.kind = kind;
    this.delta = delta;
    this.weights = weights.clone();
    numbers = new double[weights.length];
    slopes = new double[weights.length];
  }

  @Override
  public int outputs() {
    return weights.length;
  }

  @Override
  public int targets() {
    return weights.length;
  }

  @Override
  public double of(
      float[] outputs,
      int at,
      float[] targets,
      int targetAt,
      double weight,
      float[] gradients,
      int to) {
    link.apply(outputs, at, numbers);
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double factor = weight * weights[i] / weights.length;
      double error = numbers[i] - targets[targetAt + i];
      sum += factor * loss(error);
      slopes[i] = factor * slope(error);
    }
    link.pull(outputs, at, numbers, slopes);
    for (int i = 0; i < weights.length; i++) {
      gradients[to + i] = (float) slopes[i];
    }
    return sum;
  }

  private double loss(double error) {
    double size = Math.abs(error);
    return switch (kind) {
      case MSE -> error * error;
      case HUBER -> size <= delta ? error * error / 2 : delta * (size - delta / 2);
    };
  }

  private double slope(double error) {
    return switch (kind) {
      case MSE -> 2 * error;
      case HUBER -> Math.clamp(error, -delta, delta);
    };
  }
}
