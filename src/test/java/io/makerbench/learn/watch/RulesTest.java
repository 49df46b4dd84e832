package io.makerbench.learn.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.learn.LearnerSettings;
import io.makerbench.learn.acting.DistributionRule;
import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.cloning.CloningConfig;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.Slot;
import io.makerbench.learn.ppo.PpoConfig;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules on figures made up for the purpose: where each begins and ends to speak. */
class RulesTest {
  private static final LearnerSettings PPO =
      new LearnerSettings(
          "ppo",
          PpoConfig.class,
          1e-3,
          0.5,
          1e-5,
          0.0,
          1.0,
          false,
          false,
          false,
          List.of(64),
          null,
          null,
          false);
  private static final LearnerSettings CLONING =
      new LearnerSettings(
          "cloning",
          CloningConfig.class,
          1e-3,
          10,
          1e-8,
          null,
          null,
          null,
          null,
          null,
          List.of(64),
          100,
          false,
          false);

  private final Behaviour behaviour =
      new Behaviour(new WatchedProblem(1), List.of("a", "b", "c", "d"));
  private long step;

  @Test
  void aThingIsSaidOnceAndAgainOnlyAfterItWentAway() {
    Alarm alarm = new Alarm(new LargeSteps(PPO)); // five periods of patience
    List<Long> said = new ArrayList<>();
    for (int period = 1; period <= 40; period++) {
      boolean gone = period > 15 && period <= 25 || period == 8; // for long, and for a moment
      Finding found = alarm.hear(period("kl", gone ? 0.01 : 0.5));
      if (found != null) {
        said.add(found.since());
        assertEquals(found.step(), found.since() + 5 * 100);
      }
    }
    assertEquals(List.of(0L, 2500L), said);
  }

  @Test
  void anAlarmGoesOnWhereItWasSaved() throws IOException {
    Alarm alarm = new Alarm(new DeadGradients(PPO));
    alarm.hear(period("grad_norm", 1, "value_loss", 1));
    alarm.hear(period("grad_norm", 1e-9, "value_loss", 1));
    alarm.hear(period("grad_norm", 1e-9, "value_loss", 1));
    Alarm again = new Alarm(new DeadGradients(PPO));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    alarm.save(new DataOutputStream(bytes));
    again.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    Period next = period("grad_norm", 1e-9, "value_loss", 1);
    Finding found = again.hear(next);
    assertNotNull(found);
    assertEquals(100, found.since());
    assertEquals(alarm.hear(next), found);
  }

  @Test
  void gradientsThatVanishWithTheLossAreNoDanger() {
    DeadGradients rule = new DeadGradients(PPO);
    rule.judge(period("grad_norm", 1, "value_loss", 1));
    assertHealthy(rule.judge(period("grad_norm", 1e-9, "value_loss", 1e-4)));
    assertSymptom(rule.judge(period("grad_norm", 1e-9, "value_loss", 0.5)), "norm is 1e-9");
  }

  @Test
  void valuesThatAreLearntToTheEndMaySaturate() {
    look(64);
    NetworkPolicy policy = withDeadUnits(Branch.VALUE);
    assertSymptom(look(new DeadUnits(PPO), policy, 0.5), "100.0 % of the units");
    assertHealthy(look(new DeadUnits(PPO), policy, 1e-3));
    assertSymptom(
        look(new DeadUnits(PPO), withDeadUnits(DistributionRule.BRANCH), 1e-3), "100.0 %");
  }

  @Test
  void unitsAreNotJudgedByAHandfulOfObservations() {
    look(63);
    assertEquals(
        Judgement.Plain.UNKNOWN, look(new DeadUnits(PPO), withDeadUnits(Branch.VALUE), 0.5));
  }

  private void look(int rows) {
    WatchedEnv env = new WatchedEnv(new WatchedProblem(1), behaviour, () -> 0);
    Actions actions = Actions.of(env.actionSpace(), 1);
    for (int row = 0; row < rows; row++) {
      env.step(actions, new Transitions(1, WatchedProblem.STATES));
    }
  }

  /** What the rule finds of a policy, after periods whose loss falls from 1 to the one given. */
  private Judgement look(DeadUnits rule, NetworkPolicy policy, double loss) {
    Judgement last = Judgement.Plain.UNKNOWN;
    for (int period = 1; period <= 5; period++) {
      Map<String, Double> means = Map.of("value_loss", period == 1 ? 1 : loss);
      last = rule.judge(new Period(0, 100, 10_000, means, behaviour, () -> policy));
    }
    return last;
  }

