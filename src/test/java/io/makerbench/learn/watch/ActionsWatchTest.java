package io.makerbench.learn.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.config.Json;
import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.learn.file.SpaceEnv;
import io.makerbench.learn.ppo.Ppo;
import io.makerbench.learn.ppo.PpoConfig;
import io.makerbench.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Policies that act by numbers or shares, and do the same whatever they see. */
class ActionsWatchTest {
  private static final Space BOX = new Space.Box(2, -1, 1);
  private static final Space SHARES = new Space.Simplex(3);
  private static final Set<FindingKind> LOST_ONLY = Set.of(FindingKind.LOST_EXPLORATION);
  private static final int MANY = 12;

  private final RandomStream random = RandomStream.named(3, "actions", 0);

  @Test
  void numbersAtTheirBoundsAreACollapse() {
    FedWatch fed = fed(BOX, "{}");
    fed.periods(MANY, actions -> Arrays.fill(actions.continuous, 1), entropy(2.8));
    assertEquals(Set.of(FindingKind.COLLAPSED_POLICY), fed.kinds());
    String words = fed.words(FindingKind.COLLAPSED_POLICY);
    assertTrue(words.contains("acted at a bound in 100.0 % of 1000 decisions"), words);
    assertTrue(words.contains("ppo.ent_coef=0.01"), words);
  }

  @Test
  void numbersThatHardlyVaryAnyMoreAreACollapse() {
    FedWatch fed = fed(BOX, "{}");
    fed.periods(2, noise(0, 0.5), entropy(1.4));
    fed.periods(MANY, noise(0.3, 0.002), entropy(1.4));
    String words = fed.words(FindingKind.COLLAPSED_POLICY);
    assertTrue(words.contains("varies its action by 0.4 % of what it did at first"), words);
  }

  @Test
  void numbersThatFollowWhatIsSeenAreNone() {
    FedWatch fed = fed(BOX, "{}");
    fed.periods(2, noise(0, 0.5), entropy(1.4));
    fed.periods(MANY, noise(0.3, 0.05), entropy(-3));
    fed.periods(MANY, oneOfTwoAtItsBound(), entropy(-3));
    assertEquals(Set.of(), fed.kinds());
  }

  @Test
  void sharesThatAreAlwaysTheSameAreACollapse() {
    FedWatch whole = fed(SHARES, "{}");
    whole.periods(MANY, shares(1, 0, 0), entropy(0));
    assertTrue(whole.words(FindingKind.COLLAPSED_POLICY).contains("in each of its 3 numbers"));
    FedWatch frozen = fed(SHARES, "{}");
    frozen.periods(2, this::anyShares, entropy(0));
    frozen.periods(MANY, shares(0.5f, 0.3f, 0.2f), entropy(0));
    assertTrue(frozen.words(FindingKind.COLLAPSED_POLICY).contains("varies its action by 0.0 %"));
  }

  @Test
  void sharesThatMoveAreNone() {
    FedWatch fed = fed(SHARES, "{}");
    fed.periods(MANY, this::anyShares, entropy(-1));
    assertEquals(Set.of(), fed.kinds());
  }

  @Test
  void explorationByNumbersIsLostWhereEntropyFallsAndActionsEndAtABound() {
    FedWatch fed = fed(BOX, "{}");
    fed.periods(2, noise(0, 0.5), entropy(2.8));
    fed.periods(MANY, mostlyAt(1), entropy(-7));
    assertEquals(LOST_ONLY, fed.kinds());
    String words = fed.words(FindingKind.LOST_EXPLORATION);
    assertTrue(words.contains("fell from 2.8 to -7 nats"), words);
    assertTrue(words.contains("ppo.ent_coef=0.01"), words);
  }

  @Test
  void explorationBySharesIsLostTheSameWay() {
    FedWatch fed = fed(SHARES, "{}");
    fed.periods(2, this::anyShares, entropy(-0.7));
    fed.periods(MANY, mostly(shares(0, 1, 0)), entropy(-15));
    assertEquals(LOST_ONLY, fed.kinds());
  }

  @Test
  void explorationIsNotLostWhileEntropyIsHeldUpOrStillThere() {
    FedWatch heldUp = fed(BOX, "{\"ent_coef\": 0.01}");
    heldUp.periods(2, noise(0, 0.5), entropy(2.8));
    heldUp.periods(MANY, mostlyAt(1), entropy(-7));
    assertEquals(Set.of(), heldUp.kinds());
    FedWatch stillThere = fed(BOX, "{}");
    stillThere.periods(2, noise(0, 0.5), entropy(2.8));
    stillThere.periods(MANY, mostlyAt(1), entropy(-6)); // 9.2 nats are two hundredths of a range
    assertEquals(Set.of(), stillThere.kinds());
    FedWatch lively = fed(SHARES, "{}");
    lively.periods(2, this::anyShares, entropy(-0.7));
    lively.periods(MANY, this::anyShares, entropy(-15));
    assertEquals(Set.of(), lively.kinds());
  }

  private static FedWatch fed(Space actions, String config) {
    PpoConfig ppo =
        new ConfigReader(ConfigSchema.of(PpoConfig.class))
            .read(Json.parse(config, "test"), PpoConfig.class, "test");
    return new FedWatch(
        Ppo.of(ppo, actions).settings(),
        new SpaceEnv(actions, 4, 7),
        List.of("a", "b", "c", "d", "e"));
  }

  private static Map<String, Double> entropy(double nats) {
    return Map.of("entropy", nats);
  }

  private Consumer<Actions> noise(double mean, double deviation) {
    return actions -> {
      for (int i = 0; i < actions.continuous.length; i++) {
        actions.continuous[i] = (float) (mean + deviation * random.nextGaussian());
      }
    };
  }

  private Consumer<Actions> oneOfTwoAtItsBound() {
    return actions -> {
      noise(0, 0.5).accept(actions);
      for (int i = 0; i < actions.continuous.length; i += 2) {
        actions.continuous[i] = 1;
      }
    };
  }

  private Consumer<Actions> mostlyAt(float bound) {
    return mostly(actions -> Arrays.fill(actions.continuous, bound));
  }

  /** Does so in nine steps of ten, and anything else in the tenth. */
  private Consumer<Actions> mostly(Consumer<Actions> usual) {
    int[] steps = {0};
    return actions -> {
      if (steps[0]++ % 10 == 0) {
        anyShares(actions);
      } else {
        usual.accept(actions);
      }
    };
  }

  private static Consumer<Actions> shares(float... each) {
    return actions -> {
      for (int i = 0; i < actions.continuous.length; i++) {
        actions.continuous[i] = each[i % each.length];
      }
    };
  }

  private void anyShares(Actions actions) {
    for (int i = 0; i < actions.continuous.length; i++) {
      actions.continuous[i] = (float) (0.1 + 0.8 * random.nextDouble());
    }
  }
}
