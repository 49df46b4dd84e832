package io.makerbench.learn.acting;

import ai.djl.ndarray.NDArray;
import io.makerbench.env.Actions;
import io.makerbench.learn.torch.TensorWork;
import io.makerbench.random.RandomStream;
import java.util.Arrays;
import java.util.List;

/** Several choices at once, independent of each other; their outputs stand one behind the other. */
final class MultiCategorical implements ActionDistribution {
  private static final float[] NONE = {};

  private final Categorical[] parts;
  private final int outputs;

  MultiCategorical(List<Integer> choices) {
    parts = choices.stream().map(Categorical::new).toArray(Categorical[]::new);
    outputs = choices.stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public int free() {
    return 0;
  }

  @Override
  public int width() {
    return parts.length;
  }

  @Override
  public void look(float[] row, int at, float[] freeParameters) {
    int from = at;
    for (Categorical part : parts) {
      part.look(row, from, NONE);
      from += part.outputs();
    }
  }

  @Override
  public void sample(RandomStream random, float[] action, int at) {
    for (int i = 0; i < parts.length; i++) {
      parts[i].sample(random, action, at + i);
    }
  }

  @Override
  public void mode(float[] action, int at) {
    for (int i = 0; i < parts.length; i++) {
      parts[i].mode(action, at + i);
    }
  }

  @Override
  public double logProbability(float[] action, int at) {
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      sum += parts[i].logProbability(action, at + i);
    }
    return sum;
  }

  @Override
  public double entropy() {
    double sum = 0;
    for (Categorical part : parts) {
      sum += part.entropy();
    }
    return sum;
  }

  @Override
  public void gradient(
      float[] action,
      int at,
      double byLogProbability,
      double byEntropy,
      float[] gradients,
      int to,
      double[] freeGradients) {
    int next = to;
    for (int i = 0; i < parts.length; i++) {
      parts[i].gradient(
          action, at + i, byLogProbability, byEntropy, gradients, next, freeGradients);
      next += parts[i].outputs();
    }
  }

  @Override
  public TensorDistribution onTensors(
      TensorWork work, NDArray outputs, NDArray freeParameters, NDArray actions) {
    int[] choices = Arrays.stream(parts).mapToInt(Categorical::outputs).toArray();
    return new TensorMultiCategorical(work, outputs, actions, choices);
  }

  @Override
  public void act(float[] action, int at, Actions actions, int copy) {
    for (int i = 0; i < parts.length; i++) {
      parts[i].act(action, at + i, actions, copy * parts.length + i);
    }
  }

  @Override
  public void preferences(float[] out) {
    int next = 0;
    float[] of = new float[outputs];
    for (Categorical part : parts) {
      part.preferences(of);
      System.arraycopy(of, 0, out, next, part.outputs());
      next += part.outputs();
    }
  }
}