  /** A policy and its values, of which one branch has units whose tanh is always at its end. */
  private static NetworkPolicy withDeadUnits(String branch) {
    NetworkShape shape =
        new NetworkShape(
            WatchedProblem.STATES,
            List.of(),
            List.of(branch(DistributionRule.BRANCH, 4), branch(Branch.VALUE, 1)));
    float[] parameters = new float[shape.size()];
    Slot biases =
        shape.slots().stream()
            .filter(slot -> slot.name().equals(branch + ".0.bias"))
            .findFirst()
            .orElseThrow();
    Arrays.fill(parameters, biases.offset(), biases.offset() + biases.shape()[0], 9);
    return new NetworkPolicy(
        "dead", new DistributionRule(shape, new Space.Discrete(4)), parameters);
  }

  private static Branch branch(String name, int outputs) {
    return new Branch(
        name,
        List.of(
            new Layer.Dense(name + ".0", 3),
            new Layer.Tanh(),
            new Layer.Dense(name + ".2", outputs)));
  }

  @Test
  void aLossExplodesByItsOwnLevelAndBeyondWhatRewardsPermit() {
    ExplodingLoss clone = new ExplodingLoss(CLONING);
    for (double loss : new double[] {1000, 300, 100, 100, 9000}) {
      assertHealthy(clone.judge(period("loss", loss)));
    }
    assertSymptom(clone.judge(period("loss", 1e5)), "times its level");
    ExplodingLoss untilRewarded = new ExplodingLoss(PPO);
    for (double loss : new double[] {1e-9, 1e-9, 1e-9, 1e-9, 1}) {
      assertHealthy(untilRewarded.judge(period("value_loss", loss)));
    }
  }

  @Test
  void valuesFailOnlyWhileTheyAreWrong() {
    ValueFailure rule = new ValueFailure(PPO);
    assertSymptom(rule.judge(period("explained_variance", -0.1, "value_loss", 4)), "-0.1");
    assertHealthy(rule.judge(period("explained_variance", 0.1, "value_loss", 4)));
    assertHealthy(rule.judge(period("explained_variance", -200, "value_loss", 1e-3)));
    assertEquals(Judgement.Plain.UNKNOWN, rule.judge(period("loss", 1)));
  }

  @Test
  void valuesFailWhereTheirLossGrowsWithoutReturnsThatGrow() {
    ValueFailure rule = new ValueFailure(PPO);
    pay(1);
    pay(0);
    Judgement last = Judgement.Plain.UNKNOWN;
    for (int i = 0; i < 10; i++) {
      assertHealthy(rule.judge(period("explained_variance", 0.3, "value_loss", 1)));
    }
    for (int i = 0; i < 10; i++) {
      last = rule.judge(period("explained_variance", 0.3, "value_loss", 11));
    }
    assertSymptom(last, "11 times its least");
    assertHealthy(rule.judge(period("explained_variance", 0.6, "value_loss", 11)));
    pay(100); // a hundred times the return is 10,000 times the loss
    for (int i = 0; i < 10; i++) {
      last = rule.judge(period("explained_variance", 0.3, "value_loss", 10_000));
    }
    assertHealthy(last);
  }

  @Test
  void valuesOfReturnsThatAreAllAlikeHaveNothingToExplain() {
    ValueFailure rule = new ValueFailure(PPO);
    pay(-1);
    assertEquals(
        Judgement.Plain.UNKNOWN, rule.judge(period("explained_variance", -0.1, "value_loss", 4)));
    behaviour.clear();
    pay(-1);
    pay(0);
    assertSymptom(rule.judge(period("explained_variance", -0.1, "value_loss", 4)), "-0.1");
  }

  private void pay(double reward) {
    Transitions transitions = new Transitions(1, WatchedProblem.STATES);
    transitions.rewards[0] = reward;
    transitions.truncated[0] = true;
    behaviour.rewards.add(transitions);
  }

  @Test
  void gradientsAreTooSmallWhereTheOptimiserSwallowsThem() {
    ClippedGradients clipped = new ClippedGradients(PPO);
    assertHealthy(clipped.judge(period("grad_norm", 90)));
    assertSymptom(clipped.judge(period("grad_norm", 900)), "always cut to 0.5");
  }

