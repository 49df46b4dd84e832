package io.makerbench.system.control;

import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Episode;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.policy.Policy;
import io.makerbench.random.RandomStream;
import io.makerbench.system.Market;
import io.makerbench.system.Window;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A problem to learn. Its windows are batches of episodes, one after the other on one clock, drawn
 * by the evaluation seed alone, so that every policy of every run begins in the same states.
 */
final class ControlMarket implements Market {
  private static final String RANDOM = "random";
  private static final String SCRIPTED = "scripted";
  static final List<String> BASELINES = List.of(RANDOM, SCRIPTED);
  private static final double NS_PER_SECOND = 1e9;

  private final ControlConfig config;
  private final Dynamics dynamics;
  private final ProblemShape shape;
  private final List<Window> windows;

  ControlMarket(ControlConfig config) {
    this.config = config;
    dynamics = config.problem().dynamics();
    shape = dynamics.shape();
    long length = stepNs() * shape.longestEpisode() * config.windowEpisodes();
    String description =
        "%s seed %d episodes %d"
            .formatted(config.problem(), config.evaluationSeed(), config.windowEpisodes());
    windows =
        IntStream.range(0, config.evaluationWindows())
            .mapToObj(i -> new Window("b" + (i + 1), description, i * length, (i + 1) * length))
            .toList();
  }

  private long stepNs() {
    return Math.round(shape.stepSeconds() * NS_PER_SECOND);
  }

  @Override
  public VectorEnv training(int copies, long seed) {
    return config.problem().env(copies, seed, "training");
  }

  @Override
  public String observationFingerprint() {
    return "state of " + config.problem();
  }

  @Override
  public String observationFacts() {
    return "{}";
  }

  @Override
  public List<Window> evaluationWindows() {
    return windows;
  }

  @Override
  public Space actionSpace() {
    return new Space.Discrete(shape.choices());
  }

  @Override
  public int observationWidth() {
    return shape.observationWidth();
  }

  /** There is nothing to hold. */
  @Override
  public double inventoryLimit() {
    return Double.NaN;
  }

  @Override
  public double optimalValue(Window window) {
    return config.windowEpisodes() * shape.bestReturn();
  }

  @Override
  public List<String> baselines() {
    return BASELINES;
  }

  @Override
  public Policy baseline(String name) {
    return switch (name) {
      case RANDOM -> random("baseline");
      case SCRIPTED -> new ScriptedPolicy(SCRIPTED, dynamics);
      default ->
          throw new InputException(
              "There is no baseline "
                  + name
                  + " in control; there are "
                  + String.join(", ", BASELINES)
                  + ".");
    };
  }

  private Policy random(String purpose) {
    return new RandomPolicy(
        RANDOM,
        shape.choices(),
        RandomStream.named(config.evaluationSeed(), "random actions " + purpose, 0));
  }

  /** A random policy is drawn anew for every window, so that it always does the same in it. */
  @Override
  public Episode run(Policy policy, Window window) {
    if (!windows.contains(window)) {
      throw new InputException(
          "There is no window " + window.name() + " in this evaluation: " + windows);
    }
    Policy acting = policy instanceof RandomPolicy ? random(window.name()) : policy;
    EpisodeRecorder recorder = new EpisodeRecorder(config, window.startNs(), stepNs());
    try (VectorEnv env =
        config.problem().env(1, config.evaluationSeed(), "evaluation " + window.name())) {
      Actions actions = Actions.of(env.actionSpace(), 1);
      Transitions transitions = new Transitions(1, observationWidth());
      env.reset(transitions.observations);
      acting.begin(0);
      for (int episode = 0; episode < config.windowEpisodes(); ) {
        acting.act(transitions.observations, 1, actions);
        env.step(actions, transitions);
        recorder.stepped(actions.discrete[0], transitions.rewards[0]);
        if (transitions.terminated[0] || transitions.truncated[0]) {
          acting.begin(0);
          episode++;
        }
      }
    }
    return recorder.episode(policy.name(), window.name());
  }

  @Override
  public void close() {
    // nothing is held
  }
}
