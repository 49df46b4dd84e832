package io.makerbench.check;

import io.makerbench.check.ControlCheck.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What is expected of the learners. */
public final class LearningChecks {
  private static final List<Long> TWO_SEEDS = List.of(1L, 2L);
  private static final List<Long> THREE_SEEDS = List.of(1L, 2L, 3L);
  private static final List<Long> FIVE_SEEDS = List.of(1L, 2L, 3L, 4L, 5L);

  private LearningChecks() {}

  /** All checks, in the order they are listed. */
  public static List<Check> all() {
    List<Check> all = new ArrayList<>();
    for (String algorithm : List.of("dqn", "ppo", "a2c", "cloning")) {
      identity(all, algorithm);
    }
    cartpole(all);
    acrobot(all);
    marketMaking(all);
    for (String algorithm : List.of("dqn", "ppo", "a2c")) {
      controls(all, algorithm);
    }
    imitations(all);
    return all;
  }

  private static void identity(List<Check> all, String algorithm) {
    Learner learner = learner(algorithm, "control/identity-");
    long whole = algorithm.equals("cloning") ? 20 : 1200;
    all.add(new ScoreCheck("identity", learner, Score.RETURN, 90, whole, FIVE_SEEDS));
    all.add(new ScoreCheck("identity", learner.onTorch(), Score.RETURN, 90, whole, TWO_SEEDS));
  }

  private static void cartpole(List<Check> all) {
    all.add(balances("dqn", 1_000));
    all.add(balances("ppo", 1_000));
    all.add(balances("a2c", 1_000));
    all.add(balances("cloning", 10));
  }

  private static Check balances(String algorithm, long judgedEvery) {
    Learner learner = learner(algorithm, "control/cartpole-");
    return new ScoreCheck("cartpole", learner, Score.RETURN, 475, judgedEvery, TWO_SEEDS);
  }

  private static void acrobot(List<Check> all) {
    all.add(swingsUp("dqn", 5_000));
    all.add(swingsUp("ppo", 5_000));
    all.add(swingsUp("a2c", 5_000));
    all.add(swingsUp("cloning", 10));
  }

  private static Check swingsUp(String algorithm, long judgedEvery) {
    Learner learner = learner(algorithm, "control/acrobot-");
    return new ScoreCheck("acrobot", learner, Score.RETURN, -100, judgedEvery, TWO_SEEDS);
  }

  private static void marketMaking(List<Check> all) {
    all.add(earns("ppo", "analytic/cjp-ppo.json", 0.98, 500_000));
    all.add(earns("a2c", "analytic/cjp-a2c.json", 0.98, 500_000));
    all.add(earns("dqn", "analytic/avellaneda-stoikov.json", 0.95, 100_000));
  }

  private static Check earns(String algorithm, String file, double share, long judgedEvery) {
    // Enough episodes to tell 0.98 from 0.97.
    Learner learner = Learner.of(algorithm, file).with("market.window_episodes=500");
    return new ScoreCheck(
        "market making", learner, Score.SHARE_OF_OPTIMUM, share, judgedEvery, TWO_SEEDS);
  }

  private static void controls(List<Check> all, String algorithm) {
    Learner leak = learner(algorithm, "controls/leak-");
    Learner noise = learner(algorithm, "controls/noise-");
    all.add(new ControlCheck("leaked future", leak, Outcome.PROFIT, FIVE_SEEDS));
    all.add(new ControlCheck("pure noise", noise, Outcome.NO_PROFIT, FIVE_SEEDS));
    nothing(all, algorithm);
  }

  /** Whoever imitates earns what its expert earns. */
  private static void imitations(List<Check> all) {
    Learner leak = learner("cloning", "controls/leak-").imitating(learner("dqn", "controls/leak-"));
    Learner noise =
        learner("cloning", "controls/noise-").imitating(learner("dqn", "controls/noise-"));
    all.add(new ControlCheck("leaked future", leak, Outcome.PROFIT, THREE_SEEDS));
    all.add(new ControlCheck("pure noise", noise, Outcome.NO_PROFIT, THREE_SEEDS));
    nothing(all, "cloning");
  }

  private static void nothing(List<Check> all, String algorithm) {
    all.add(
        new StillnessCheck(
            "doing nothing at a leak", learner(algorithm, "controls/leak-"), TWO_SEEDS));
    all.add(
        new StillnessCheck(
            "doing nothing in noise", learner(algorithm, "controls/noise-"), TWO_SEEDS));
  }

  private static Learner learner(String algorithm, String place) {
    return Learner.of(algorithm, place + algorithm + ".json");
  }
}
