package io.makerbench.learn.cloning;

/**
 * Focal loss of one choice (Lin and others, 2017): −w·(1 − p)^γ·log p, with the probability p that
 * the softmax of the outputs gives the expert's choice and the weight w of that choice. With γ = 0
 * it is the cross-entropy.
 */
final class ChoiceLoss implements RowLoss {
  private final double[] classWeights;
  private final double gamma;
  private final double[] logarithms;

  /**
   * @param classWeights one a choice
   * @param gamma γ, at least 0: how much less a choice counts that is foreseen well
   */
  ChoiceLoss(double[] classWeights, double gamma) {
    this.classWeights = classWeights.clone();
    this.gamma = gamma;
    logarithms = new double[classWeights.length];
  }

  @Override
  public int outputs() {
    return logarithms.length;
  }

  @Override
  public int targets() {
    return 1;
  }

  @Override
  public double of(
      float[] outputs,
      int at,
      float[] targets,
      int targetAt,
      double weight,
      float[] gradients,
      int to) {
    look(outputs, at);
    int choice = (int) targets[targetAt];
    double logarithm = logarithms[choice];
    double missing = -Math.expm1(logarithm);
    double focus = gamma == 0 ? 1 : Math.pow(missing, gamma);
    double factor = weight * classWeights[choice];
    double slope = factor * (focusSlope(logarithm, missing) - focus);
    for (int i = 0; i < logarithms.length; i++) {
      gradients[to + i] = (float) (-slope * Math.exp(logarithms[i]));
    }
    // 1 − p without the cancellation that a sum with the number already there would suffer
    gradients[to + choice] = (float) (slope * missing);
    return -factor * focus * logarithm;
  }

  /** γ·(1 − p)^(γ − 1)·p·log p, which goes to 0 as p goes to 1. */
  private double focusSlope(double logarithm, double missing) {
    return gamma == 0 || missing == 0
        ? 0
        : gamma * Math.pow(missing, gamma - 1) * Math.exp(logarithm) * logarithm;
  }

  private void look(float[] outputs, int at) {
    double largest = outputs[at];
    for (int i = 1; i < logarithms.length; i++) {
      largest = Math.max(largest, outputs[at + i]);
    }
    double sum = 0;
    for (int i = 0; i < logarithms.length; i++) {
      sum += Math.exp(outputs[at + i] - largest);
    }
    double logSum = Math.log(sum) + largest;
    for (int i = 0; i < logarithms.length; i++) {
      logarithms[i] = outputs[at + i] - logSum;
    }
  }
}
