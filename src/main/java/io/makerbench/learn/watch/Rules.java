package io.makerbench.learn.watch;

import io.makerbench.learn.LearnerSettings;
import java.util.List;
import java.util.function.LongSupplier;

/** What is looked for in which training. */
final class Rules {
  private Rules() {}

  static List<Rule> of(LearnerSettings settings, LongSupplier clockNs) {
    return settings.imitates() ? ofImitation(settings) : ofActing(settings, clockNs);
  }

  private static List<Rule> ofActing(LearnerSettings settings, LongSupplier clockNs) {
    return List.of(
        new ExplodingLoss(settings),
        new CollapsedPolicy(settings),
        new DeadGradients(settings),
        new DeadUnits(settings),
        new ValueFailure(settings),
        new NeverTrades(settings),
        new LostExploration(settings),
        new RewardScale(settings),
        new ConstantReward(settings),
        new ConstantObservations(),
        new UnscaledObservations(settings),
        new NoProgress(settings),
        new LargeSteps(settings),
        new OscillatingLoss(settings),
        new ClippedGradients(settings),
        new TinyGradients(settings),
        new LittleData(settings),
        new IdleGpu(settings, clockNs));
  }

  private static List<Rule> ofImitation(LearnerSettings settings) {
    return List.of(
        new ExplodingLoss(settings),
        new DeadGradients(settings),
        new DeadUnits(settings),
        new ConstantObservations(),
        new UnscaledObservations(settings),
        new NoProgress(settings),
        new OscillatingLoss(settings),
        new ClippedGradients(settings),
        new TinyGradients(settings),
        new LittleData(settings),
        new Overfitting(settings),
        new UnbalancedDemonstrations(settings));
  }
}
