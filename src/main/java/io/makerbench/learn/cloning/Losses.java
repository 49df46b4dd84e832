package io.makerbench.learn.cloning;

import io.makerbench.config.InputException;
import io.makerbench.env.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The loss that suits a space of actions, with the weights that a configuration asks for. */
final class Losses {
  private final CloningConfig config;
  private final Demonstrations kept;
  private final int[] training;

  private Losses(CloningConfig config, Demonstrations kept, int[] training) {
    this.config = config;
    this.kept = kept;
    this.training = training;
  }

  /**
   * @param training rows by which choices are counted
   * @throws InputException when the weights are not those of the space
   */
  static RowLoss of(Space space, CloningConfig config, Demonstrations kept, int[] training) {
    Losses losses = new Losses(config, kept, training);
    return switch (space) {
      case Space.Discrete discrete -> losses.choices(List.of(discrete.choices()));
      case Space.MultiDiscrete several -> losses.choices(several.choices());
      case Space.Box _, Space.Simplex _ -> losses.numbers(space);
    };
  }

  private RowLoss numbers(Space space) {
    if (!config.classWeights().isEmpty() || config.balance() != Balance.NONE) {
      throw new InputException(
          "class_weights and balance are for actions that are choices; here they are " + space);
    }
    double[] weights = weights("target_weights", config.targetWeights(), space.width());
    return new NumbersLoss(Link.of(space), config.numberLoss(), config.huberDelta(), weights);
  }

  private RowLoss choices(List<Integer> choices) {
    if (config.balance() == Balance.OVERSAMPLING && choices.size() > 1) {
      throw new InputException(
          "balance oversampling is for actions of one choice; here they have %d. Use weights."
              .formatted(choices.size()));
    }
    int total = choices.stream().mapToInt(Integer::intValue).sum();
    double[] given = weights("class_weights", config.classWeights(), total);
    List<ChoiceLoss> heads = new ArrayList<>();
    int passed = 0;
    for (int h = 0; h < choices.size(); h++) {
      double[] own = Arrays.copyOfRange(given, passed, passed + choices.get(h));
      heads.add(new ChoiceLoss(scaled(own, counts(h, own.length)), config.focalGamma()));
      passed += own.length;
    }
    return new MixedLoss(heads, weights("target_weights", config.targetWeights(), choices.size()));
  }

  private int[] counts(int head, int choices) {
    int[] counts = new int[choices];
    for (int row : training) {
      counts[(int) kept.actions()[row * kept.targets() + head]]++;
    }
    return counts;
  }

  /** Weights with a mean of 1 over the rows. */
  private double[] scaled(double[] given, int[] counts) {
    double[] weights = given.clone();
    double sum = 0;
    for (int c = 0; c < weights.length; c++) {
      if (config.balance() == Balance.WEIGHTS) {
        weights[c] = 1.0 / Math.max(1, counts[c]);
      }
      sum += weights[c] * counts[c];
    }
    if (sum == 0) {
      throw new InputException("class_weights are 0 for every choice the expert made.");
    }
    for (int c = 0; c < weights.length; c++) {
      weights[c] *= training.length / sum;
    }
    return weights;
  }

  private static double[] weights(String key, List<Double> given, int needed) {
    if (given.isEmpty()) {
      double[] ones = new double[needed];
      Arrays.fill(ones, 1);
      return ones;
    }
    if (given.size() != needed) {
      throw new InputException(
          "%s has %d weights, but the market's actions need %d."
              .formatted(key, given.size(), needed));
    }
    return given.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
