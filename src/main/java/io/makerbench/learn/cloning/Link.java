package io.makerbench.learn.cloning;

import ai.djl.ndarray.NDArray;
import io.makerbench.env.Space;
import io.makerbench.learn.torch.TensorWork;

/** How outputs become the numbers of an action, and how slopes find their way back. */
sealed interface Link {
  /** The link that suits a space, as the mode of the policy's distribution has it. */
  static Link of(Space space) {
    return switch (space) {
      case Space.Box box when Double.isFinite(box.low()) && Double.isFinite(box.high()) ->
          new Bounded((box.low() + box.high()) / 2, (box.high() - box.low()) / 2);
      case Space.Box _ -> new Same();
      case Space.Simplex _ -> new Shares();
      case Space.Discrete _, Space.MultiDiscrete _ ->
          throw new IllegalArgumentException(space + " is no space of numbers.");
    };
  }

  /** Writes the numbers of a row of outputs. */
  void apply(float[] outputs, int at, double[] numbers);

  /**
   * Turns slopes by the numbers into slopes by the outputs.
   *
   * @param numbers as {@link #apply} wrote them for the same row
   * @param slopes by the numbers before, by the outputs after
   */
  void pull(float[] outputs, int at, double[] numbers, double[] slopes);

  /** The numbers of many rows of outputs on a device, in doubles. */
  NDArray apply(TensorWork work, NDArray outputs);

  /**
   * The slopes by many rows of outputs.
   *
   * @param numbers as {@link #apply} gave them
   * @param slopes by the numbers
   */
  NDArray pull(TensorWork work, NDArray outputs, NDArray numbers, NDArray slopes);

  /** The outputs themselves. */
  record Same() implements Link {
    @Override
    public void apply(float[] outputs, int at, double[] numbers) {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = outputs[at + i];
      }
    }

    @Override
    public void pull(float[] outputs, int at, double[] numbers, double[] slopes) {
      // nothing lies between the two
    }

    @Override
    public NDArray apply(TensorWork work, NDArray outputs) {
      return outputs;
    }

    @Override
    public NDArray pull(TensorWork work, NDArray outputs, NDArray numbers, NDArray slopes) {
      return slopes;
    }
  }

  /** centre + half · tanh output. */
  record Bounded(double centre, double half) implements Link {
    @Override
    public void apply(float[] outputs, int at, double[] numbers) {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = centre + half * Math.tanh(outputs[at + i]);
      }
    }

    @Override
    public void pull(float[] outputs, int at, double[] numbers, double[] slopes) {
      for (int i = 0; i < numbers.length; i++) {
        double share = (numbers[i] - centre) / half;
        slopes[i] *= half * (1 - share * share);
      }
    }

    @Override
    public NDArray apply(TensorWork work, NDArray outputs) {
      return outputs.tanh().mul(work.scalar(half)).add(work.scalar(centre));
    }

    @Override
    public NDArray pull(TensorWork work, NDArray outputs, NDArray numbers, NDArray slopes) {
      NDArray share = numbers.sub(work.scalar(centre)).mul(work.scalar(1 / half));
      NDArray lost = share.square().sub(work.scalar(1));
      return slopes.mul(lost).mul(work.scalar(-half));
    }
  }

  /** f_i / Σf with f = log(1 + e^output). */
  record Shares() implements Link {
    private static final int[] ROW = {1};

    @Override
    public void apply(float[] outputs, int at, double[] numbers) {
      double total = total(outputs, at, numbers.length);
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = softplus(outputs[at + i]) / total;
      }
    }

    @Override
    public void pull(float[] outputs, int at, double[] numbers, double[] slopes) {
      double common = 0;
      for (int i = 0; i < numbers.length; i++) {
        common += slopes[i] * numbers[i];
      }
      double total = total(outputs, at, numbers.length);
      for (int i = 0; i < numbers.length; i++) {
        double logistic = 1 / (1 + Math.exp(-outputs[at + i]));
        slopes[i] = (slopes[i] - common) / total * logistic;
      }
    }

    @Override
    public NDArray apply(TensorWork work, NDArray outputs) {
      NDArray parts = work.softplus(outputs);
      return parts.div(parts.sum(ROW, true));
    }

    @Override
    public NDArray pull(TensorWork work, NDArray outputs, NDArray numbers, NDArray slopes) {
      NDArray total = work.softplus(outputs).sum(ROW, true);
      NDArray common = slopes.mul(numbers).sum(ROW, true);
      NDArray logistic = outputs.getNDArrayInternal().sigmoid();
      return slopes.sub(common).div(total).mul(logistic);
    }

    private static double total(float[] outputs, int at, int count) {
      double total = 0;
      for (int i = 0; i < count; i++) {
        total += softplus(outputs[at + i]);
      }
      return total;
    }

    private static double softplus(double output) {
      return Math.max(output, 0) + Math.log1p(Math.exp(-Math.abs(output)));
    }
  }
}
