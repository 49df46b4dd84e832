package io.makerbench.learn.acting;

import ai.djl.ndarray.NDArray;
import io.makerbench.env.Actions;
import io.makerbench.learn.torch.TensorWork;
import io.makerbench.random.RandomStream;

/** One of a few choices, each with the probability of the softmax of its output. */
final class Categorical implements ActionDistribution {
  private final int choices;
  private final double[] probabilities;
  private final double[] logarithms;

  Categorical(int choices) {
    this.choices = choices;
    probabilities = new double[choices];
    logarithms = new double[choices];
  }

  @Override
  public int outputs() {
    return choices;
  }

  @Override
  public int free() {
    return 0;
  }

  @Override
  public int width() {
    return 1;
  }

  @Override
  public void look(float[] outputs, int at, float[] freeParameters) {
    double largest = outputs[at];
    for (int i = 1; i < choices; i++) {
      largest = Math.max(largest, outputs[at + i]);
    }
    double sum = 0;
    for (int i = 0; i < choices; i++) {
      logarithms[i] = outputs[at + i] - largest;
      probabilities[i] = Math.exp(logarithms[i]);
      sum += probabilities[i];
    }
    double logSum = Math.log(sum);
    for (int i = 0; i < choices; i++) {
      logarithms[i] -= logSum;
      probabilities[i] /= sum;
    }
  }

  @Override
  public void sample(RandomStream random, float[] action, int at) {
    double left = random.nextDouble();
    int choice = 0;
    while (choice < choices - 1 && left >= probabilities[choice]) {
      left -= probabilities[choice];
      choice++;
    }
    action[at] = choice;
  }

  /** The first of the likeliest choices. */
  @Override
  public void mode(float[] action, int at) {
    int best = 0;
    for (int i = 1; i < choices; i++) {
      if (logarithms[i] > logarithms[best]) {
        best = i;
      }
    }
    action[at] = best;
  }

  @Override
  public double logProbability(float[] action, int at) {
    return logarithms[(int) action[at]];
  }

  @Override
  public double entropy() {
    double entropy = 0;
    for (int i = 0; i < choices; i++) {
      entropy -= probabilities[i] * logarithms[i];
    }
    return entropy;
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
    double entropy = byEntropy == 0 ? 0 : entropy();
    for (int i = 0; i < choices; i++) {
      double slope = byLogProbability + byEntropy * (logarithms[i] + entropy);
      gradients[to + i] = (float) (-probabilities[i] * slope);
    }
    gradients[to + (int) action[at]] += (float) byLogProbability;
  }

  @Override
  public TensorDistribution onTensors(
      TensorWork work, NDArray outputs, NDArray freeParameters, NDArray actions) {
    return new TensorCategorical(work, outputs, actions);
  }

  @Override
  public void act(float[] action, int at, Actions actions, int copy) {
    actions.discrete[copy] = (int) action[at];
  }

  @Override
  public void preferences(float[] out) {
    for (int i = 0; i < choices; i++) {
      out[i] = (float) probabilities[i];
    }
  }
}
