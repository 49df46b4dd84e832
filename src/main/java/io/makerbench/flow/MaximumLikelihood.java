package io.makerbench.flow;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * The most likely values of positive parameters, searched in their logarithms by Nelder and Mead's
 * simplex. Intervals come from the observed information: the curvature of the log-likelihood in the
 * logarithms, by central differences.
 */
final class MaximumLikelihood {
  private static final int MOST_EVALUATIONS = 4000;
  private static final double RELATIVE_PRECISION = 1e-13;
  private static final double PRECISION = 1e-7;
  private static final double FIRST_STEP = 0.3;
  private static final double DIFFERENCE_STEP = 1e-3;

  /** Curvature of a logarithm below which the data do not bound it: an error of 3 decades. */
  private static final double LEAST_INFORMATION = 0.02;

  private final ToDoubleFunction<double[]> logLikelihood;
  private double[] logarithms;
  private double best;

  private MaximumLikelihood(ToDoubleFunction<double[]> logLikelihood, double[] start) {
    this.logLikelihood = logLikelihood;
    logarithms = Arrays.stream(start).map(StrictMath::log).toArray();
    best = at(logarithms);
  }

  /**
   * @param values estimates, in the order of the start
   * @param logLikelihood log-likelihood at the estimates
   */
  record Fit(Estimate[] values, double logLikelihood) {
    double[] point() {
      return Arrays.stream(values).mapToDouble(Estimate::value).toArray();
    }
  }

  /**
   * Searches from a start; the simplex is built anew once, as it may have collapsed.
   *
   * @param logLikelihood of positive parameters
   * @param start positive parameters
   */
  static Fit of(ToDoubleFunction<double[]> logLikelihood, double[] start) {
    MaximumLikelihood search = new MaximumLikelihood(logLikelihood, start);
    search.climb();
    search.climb();
    return search.fit();
  }

  private void climb() {
    try {
      new SimplexOptimizer(new SimpleValueChecker(RELATIVE_PRECISION, PRECISION))
          .optimize(
              new MaxEval(MOST_EVALUATIONS),
              new ObjectiveFunction(this::tried),
              GoalType.MAXIMIZE,
              new NelderMeadSimplex(logarithms.length, FIRST_STEP),
              new InitialGuess(logarithms));
    } catch (MathIllegalStateException e) {
      // The likelihood rises towards 0 or infinity for ever; the best point so far has been kept.
    }
  }

  /** The log-likelihood at a point, which is kept where it is the best so far. */
  private double tried(double[] logs) {
    double value = at(logs);
    if (value > best) {
      best = value;
      logarithms = logs.clone();
    }
    return value;
  }

  private double at(double[] logs) {
    double value = logLikelihood.applyAsDouble(Arrays.stream(logs).map(StrictMath::exp).toArray());
    return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
  }

  private Fit fit() {
    double[] errors = standardErrors();
    Estimate[] values = new Estimate[errors.length];
    for (int i = 0; i < errors.length; i++) {
      values[i] = Estimate.ofLog(logarithms[i], errors[i]);
    }
    return new Fit(values, best);
  }

  /**
   * Standard errors of the logarithms; NaN for those the likelihood does not bend in, as where the
   * likeliest value is 0.
   */
  private double[] standardErrors() {
    double[] errors = new double[logarithms.length];
    Arrays.fill(errors, Double.NaN);
    int[] bound =
        IntStream.range(0, errors.length)
            .filter(i -> -secondDifference(i, i) > LEAST_INFORMATION)
            .toArray();
    if (bound.length == 0) {
      return errors;
    }
    RealMatrix information = MatrixUtils.createRealMatrix(bound.length, bound.length);
    for (int i = 0; i < bound.length; i++) {
      for (int j = 0; j <= i; j++) {
        double curvature = -secondDifference(bound[i], bound[j]);
        information.setEntry(i, j, curvature);
        information.setEntry(j, i, curvature);
      }
    }
    try {
      RealMatrix covariance = new CholeskyDecomposition(information).getSolver().getInverse();
      for (int i = 0; i < bound.length; i++) {
        errors[bound[i]] = StrictMath.sqrt(covariance.getEntry(i, i));
      }
    } catch (MathRuntimeException e) {
      // The information is not positive definite: nothing is bound by itself.
      Arrays.fill(errors, Double.NaN);
    }
    return errors;
  }

  private double secondDifference(int i, int j) {
    double h = DIFFERENCE_STEP;
    double difference =
        moved(i, h, j, h) - moved(i, h, j, -h) - moved(i, -h, j, h) + moved(i, -h, j, -h);
    return difference / (4 * h * h);
  }

  private double moved(int i, double stepI, int j, double stepJ) {
    double[] logs = logarithms.clone();
    logs[i] += stepI;
    logs[j] += stepJ;
    return at(logs);
  }
}
