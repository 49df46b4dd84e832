package io.makerbench.learn.ppo;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Mean and variance of all rows seen so far, number by number, merged batch by batch (Chan, Golub
 * and LeVeque, 1979).
 */
final class RunningMoments {
  /** Added to variances before a root divides. */
  static final double EPSILON = 1e-8;

  final double[] mean;
  final double[] variance;
  private double count;

  RunningMoments(int width) {
    mean = new double[width];
    variance = new double[width];
    Arrays.fill(variance, 1);
  }

  /** Takes in rows of floats. */
  void add(float[] rows, int number) {
    int width = mean.length;
    for (int i = 0; i < width; i++) {
      double sum = 0;
      for (int row = 0; row < number; row++) {
        sum += rows[row * width + i];
      }
      double batchMean = sum / number;
      double squares = 0;
      for (int row = 0; row < number; row++) {
        double away = rows[row * width + i] - batchMean;
        squares += away * away;
      }
      merge(i, batchMean, squares, number);
    }
    count += number;
  }

  /** Takes in single numbers; for a width of 1. */
  void add(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    double batchMean = sum / numbers.length;
    double squares = 0;
    for (double number : numbers) {
      squares += (number - batchMean) * (number - batchMean);
    }
    merge(0, batchMean, squares, numbers.length);
    count += numbers.length;
  }

  private void merge(int i, double batchMean, double squares, int number) {
    double total = count + number;
    double shift = batchMean - mean[i];
    double before = count == 0 ? 0 : variance[i] * count;
    variance[i] = (before + squares + shift * shift * count * number / total) / total;
    mean[i] += shift * number / total;
  }

  /** Root of a variance, never 0. */
  double deviation(int i) {
    return Math.sqrt(variance[i] + EPSILON);
  }

  void save(DataOutput out) throws IOException {
    out.writeDouble(count);
    for (int i = 0; i < mean.length; i++) {
      out.writeDouble(mean[i]);
      out.writeDouble(variance[i]);
    }
  }

  void restore(DataInput in) throws IOException {
    count = in.readDouble();
    for (int i = 0; i < mean.length; i++) {
      mean[i] = in.readDouble();
      variance[i] = in.readDouble();
    }
  }
}
