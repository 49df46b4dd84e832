package io.makerbench.system.analytic;

import io.makerbench.env.Actions;
import io.makerbench.policy.Policy;

/**
 * A rule as a policy: reads the time left and the position off an observation, and acts by the
 * depths themselves, whatever the actions of the learner. Safe for several threads.
 *
 * @param name its name among the baselines
 * @param quotes the rule
 * @param config market it acts in
 * @param width numbers in an observation
 */
record QuotesPolicy(String name, Quotes quotes, AnalyticConfig config, int width)
    implements Policy {
  @Override
  public void act(float[] observations, int count, Actions actions) {
    for (int i = 0; i < count; i++) {
      long stepsLeft = Math.round((double) observations[width * i] * config.steps());
      double time = (config.steps() - stepsLeft) * config.dt();
      int held = Math.round(observations[width * i + 1] * config.maxInventory());
      actions.continuous[2 * i] = (float) quotes.bidDepth(time, held);
      actions.continuous[2 * i + 1] = (float) quotes.askDepth(time, held);
    }
  }
}
