package io.makerbench.learn.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.env.Space;
import io.makerbench.learn.Algorithm;
import io.makerbench.learn.Compute;
import io.makerbench.learn.DivergedException;
import io.makerbench.learn.Trainer;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.dqn.Dqn;
import io.makerbench.learn.dqn.DqnConfig;
import io.makerbench.learn.ppo.Ppo;
import io.makerbench.learn.ppo.PpoConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Real trainings in which one thing is wrong, and what is said of them. */
class WatchTest {
  private static final String PPO =
      """
      {"total_ticks": 12000, "n_steps": 50, "minibatch_size": 100, "n_epochs": 4, "lr": 2e-3,
       "gamma": 0.4, "hidden": [16]\
      """;
  private static final String DQN =
      """
      {"lr": 2e-3, "min_replay": 1, "mdp_step_warmup": 0, "time_based_discount": false,
       "gamma": 0.4, "epsilon_warmup_ticks": 0, "epsilon_share": 0.3, "batch_size": 32,
       "tau": 0.05, "num_episodes": 80, "train_freq": 1, "hidden": [16]\
      """;

  private final WatchedProblem problem = new WatchedProblem(4);
  private final List<Finding> findings = new ArrayList<>();

  @Test
  void nothingIsSaidOfTrainingsThatGoWell() {
    watch(ppo(""));
    watch(dqn(""));
    assertEquals(List.of(), findings);
  }

  @Test
  void aRewardThatAlwaysPaysOneActionCollapsesThePolicy() {
    problem.reward = (state, action) -> action == 2 ? 1 : 0;
    watch(ppo(""));
    assertEquals(Set.of(FindingKind.COLLAPSED_POLICY, FindingKind.LOST_EXPLORATION), kinds());
    Finding collapse = the(FindingKind.COLLAPSED_POLICY);
    assertTrue(collapse.seen().contains("took action 2"), collapse.seen());
    assertTrue(collapse.advice().contains("ppo.ent_coef=0.01"), collapse.advice());
    assertTrue(collapse.since() < collapse.step());
  }

  @Test
  void aGreedyPolicyThatCollapsesIsSeenBehindItsExploration() {
    problem.reward = (state, action) -> action == 2 ? 1 : 0;
    watch(dqn(", \"epsilon_end\": 0.3"));
    assertTrue(the(FindingKind.COLLAPSED_POLICY).seen().contains("took action 2"));
  }

  @Test
  void aLearningRateThatIsTooLargeExplodes() {
    watch(
        dqn(
            ", \"lr\": 0.02, \"layer_norm\": false, \"gamma\": 1, \"tau\": 1, \"use_huber\": false,"
                + " \"max_grad_norm\": 1e6"));
    Finding found = the(FindingKind.EXPLODING_LOSS);
    assertTrue(found.advice().contains("dqn.lr=0.002"), found.advice());
  }

  @Test
  void aLearningRateThatIsTooLargeKillsTheUnits() {
    watch(dqn(", \"lr\": 1"));
    assertTrue(kinds().contains(FindingKind.DEAD_UNITS), kinds().toString());
  }

  @Test
  void rewardsOfMillionsAreTooLarge() {
    problem.reward = (state, action) -> state == action ? 1e6 : 0;
    watch(ppo(""));
    assertTrue(the(FindingKind.REWARD_SCALE).advice().contains("ppo.reward_scale=1e-6"));
    findings.clear();
    watch(ppo(", \"reward_scale\": 1e-6"));
    assertFalse(kinds().contains(FindingKind.REWARD_SCALE), kinds().toString());
  }

  @Test
  void aRewardThatNeverChangesTeachesNothing() {
    problem.reward = (state, action) -> 0.5;
    watch(ppo(""));
    assertTrue(the(FindingKind.CONSTANT_REWARD).seen().contains("0.5"));
  }

  @Test
  void numbersThatNeverChangeAreNamed() {
    problem.look = state -> new float[] {state, 7, state == 0 ? 1 : 0};
    watch(ppo(""));
    Finding found = the(FindingKind.CONSTANT_OBSERVATIONS);
    assertTrue(found.seen().startsWith("1 of the 3 numbers"), found.seen());
    assertTrue(found.seen().contains(": seen 1 (always 7)"), found.seen());
  }

  @Test
  void numbersFarFromOneAreNamedUnlessTheyAreNormalised() {
    problem.look = state -> new float[] {state, 60_000 + state};
    watch(ppo(""));
    Finding found = the(FindingKind.UNSCALED_OBSERVATIONS);
    assertTrue(found.seen().contains(": seen 1 (60000"), found.seen());
    assertTrue(found.advice().contains("ppo.normalize_observations=true"), found.advice());
    findings.clear();
    watch(ppo(", \"normalize_observations\": true"));
    assertFalse(kinds().contains(FindingKind.UNSCALED_OBSERVATIONS));
  }

