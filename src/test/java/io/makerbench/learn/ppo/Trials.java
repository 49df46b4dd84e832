package io.makerbench.learn.ppo;

import io.makerbench.env.Actions;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.policy.Policy;
import io.makerbench.system.control.Problem;

/** What a policy earns in a problem of control. */
final class Trials {
  private static final long SEED = 7;

  private Trials() {}

  /** Mean return of the first episode of each of several copies. */
  static double meanReturn(Problem problem, Policy policy, int episodes) {
    try (VectorEnv env = problem.env(episodes, SEED, "evaluation")) {
      Transitions transitions = new Transitions(episodes, env.observationSpace().width());
      Actions actions = Actions.of(env.actionSpace(), episodes);
      boolean[] ended = new boolean[episodes];
      env.reset(transitions.observations);
      for (int copy = 0; copy < episodes; copy++) {
        policy.begin(copy);
      }
      double sum = 0;
      for (int left = episodes; left > 0; ) {
        policy.act(transitions.observations, episodes, actions);
        env.step(actions, transitions);
        for (int copy = 0; copy < episodes; copy++) {
          sum += ended[copy] ? 0 : transitions.rewards[copy];
          if (transitions.terminated[copy] || transitions.truncated[copy]) {
            left -= ended[copy] ? 0 : 1;
            ended[copy] = true;
            policy.begin(copy);
          }
        }
      }
      return sum / episodes;
    }
  }
}
