package io.makerbench.learn.vector;

import io.makerbench.learn.net.OptimiserRule;
import jdk.incubator.vector.FloatVector;

/** One pass over parameters, gradient and moments. */
final class Optimiser {
  private final Parameters parameters;
  private long steps;

  Optimiser(Parameters parameters) {
    this.parameters = parameters;
  }

  long steps() {
    return steps;
  }

  void resume(long stepsMade) {
    steps = stepsMade;
  }

  void step(OptimiserRule rule, double learningRate, double gradientScale) {
    steps++;
    double meanCorrection = rule.meanCorrection(steps);
    double rootCorrection = Math.sqrt(rule.varianceCorrection(steps));
    float keptMean = (float) rule.beta1();
    float newMean = (float) (1 - rule.beta1());
    float keptVariance = (float) rule.beta2();
    float newVariance = (float) (1 - rule.beta2());
    float rate = (float) (learningRate * rootCorrection / meanCorrection);
    float epsilon = (float) (rule.epsilon() * rootCorrection);
    float kept = (float) (1 - learningRate * rule.weightDecay());
    float scale = (float) gradientScale;
    float[] values = parameters.values;
    for (int at = 0; at < parameters.length(); at += Lanes.WIDTH) {
      FloatVector g = Lanes.load(parameters.gradient, at).mul(scale);
      FloatVector m = Lanes.load(parameters.mean, at).mul(keptMean).add(g.mul(newMean));
      FloatVector v =
          Lanes.load(parameters.variance, at).mul(keptVariance).add(g.mul(g).mul(newVariance));
      m.intoArray(parameters.mean, at);
      v.intoArray(parameters.variance, at);
      FloatVector step = m.mul(rate).div(v.sqrt().add(epsilon));
      Lanes.load(values, at).mul(kept).sub(step).intoArray(values, at);
    }
  }
}
