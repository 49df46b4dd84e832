package io.makerbench.learn.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.makerbench.config.ConfigNode;
import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.config.Json;
import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.learn.Compute;
import io.makerbench.learn.DivergedException;
import io.makerbench.learn.LearnerSettings;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.acting.Head;
import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.acting.Norm;
import io.makerbench.learn.acting.QNetwork;
import io.makerbench.learn.cloning.CloningConfig;
import io.makerbench.learn.dqn.Dqn;
import io.makerbench.learn.dqn.DqnConfig;
import io.makerbench.learn.ppo.A2cConfig;
import io.makerbench.learn.ppo.Ppo;
import io.makerbench.learn.ppo.PpoConfig;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule of every learner made to speak: what it advises is a key of that learner. */
class AdviceTest {
  private static final Pattern KEY = Pattern.compile("\\b(ppo|a2c|dqn|cloning)\\.([a-z_]+)");
  private static final String NORMALISED =
      "{\"normalize_observations\": true, \"normalize_values\": %s, \"normalize_rewards\": true}";

  private final WatchedProblem problem = new WatchedProblem(4);
  private final AtomicLong clock = new AtomicLong();
  private final Map<FindingKind, Set<String>> advice = new EnumMap<>(FindingKind.class);

  @ParameterizedTest
  @ValueSource(strings = {"ppo", "a2c"})
  void anActorIsAdvisedOfItsOwnKeys(String name) {
    LearnerSettings plain = actor(name, "{}");
    everythingGoesWrong(plain);
    requireAllSpoke(plain);
    everythingGoesWrong(actor(name, "{\"ent_coef\": 0.01, \"load_path\": \"x\"}"));
    everythingGoesWrong(actor(name, NORMALISED.formatted(true)));
    everythingGoesWrong(actor(name, NORMALISED.formatted(false)));
    requireKeysOf(plain);
  }

  @Test
  void aLearnerOfValuesIsAdvisedOfItsOwnKeys() {
    LearnerSettings settings = new Dqn(read("{}", DqnConfig.class)).settings();
    everythingGoesWrong(settings);
    requireAllSpoke(settings);
    requireKeysOf(settings);
  }

  @Test
  void aCloneIsAdvisedOfItsOwnKeys() {
    LearnerSettings settings =
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
    everythingGoesWrong(settings);
    requireAllSpoke(settings);
    requireKeysOf(settings);
  }

  private void requireAllSpoke(LearnerSettings settings) {
    Set<FindingKind> expected =
        Rules.of(settings, clock::get).stream().map(Rule::kind).collect(Collectors.toSet());
    if (settings.entropyWeight() == null) {
      expected.remove(FindingKind.LOST_EXPLORATION);
    }
    expected.removeAll(advice.keySet());
    assertEquals(Set.of(), expected, "rules that nothing made speak");
  }

  private void requireKeysOf(LearnerSettings settings) {
    ConfigNode.Section section = ConfigSchema.of(settings.config());
    advice.forEach((kind, sentences) ->
        sentences.forEach(sentence -> {
          assertFalse(sentence.isEmpty(), kind + " advises nothing");
          for (MatchResult key : KEY.matcher(sentence).results().toList()) {
            assertEquals(settings.section(), key.group(1), sentence);
            assertNotNull(section.child(key.group(2)), kind + ": " + sentence);
          }
        }));
  }

  /** Feeds all rules of a learner with figures that are bad in all ways, one after the other. */
  private void everythingGoesWrong(LearnerSettings settings) {
    problem.look = state -> new float[] {state * 1e5f, 7, 0, 0};
    problem.reward = (state, action) -> 1e6;
    problem.executions = (state, action) -> 0;
    problem.recorded = true;
    Behaviour behaviour = new Behaviour(problem, problem.names());
    WatchedEnv env = new WatchedEnv(problem, behaviour, () -> clock.addAndGet(1_000_000));
    List<Rule> rules = Rules.of(settings, clock::get);
    for (int i = 1; i <= 80; i++) {
      if (i == 40) {
        problem.reward = (state, action) -> state * 1e6; // no constant, and nothing explained
      }
      act(env);
      Period period =
          new Period(100L * i - 100, 100L * i, 8000, figures(i), behaviour, AdviceTest::dead);
      for (Rule rule : rules) {
        if (rule.judge(period) instanceof Judgement.Symptom symptom) {
          advice.computeIfAbsent(rule.kind(), kind -> new HashSet<>()).add(symptom.advice());
        }
      }
      behaviour.clear();
    }
    Watch watch =
        new Watch(
            settings,
            problem,
            problem.names(),
            Compute.CPU,
            TrainerListener.SILENT,
            found ->
                advice.computeIfAbsent(found.kind(), k -> new HashSet<>()).add(found.advice()));
    watch.diverged(new DivergedException(1, "the loss is NaN"));
  }

  private static void act(WatchedEnv env) {
    Actions always = Actions.of(env.actionSpace(), env.copies());
    Arrays.fill(always.discrete, 2);
    Transitions transitions = new Transitions(env.copies(), WatchedProblem.STATES);
    for (int step = 0; step < 150; step++) {
      env.step(always, transitions);
    }
  }

  private static Map<String, Double> figures(int period) {
    Map<String, Double> means = new TreeMap<>();
    boolean calm = period > 50;
    double loss = period == 80 ? 1e30 : calm || period % 2 == 0 ? 10 : 0.1;
    means.put("loss", loss);
    means.put("value_loss", loss);
    means.put("grad_norm", calm ? 1e-9 : 1e6);
    means.put("entropy", period == 1 ? 1.6 : 1e-3);
    means.put("kl", period < 10 ? 0.0 : 1);
    means.put("clip_fraction", 0.9);
    means.put("explained_variance", -1.0);
    means.put("episode_reward", 1.0);
    means.put("holdout_loss", 100.0);
    means.put("best_holdout_loss", 20.0);
    return means;
  }

  /** A network whose units never wake. */
  private static NetworkPolicy dead() {
    QNetwork network =
        new QNetwork(
            WatchedProblem.STATES, List.of(200), Norm.NONE, WatchedProblem.STATES, Head.PLAIN);
    return new NetworkPolicy("dead", network, new float[network.size()]);
  }

  private LearnerSettings actor(String name, String config) {
    Space actions = new Space.Discrete(WatchedProblem.STATES);
    return name.equals(Ppo.A2C)
        ? Ppo.of(read(config, A2cConfig.class), actions).settings()
        : Ppo.of(read(config, PpoConfig.class), actions).settings();
  }

  private static <T extends Record> T read(String config, Class<T> type) {
    return new ConfigReader(ConfigSchema.of(type)).read(Json.parse(config, "test"), type, "test");
  }
}
