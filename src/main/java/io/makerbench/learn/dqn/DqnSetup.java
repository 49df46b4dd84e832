package io.makerbench.learn.dqn;

import io.makerbench.config.InputException;
import io.makerbench.env.Space;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.acting.Head;
import io.makerbench.learn.acting.Norm;
import io.makerbench.learn.acting.QNetwork;

/** The parts of a DQN training that follow from its configuration and its environment. */
final class DqnSetup {
  private DqnSetup() {}

  static QNetwork network(DqnConfig config, VectorEnv env) {
    if (!(env.actionSpace() instanceof Space.Discrete actions)) {
      throw new InputException("DQN needs an environment whose actions are a choice of a few.");
    }
    return new QNetwork(
        env.observationSpace().width(),
        config.hidden(),
        config.layerNorm() ? Norm.LAYER : Norm.NONE,
        actions.choices(),
        config.dueling() ? Head.DUELING : Head.PLAIN);
  }

  static Exploration exploration(DqnConfig config, long totalTicks) {
    return new Exploration(
        config.epsilonStart(),
        config.epsilonEnd(),
        config.epsilonWarmupTicks(),
        Math.round(totalTicks * config.epsilonShare()));
  }

  static ReplayBuffer buffer(DqnConfig config, VectorEnv env) {
    // Each copy keeps its present observation, that of a cut-off, and its open n-step window.
    int needed = env.copies() * (config.nRewardStep() + 2);
    if (config.replayCapacity() < needed) {
      throw new InputException(
          "replay_capacity is %d; %d copies and n_reward_step %d need at least %d."
              .formatted(config.replayCapacity(), env.copies(), config.nRewardStep(), needed));
    }
    int width = env.observationSpace().width();
    return new ReplayBuffer(config.replayCapacity(), width, Priorities.of(config));
  }
}
