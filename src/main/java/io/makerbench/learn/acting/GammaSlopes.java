package io.makerbench.learn.acting;

import ai.djl.ndarray.NDArray;
import io.makerbench.learn.torch.TensorWork;

/**
 * The first two derivatives of log Γ at 1 and beyond, of one number and of tensors of doubles: ψ(x)
 * = ψ(x + n) − Σ 1/(x + k) for k from 0 to n − 1, and beyond n their asymptotic series (Abramowitz
 * and Stegun, 1964, 6.3.18 and 6.4.12), whose first term left out is below 10⁻¹³. Tensors have none
 * in the library; the ψ of Hipparchus is 3·10⁻⁹ too low.
 */
final class GammaSlopes {
  private static final int STEPS = 10;

  /** Coefficients of 1/y², 1/y⁴, … in ψ(y) − log y + 1/(2y). */
  private static final double[] FIRST = {
    -1.0 / 12, 1.0 / 120, -1.0 / 252, 1.0 / 240, -1.0 / 132, 691.0 / 32760
  };

  /** Coefficients of 1/y², 1/y⁴, … in y·(ψ′(y) − 1/y − 1/(2y²)). */
  private static final double[] SECOND = {
    1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730
  };

  private static final int[] LAST = {2};

  private final TensorWork work;

  GammaSlopes(TensorWork work) {
    this.work = work;
  }

  /** ψ, the slope of log Γ, of a number. */
  static double first(double x) {
    double y = x + STEPS;
    double inverse = 1 / y;
    double passed = 0;
    for (int k = 0; k < STEPS; k++) {
      passed += 1 / (x + k);
    }
    return Math.log(y) - 0.5 * inverse + series(inverse * inverse, FIRST) - passed;
  }

  /** ψ′, the slope of ψ, of a number. */
  static double second(double x) {
    double inverse = 1 / (x + STEPS);
    double square = inverse * inverse;
    double passed = 0;
    for (int k = 0; k < STEPS; k++) {
      passed += 1 / ((x + k) * (x + k));
    }
    return inverse + 0.5 * square + series(square, SECOND) * inverse + passed;
  }

  private static double series(double square, double[] coefficients) {
    double sum = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      sum = (sum + coefficients[i]) * square;
    }
    return sum;
  }

  /** ψ, the slope of log Γ, of a matrix. */
  NDArray first(NDArray x) {
    NDArray y = x.add(work.scalar(STEPS));
    NDArray inverse = inverse(y);
    NDArray series = series(inverse.square(), FIRST);
    return y.log().sub(inverse.mul(work.scalar(0.5))).add(series).sub(passed(x).sum(LAST));
  }

  /** ψ′, the slope of ψ, of a matrix. */
  NDArray second(NDArray x) {
    NDArray inverse = inverse(x.add(work.scalar(STEPS)));
    NDArray square = inverse.square();
    NDArray series = series(square, SECOND).mul(inverse);
    return inverse.add(square.mul(work.scalar(0.5))).add(series).add(passed(x).square().sum(LAST));
  }

  /** 1/(x + k) for each step, rows × columns × steps. */
  private NDArray passed(NDArray x) {
    return inverse(x.expandDims(2).add(work.counting(STEPS)));
  }

  private NDArray inverse(NDArray x) {
    return x.pow(work.scalar(-1));
  }

  private NDArray series(NDArray square, double[] coefficients) {
    int last = coefficients.length - 1;
    NDArray sum = square.mul(work.scalar(coefficients[last]));
    for (int i = last - 1; i >= 0; i--) {
      sum = sum.add(work.scalar(coefficients[i])).mul(square);
    }
    return sum;
  }
}
