package io.makerbench.learn.cloning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Compute;
import io.makerbench.learn.Trainer;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.file.SpaceEnv;
import io.makerbench.policy.ConstantPolicy;
import io.makerbench.policy.Policy;
import io.makerbench.random.RandomStream;
import io.makerbench.system.control.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloningTrainerTest {
  private static final int COPIES = 4;

  @TempDir Path folder;

  /** Names the state it is shown. */
  private record Namer(String name) implements Policy {
    @Override
    public void act(float[] observations, int count, Actions actions) {
      for (int row = 0; row < count; row++) {
        for (int state = 0; state < 4; state++) {
          if (observations[4 * row + state] == 1) {
            actions.discrete[row] = state;
          }
        }
      }
    }
  }

  /** Acts by numbers. */
  private record Numbers(String name) implements Policy {
    @Override
    public void act(float[] observations, int count, Actions actions) {
      Arrays.fill(actions.continuous, 0, count, 1);
    }
  }

  private static final class Kept implements TrainerListener {
    final List<Map<String, Double>> rows = new ArrayList<>();

    @Override
    public void metrics(long step, Map<String, Double> values) {
      rows.add(values);
    }

    @Override
    public void warning(long step, String message) {}
  }

  private static CloningConfig config(String more) {
    return CloningConfigs.of(
        "{\"demonstrations\": 2000, \"hidden\": [16], \"batch_size\": 32, \"lr\": 0.01,"
            + " \"epochs\": 6"
            + more
            + "}");
  }

  private static CloningTrainer trainer(VectorEnv env, CloningConfig config, TrainerListener rows) {
    return new CloningTrainer(config, new Namer("namer"), env, 3, Compute.CPU, rows);
  }

  private static void run(Trainer trainer) {
    while (trainer.advance()) {
      // goes on to the end
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", \"focal_gamma\": 2",
        ", \"balance\": \"weights\"",
        ", \"balance\": \"oversampling\"",
        ", \"class_weights\": [1, 2, 3, 4], \"dropout\": 0.1, \"layer_norm\": true",
        ", \"weight_decay\": 0.001, \"lr_end\": 0, \"activation\": \"relu\"",
        ", \"drop_last\": true, \"activation\": \"leaky_relu\""
      })
  void learnsWhatTheExpertDoes(String options) {
    Kept kept = new Kept();
    try (VectorEnv env = Problem.IDENTITY.env(COPIES, 1, "training");
        CloningTrainer trainer = trainer(env, config(options), kept)) {
      run(trainer);
      Map<String, Double> last = kept.rows.getLast();
      assertEquals(1, last.get("accuracy"), last.toString());
      assertEquals(1, last.get("recall_mean"));
      assertEquals(1, last.get("recall_3"));
      assertTrue(last.get("holdout_loss") < kept.rows.getFirst().get("holdout_loss"));
      assertEquals(new Trainer.Progress(6, 6), trainer.progress());
      if (options.contains("lr_end")) {
        assertEquals(0, last.get("lr"), 1e-12);
      }
      float[] shown = {0, 0, 1, 0};
      Actions actions = Actions.of(env.actionSpace(), 1);
      trainer.policy().act(shown, 1, actions);
      assertEquals(2, actions.discrete[0]);
    }
  }

  /**
   * Does by numbers what it sees: half of the first two, within bounds; a third of it each share.
   */
  private record Halves(Space space) implements Policy {
    @Override
    public String name() {
      return "halves";
    }

    @Override
    public void act(float[] observations, int count, Actions actions) {
      for (int row = 0; row < count; row++) {
        float first = observations[row * SpaceEnv.WIDTH] / 2;
        float second = observations[row * SpaceEnv.WIDTH + 1] / 2;
        switch (space) {
          case Space.Box box -> {
            actions.continuous[2 * row] = (float) Math.clamp(first, box.low(), box.high());
            actions.continuous[2 * row + 1] = (float) Math.clamp(second, box.low(), box.high());
          }
          case Space.MultiDiscrete _ -> {
            actions.discrete[2 * row] = first > 0 ? 1 : 0;
            actions.discrete[2 * row + 1] = second > 0.5 ? 2 : 0;
          }
          default -> {
            float share = (float) (1 / (1 + Math.exp(-first)));
            actions.continuous[2 * row] = share;
            actions.continuous[2 * row + 1] = 1 - share;
          }
        }
      }
    }
  }

  private static final Space BOUNDED = new Space.Box(2, -1, 2);
  private static final Space FREE =
      new Space.Box(2, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  private static Map<String, Double> imitation(Space actions, String options) {
    CloningConfig config =
        CloningConfigs.of(
            "{\"demonstrations\": 4000, \"lr\": 0.01, \"hidden\": [32], \"epochs\": 25"
                + options
                + "}");
    Kept kept = new Kept();
    try (VectorEnv env = new SpaceEnv(actions, COPIES, 1);
        CloningTrainer trainer =
            new CloningTrainer(config, new Halves(actions), env, 3, Compute.CPU, kept)) {
      run(trainer);
    }
    return kept.rows.getLast();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", \"number_loss\": \"huber\", \"huber_delta\": 0.1",
        ", \"target_weights\": [3, 1]",
        ", \"dropout\": 0.05, \"layer_norm\": true, \"weight_decay\": 0.0001"
      })
  void numbersAreImitatedByEveryOption(String options) {
    for (Space space : List.of(BOUNDED, FREE, new Space.Simplex(2))) {
      Map<String, Double> last = imitation(space, options);
      assertTrue(last.get("mae") < 0.1, space + ": " + last);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", \"focal_gamma\": 2",
        ", \"balance\": \"weights\"",
        ", \"class_weights\": [1, 2, 3, 1, 2], \"target_weights\": [1, 2]"
      })
  void severalChoicesAtOnceAreImitatedByEveryOption(String options) {
    Map<String, Double> last = imitation(new Space.MultiDiscrete(List.of(2, 3)), options);
    assertTrue(last.get("accuracy") > 0.95, last.toString());
  }

  /** A choice that counts for nothing is not learnt. */
  @Test
  void weightsCount() {
    Space two = new Space.MultiDiscrete(List.of(2, 3));
    double both = imitation(two, "").get("accuracy");
    double one = imitation(two, ", \"target_weights\": [1, 0]").get("accuracy");
    assertTrue(one < both - 0.1, one + " is not far below " + both);
  }

  /** 1,600 of 2,000 rows are learnt from, or one of the 12 episodes more or less. */
  @Test
  void aShortLastMinibatchIsLeftOutWhereAskedFor() {
    double all = updatesOfAnEpoch(", \"batch_size\": 700");
    assertEquals(3, all);
    assertEquals(2, updatesOfAnEpoch(", \"batch_size\": 700, \"drop_last\": true"));
    assertTrue(
        assertThrows(
                InputException.class,
                () -> updatesOfAnEpoch(", \"batch_size\": 4000, \"drop_last\": true"))
            .getMessage()
            .contains("drop_last"));
  }

  private static double updatesOfAnEpoch(String options) {
    CloningConfig config =
        CloningConfigs.of("{\"demonstrations\": 2000, \"epochs\": 1" + options + "}");
    Kept kept = new Kept();
    try (VectorEnv env = Problem.IDENTITY.env(COPIES, 1, "training");
        CloningTrainer trainer = trainer(env, config, kept)) {
      run(trainer);
    }
    return kept.rows.getLast().get("updates");
  }

  @Test
  void endsWhenTheHoldoutNoLongerImproves() {
    CloningConfig config =
        CloningConfigs.of("{\"demonstrations\": 2000, \"lr\": 0, \"patience\": 2}");
    Kept kept = new Kept();
    try (VectorEnv env = Problem.IDENTITY.env(COPIES, 1, "training");
        CloningTrainer trainer = trainer(env, config, kept)) {
      run(trainer);
    }
    assertEquals(3, kept.rows.size());
  }

  @Test
  void sameSeedGivesSameBytesInOneGoAndFromACheckpoint() throws IOException {
    CloningConfig config = config(", \"dropout\": 0.2, \"lr_end\": 0.001");
    Path whole = train(config, "whole", Integer.MAX_VALUE);
    assertSameFiles(whole, train(config, "again", Integer.MAX_VALUE));
    for (int cut : new int[] {0, 2, 4, 9}) {
      Path part = train(config, "part" + cut, cut);
      Path resumed = folder.resolve("resumed" + cut);
      try (VectorEnv env = Problem.IDENTITY.env(COPIES, 1, "training");
          CloningTrainer trainer = restored(part, config, env)) {
        run(trainer);
        trainer.save(resumed, "what is seen", "{}");
      }
      assertSameFiles(whole, resumed);
    }
  }

  /** Goes on with the demonstrations recorded again. */
  private static CloningTrainer restored(Path saved, CloningConfig config, VectorEnv env) {
    return restored(saved, config, env, new Namer("namer"));
  }

  private static CloningTrainer restored(
      Path saved, CloningConfig config, VectorEnv env, Policy expert) {
    Demonstrations kept = Recorder.record(env, expert, config.demonstrations());
    return CloningTrainer.restore(saved, config, kept, env, Compute.CPU, new Kept());
  }

  /** 2,000 rows of 5 numbers are not in it, and others are refused. */
  @Test
  void aCheckpointKnowsItsDemonstrationsByTheirChecksum() throws IOException {
    Path saved = train(config(""), "saved", 2);
    long bytes = Files.size(saved.resolve("trainer.bin"));
    assertTrue(bytes < 2000 * 5 * Float.BYTES, bytes + " bytes");
    CloningConfig named = config(", \"expert\": \"namer\"");
    try (VectorEnv other = Problem.IDENTITY.env(COPIES, 2, "training")) {
      String refused =
          assertThrows(InputException.class, () -> restored(saved, named, other)).getMessage();
      assertTrue(refused.contains("of namer, recorded again"), refused);
    }
  }

  private Path train(CloningConfig config, String name, int advances) throws IOException {
    Path to = folder.resolve(name);
    try (VectorEnv env = Problem.IDENTITY.env(COPIES, 1, "training");
        CloningTrainer trainer = trainer(env, config, new Kept())) {
      for (int i = 0; i < advances && trainer.advance(); i++) {
        // goes on to the cut
      }
      trainer.save(to, "what is seen", "{}");
    }
    return to;
  }

  private static void assertSameFiles(Path one, Path two) throws IOException {
    try (Stream<Path> files = Files.list(one)) {
      for (Path file : files.toList()) {
        assertArrayEquals(
            Files.readAllBytes(file),
            Files.readAllBytes(two.resolve(file.getFileName())),
            file.toString());
      }
    }
  }

  @Test
  void restoringRefusesOtherSettingsAndCutFiles() throws IOException {
    Path saved = train(config(""), "saved", 2);
    CloningConfig wider = config(", \"layer_norm\": true");
    try (VectorEnv env = Problem.IDENTITY.env(COPIES, 1, "training")) {
      assertThrows(InputException.class, () -> restored(saved, wider, env));
    }
    Path file = saved.resolve("trainer.bin");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 9));
    try (VectorEnv env = Problem.IDENTITY.env(COPIES, 1, "training")) {
      InputException cut =
          assertThrows(InputException.class, () -> restored(saved, config(""), env));
      assertTrue(cut.getMessage().contains("trainer.bin"), cut.getMessage());
    }
  }

  @Test
  void aCheckpointCarriesThePolicyOfTheBestEpoch() throws IOException {
    Path saved = train(config(", \"dropout\": 0.5"), "saved", Integer.MAX_VALUE);
    NetworkPolicy read = TrainedPolicy.read(saved).policy();
    Actions actions = Actions.of(new Space.Discrete(4), 1);
    read.act(new float[] {0, 1, 0, 0}, 1, actions);
    assertEquals(1, actions.discrete[0]);
  }

  @Test
  void anExpertOfOtherActionsIsRefusedInWords() {
    try (VectorEnv env = Problem.IDENTITY.env(COPIES, 1, "training")) {
      InputException refused =
          assertThrows(
              InputException.class,
              () ->
                  new CloningTrainer(
                      config(""), new Numbers("numbers"), env, 1, Compute.CPU, new Kept()));
      assertTrue(refused.getMessage().contains("The expert numbers"), refused.getMessage());
    }
  }

  @Test
  void wholeEpisodesAreHeldOut() {
    try (VectorEnv env = Problem.CARTPOLE.env(COPIES, 1, "training")) {
      Demonstrations kept = Recorder.record(env, new ConstantPolicy("left", 0), 400);
      Split split = Split.draw(kept, kept.episodeCount(), 0.3, RandomStream.named(1, "holdout", 0));
      assertEquals(400, split.training().length + split.holdout().length);
      boolean[] held = new boolean[kept.episodeCount()];
      for (int row : split.holdout()) {
        held[kept.episodes()[row]] = true;
      }
      for (int row : split.training()) {
        assertTrue(!held[kept.episodes()[row]]);
      }
    }
  }
}