  @Test
  void aLossThatJumpsByAsMuchAsItselfOscillates() {
    OscillatingLoss rule = new OscillatingLoss(PPO);
    Judgement last = Judgement.Plain.UNKNOWN;
    for (int i = 0; i < 30; i++) {
      last = rule.judge(period("value_loss", i % 2 == 0 ? 10 : 0.1));
    }
    assertSymptom(last, "jumps");
    for (int i = 0; i < 30; i++) {
      last = rule.judge(period("value_loss", 10 - 0.3 * i + 0.5 * (i % 2)));
    }
    assertHealthy(last);
  }

  @Test
  void aCloneThatLearnsByHeartIsTold() {
    Overfitting rule = new Overfitting(CLONING);
    assertHealthy(rule.judge(clone(0.5, 0.5, 0.5)));
    assertHealthy(rule.judge(clone(0.45, 0.58, 0.5)));
    assertSymptom(rule.judge(clone(0.2, 0.7, 0.5)), "held out");
  }

  private Period clone(double loss, double holdout, double best) {
    return period(Map.of("loss", loss, "holdout_loss", holdout, "best_holdout_loss", best));
  }

  @Test
  void aRewardThatIsOnItsWayUpIsNotJudged() {
    step = 5000; // half of it
    NoProgress falling = new NoProgress(PPO);
    NoProgress rising = new NoProgress(PPO);
    List<Judgement> down = new ArrayList<>();
    List<Judgement> up = new ArrayList<>();
    for (int i = 0; i < 35; i++) {
      double noise = 0.01 * (i % 3);
      down.add(falling.judge(period("reward", -0.01 * i + noise)));
      up.add(rising.judge(period("reward", (i < 20 ? -0.1 * i : -4 + 0.1 * i) + noise)));
    }
    assertSymptom(down.getLast(), "The reward of a tick is");
    assertEquals(Judgement.Plain.UNKNOWN, up.getLast());
  }

  @Test
  void aRewardThatChanceHasJustLeftIsNotJudged() {
    NoProgress rule = new NoProgress(PPO);
    List<Judgement> judged = new ArrayList<>();
    step = 5000;
    for (int i = 0; i < 45; i++) {
      judged.add(rule.judge(period("reward", -0.1 * (i % 3), "epsilon", Math.max(0, 30 - i))));
    }
    assertSymptom(judged.get(29), "The reward of a tick is");
    assertEquals(Judgement.Plain.UNKNOWN, judged.get(32));
    assertSymptom(judged.getLast(), "The reward of a tick is");
  }

  @Test
  void aGpuThatWaitsForTheEnvironmentIsIdle() {
    AtomicLong clock = new AtomicLong();
    IdleGpu rule = new IdleGpu(PPO, clock::get);
    WatchedEnv env =
        new WatchedEnv(new WatchedProblem(1), behaviour, () -> clock.addAndGet(1_000_000));
    Actions actions = Actions.of(env.actionSpace(), 1);
    Transitions transitions = new Transitions(1, WatchedProblem.STATES);
    for (int i = 0; i < 10; i++) {
      env.step(actions, transitions);
    }
    assertSymptom(rule.judge(period("loss", 1)), "50.0 %");
    behaviour.clear();
    clock.addAndGet(1_000_000_000);
    env.step(actions, transitions);
    assertHealthy(rule.judge(period("loss", 1)));
    assertEquals(Judgement.Plain.UNKNOWN, new IdleGpu(PPO, () -> 0).judge(period("loss", 1)));
  }

  @Test
  void everyRuleOfATrainingIsOfAnotherKind() {
    for (LearnerSettings settings : List.of(PPO, CLONING)) {
      List<FindingKind> kinds = Rules.of(settings, () -> 0).stream().map(Rule::kind).toList();
      assertEquals(kinds.size(), kinds.stream().distinct().count());
    }
  }

  private Period period(Object... columns) {
    Map<String, Double> means = new java.util.TreeMap<>();
    for (int i = 0; i < columns.length; i += 2) {
      means.put((String) columns[i], ((Number) columns[i + 1]).doubleValue());
    }
    return period(means);
  }

  private Period period(Map<String, Double> means) {
    step += 100;
    return new Period(
        step - 100,
        step,
        10_000,
        means,
        behaviour,
        () -> {
          throw new AssertionError("No rule here looks at the policy.");
        });
  }

  private static void assertHealthy(@Nullable Judgement judgement) {
    assertEquals(Judgement.Plain.HEALTHY, judgement);
  }

  private static void assertSymptom(Judgement judgement, String seen) {
    Judgement.Symptom symptom = assertInstanceOf(Judgement.Symptom.class, judgement);
    assertTrue(symptom.seen().contains(seen), symptom.seen());
    assertNull(symptom.advice().isEmpty() ? "no advice" : null);
  }
}
