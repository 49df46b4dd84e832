package io.makerbench.learn.cloning;

import io.makerbench.config.InputException;
import io.makerbench.env.Space;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far a clone's actions are from its expert's, in the numbers of datasets.
 *
 * @param nSamples decisions compared
 * @param mse mean squared error over all numbers of all decisions
 * @param mae mean absolute error
 * @param rmse root of {@code mse}
 * @param maxError largest absolute error
 * @param perDimMse mean squared error of each number of an action
 * @param perDimMae mean absolute error of each
 * @param perDimMaxError largest absolute error of each
 * @param episodeMae mean absolute error of each episode, in their order
 */
public record ActionErrors(
    int nSamples,
    double mse,
    double mae,
    double rmse,
    double maxError,
    List<Double> perDimMse,
    List<Double> perDimMae,
    List<Double> perDimMaxError,
    List<Double> episodeMae) {
  /** Errors as they are met, one number after the other. */
  static final class Sums {
    private final double[] squares;
    private final double[] sizes;
    private final double[] largest;
    private final double[] episodeSizes;
    private final int[] episodeNumbers;
    private long numbers;

    Sums(Space space, int episodes) {
      if (!(space instanceof Space.Box || space instanceof Space.Simplex)) {
        throw new InputException(
            "A clone is examined on the last demonstrations where actions are numbers; here they"
                + " are choices. Leave cloning.test_share at 0.");
      }
      squares = new double[space.width()];
      sizes = new double[space.width()];
      largest = new double[space.width()];
      episodeSizes = new double[episodes];
      episodeNumbers = new int[episodes];
    }

    void add(int episode, int index, double error) {
      double size = Math.abs(error);
      squares[index] += error * error;
      sizes[index] += size;
      largest[index] = Math.max(largest[index], size);
      episodeSizes[episode] += size;
      episodeNumbers[episode]++;
      numbers++;
    }

    ActionErrors errors() {
      int width = squares.length;
      double samples = (double) numbers / width;
      double mse = Arrays.stream(squares).sum() / numbers;
      return new ActionErrors(
          (int) samples,
          mse,
          Arrays.stream(sizes).sum() / numbers,
          Math.sqrt(mse),
          Arrays.stream(largest).max().orElse(Double.NaN),
          list(width, i -> squares[i] / samples),
          list(width, i -> sizes[i] / samples),
          list(width, i -> largest[i]),
          IntStream.range(0, episodeNumbers.length)
              .filter(e -> episodeNumbers[e] > 0)
              .mapToObj(e -> episodeSizes[e] / episodeNumbers[e])
              .toList());
    }

    private static List<Double> list(int width, IntToDoubleFunction of) {
      return IntStream.range(0, width).mapToDouble(of).boxed().toList();
    }
  }
}
