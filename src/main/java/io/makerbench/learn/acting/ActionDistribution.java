package io.makerbench.learn.acting;

import ai.djl.ndarray.NDArray;
import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.learn.torch.TensorWork;
import io.makerbench.random.RandomStream;

/**
 * A distribution of actions, given by a row of a network's outputs and, for some, by parameters
 * that are free of the observation. It looks at one row at a time; all else is about the row that
 * was looked at last.
 *
 * <p>An action is kept as it was drawn, in {@link #width} floats; {@link #act} says what an
 * environment gets. Logarithms are natural.
 */
public sealed interface ActionDistribution
    permits Categorical, MultiCategorical, BoxGaussian, DirichletShares {
  /** The distribution that suits a space. */
  static ActionDistribution of(Space space) {
    return switch (space) {
      case Space.Discrete discrete -> new Categorical(discrete.choices());
      case Space.MultiDiscrete several -> new MultiCategorical(several.choices());
      case Space.Box box -> BoxGaussian.of(box);
      case Space.Simplex simplex -> {
        if (simplex.width() < 2) {
          throw new InputException("A simplex of actions needs at least 2 shares.");
        }
        yield new DirichletShares(simplex.width());
      }
    };
  }

  /** Numbers of a row it reads. */
  int outputs();

  /** Parameters that do not depend on the observation. */
  int free();

  /** Floats in which an action is kept. */
  int width();

  /**
   * Looks at a row.
   *
   * @param outputs rows of outputs
   * @param at first number of the row
   * @param freeParameters {@link #free} numbers
   */
  void look(float[] outputs, int at, float[] freeParameters);

  /** Draws an action. */
  void sample(RandomStream random, float[] action, int at);

  /** The action that is judged: the likeliest one, or what its class says. */
  void mode(float[] action, int at);

  /** Logarithm of the probability of an action, or of its density by what the environment gets. */
  double logProbability(float[] action, int at);

  /**
   * The same up to a term that depends on the action alone, which the ratio of two policies'
   * probabilities does not need.
   */
  default double relativeLogProbability(float[] action, int at) {
    return logProbability(action, at);
  }

  /** Entropy, in nats. */
  double entropy();

  /**
   * Adds to the gradient of a loss.
   *
   * @param byLogProbability slope of the loss by the log-probability of the action
   * @param byEntropy slope of the loss by the entropy
   * @param gradients receives the slopes by the outputs, set and not added to
   * @param to where the row begins there
   * @param freeGradients the slopes by the free parameters, added to
   */
  void gradient(
      float[] action,
      int at,
      double byLogProbability,
      double byEntropy,
      float[] gradients,
      int to,
      double[] freeGradients);

  /**
   * The distributions of many rows on the tensors of a device.
   *
   * @param work what the tensors belong to
   * @param outputs rows × {@link #outputs}, double
   * @param freeParameters {@link #free} numbers, double
   * @param actions that were taken, rows × {@link #width}, float
   */
  TensorDistribution onTensors(
      TensorWork work, NDArray outputs, NDArray freeParameters, NDArray actions);

  /** Hands an action to an environment as that of a copy. */
  void act(float[] action, int at, Actions actions, int copy);

  /** Writes a number for each output that a person may read: a probability, a mean, a share. */
  void preferences(float[] out);
}
