package io.makerbench.system.analytic;

import java.util.Arrays;

/**
 * The exponential of a tridiagonal matrix whose off-diagonal is one positive number, applied to a
 * positive vector. All numbers are kept as logarithms and only ever added and multiplied
 * (uniformisation: e^(Bt)·v = e^(−ct)·Σ (t(B + c))ⁿ/n!·v with B + c ≥ 0), so that every component
 * stays positive and none is lost beside a larger one, as happens to an expansion in eigenvectors.
 */
final class TridiagonalExponential {
  /** Largest norm of one stretch of the series, so that it ends after a few dozen terms. */
  private static final double LARGEST_NORM = 16;

  /** A term e^−40 of its sum is beyond the last digit of a double. */
  private static final double NEGLIGIBLE = -40;

  /** Logarithm of the ratio below which terms shrink fast enough for the series to be cut. */
  private static final double SHRINKING = StrictMath.log(0.5);

  private final double shift;
  private final double[] logDiagonal;
  private final double logOffDiagonal;
  private final double norm;

  /**
   * @param diagonal numbers on the diagonal, none positive
   * @param offDiagonal number beside it, positive
   */
  TridiagonalExponential(double[] diagonal, double offDiagonal) {
    shift = -Arrays.stream(diagonal).min().orElse(0);
    logDiagonal = Arrays.stream(diagonal).map(d -> StrictMath.log(d + shift)).toArray();
    logOffDiagonal = StrictMath.log(offDiagonal);
    norm = shift + 2 * offDiagonal;
  }

  /** Sums and products it takes to go this far, roughly. */
  double cost(double time) {
    return (norm * time + logDiagonal.length) * logDiagonal.length;
  }

  /** Logarithms of e^(B·time)·v, given the logarithms of v. */
  double[] apply(double[] logVector, double time) {
    int parts = Math.max(1, (int) Math.ceil(norm * time / LARGEST_NORM));
    double[] result = logVector;
    for (int part = 0; part < parts; part++) {
      result = series(result, time / parts);
    }
    return result;
  }

  private double[] series(double[] logVector, double time) {
    double[] sum = logVector.clone();
    double[] term = logVector.clone();
    double[] next = new double[term.length];
    boolean goesOn = true;
    for (int n = 1; goesOn; n++) {
      double logFactor = StrictMath.log(time / n);
      goesOn = false;
      for (int i = 0; i < term.length; i++) {
        next[i] = logFactor + product(term, i);
        sum[i] = logSum(sum[i], next[i]);
        goesOn |= next[i] > sum[i] + NEGLIGIBLE || next[i] > term[i] + SHRINKING;
      }
      double[] spare = term;
      term = next;
      next = spare;
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] -= shift * time;
    }
    return sum;
  }

  /** Logarithm of row i of (B + c) times a vector. */
  private double product(double[] logVector, int i) {
    double own = logDiagonal[i] + logVector[i];
    double below = i > 0 ? logOffDiagonal + logVector[i - 1] : Double.NEGATIVE_INFINITY;
    double above =
        i + 1 < logVector.length ? logOffDiagonal + logVector[i + 1] : Double.NEGATIVE_INFINITY;
    return logSum(own, logSum(below, above));
  }

  /** ln(eᵃ + eᵇ). */
  private static double logSum(double a, double b) {
    double larger = Math.max(a, b);
    if (larger == Double.NEGATIVE_INFINITY) {
      return larger;
    }
    return larger + StrictMath.log1p(StrictMath.exp(Math.min(a, b) - larger));
  }
}