  @Test
  void smallNumbersAreNamedAndRareOnesAreNot() {
    int[] shown = {0};
    problem.look = state -> new float[] {state, 1e-4f * state, shown[0]++ % 5000 == 0 ? 0.05f : 0};
    watch(ppo(""));
    String seen = the(FindingKind.UNSCALED_OBSERVATIONS).seen();
    assertTrue(seen.startsWith("1 of the 3 numbers"), seen);
    assertTrue(seen.contains(": seen 1 ("), seen);
  }

  @Test
  void aMarketInWhichTradingNeverPaysIsNotTradedIn() {
    problem.executions = (state, action) -> action == 0 ? 0 : 1;
    problem.reward = (state, action) -> action == 0 ? 0 : -1;
    watch(ppo(""));
    assertTrue(the(FindingKind.NEVER_TRADES).seen().contains("does not trade"));
    findings.clear();
    watch(dqn(", \"epsilon_end\": 0.1"));
    Finding found = the(FindingKind.NEVER_TRADES);
    assertTrue(found.seen().contains("no more than its random actions"), found.seen());
  }

  @Test
  void aPolicyThatTradesIsLeftInPeace() {
    problem.executions = (state, action) -> action == 0 ? 0 : 1;
    watch(ppo(""));
    assertEquals(List.of(), findings);
  }

  @Test
  void chanceAloneTeachesNothing() {
    int[] tosses = {0};
    problem.reward = (state, action) -> (tosses[0]++ * 7919) % 3 - 1;
    watch(ppo(", \"lr\": 1e-6"));
    assertTrue(the(FindingKind.NO_PROGRESS).advice().contains("ppo.lr="));
  }

  @Test
  void aShortRecordingIsTooLittleForAWideNetwork() {
    problem.recorded = true;
    watch(ppo(", \"hidden\": [64, 64]"));
    Finding found = the(FindingKind.LITTLE_DATA);
    assertTrue(found.seen().contains("only 50 decisions"), found.seen());
    assertTrue(found.advice().contains("ppo.hidden=[8, 8]"), found.advice());
  }

  @Test
  void gradientsCutToNothingAreTiny() {
    watch(ppo(", \"max_grad_norm\": 1e-6"));
    Finding found = the(FindingKind.TINY_GRADIENTS);
    assertTrue(found.seen().contains("less than the optimiser's ε of 1e-5"), found.seen());
    assertTrue(found.advice().contains("larger ppo.max_grad_norm"), found.advice());
  }

  @Test
  void gradientsThatAreCutAndStillMoveSomethingAreNotTiny() {
    watch(ppo(", \"max_grad_norm\": 1e-2"));
    assertFalse(kinds().contains(FindingKind.TINY_GRADIENTS), findings.toString());
  }

  @Test
  void divergenceIsToldWithItsFigures() {
    problem.reward = (state, action) -> state == action ? 1e30 : 0;
    watch(dqn(", \"use_huber\": false"));
    Finding found = the(FindingKind.DIVERGED);
    assertTrue(found.seen().contains("Infinity"), found.seen());
    assertEquals(Severity.DANGER, found.severity());
  }

  private Finding the(FindingKind kind) {
    List<Finding> all = findings.stream().filter(finding -> finding.kind() == kind).toList();
    assertEquals(1, all.size(), () -> kind + " in " + findings);
    return all.getFirst();
  }

  private Set<FindingKind> kinds() {
    return findings.stream().map(Finding::kind).collect(Collectors.toSet());
  }

  private void watch(Algorithm algorithm) {
    Watch watch =
        new Watch(
            algorithm.settings(),
            problem,
            problem.names(),
            Compute.CPU,
            TrainerListener.SILENT,
            findings::add);
    try (Trainer trainer = algorithm.start(watch.env(), 3, Compute.CPU, watch)) {
      watch.follow(trainer);
      while (trainer.advance()) {
        // until it is over
      }
    } catch (DivergedException e) {
      watch.diverged(e);
    }
  }

  private static Algorithm ppo(String more) {
    return Ppo.of(read(PPO, more, PpoConfig.class), new Space.Discrete(WatchedProblem.STATES));
  }

  private static Algorithm dqn(String more) {
    return new Dqn(read(DQN, more, DqnConfig.class));
  }

  private static <T extends Record> T read(String base, String more, Class<T> type) {
    JsonMapper json = JsonMapper.shared();
    ObjectNode tree = (ObjectNode) json.readTree(base + "}");
    tree.setAll((ObjectNode) json.readTree("{" + more.replaceFirst(",", "") + "}"));
    return new ConfigReader(ConfigSchema.of(type)).read(tree, type, "test");
  }
}
