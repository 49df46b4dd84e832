package io.makerbench.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.experiment.Settings;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who goes on from a clone does at first what the clone does, and is not worse at the end. */
@Tag("learning")
class FineTuningTest {
  private static final Path CONFIGS = Path.of("configs");

  /** Judgement by as many episodes as tell 0.96 from 0.97. */
  private static final String EPISODES = "market.window_episodes=200";

  @TempDir Path folder;

  private Settings settings;

  @BeforeEach
  void open() {
    settings = new Settings(folder, null, folder.resolve("runs"));
  }

  private Trial trial(String file, String... changes) {
    return new Trial(Learner.of(file, file).with(changes).config(CONFIGS, 1), settings);
  }

  private double cloned(String file, String... changes) throws IOException {
    try (Trial clone = trial(file, changes)) {
      clone.trainTo(Long.MAX_VALUE);
      clone.save(folder.resolve("clone"));
      return clone.meanReward();
    }
  }

  private String from(String learner) {
    return learner + ".load_path=" + folder.resolve("clone");
  }

  @Test
  void quotesOfAClosedFormAreImprovedByPpoAndKeptByA2c() throws IOException {
    double cloned = cloned("analytic/clone-avellaneda-stoikov.json", EPISODES);
    for (String learner : new String[] {"ppo", "a2c"}) {
      try (Trial tuned =
          trial(
              "analytic/fine-tune-" + learner + ".json",
              EPISODES,
              from(learner),
              learner + ".total_ticks=1000000")) {
        assertEquals(cloned, tuned.meanReward(), 1e-6 * cloned, learner + " at first");
        tuned.trainTo(Long.MAX_VALUE);
        double share = tuned.meanReward() / cloned;
        assertTrue(share > (learner.equals("ppo") ? 1 : 0.99), learner + " " + share);
      }
    }
  }

  @Test
  void aPoleThatIsBalancedIsStillBalancedByDqn() throws IOException {
    double cloned = cloned("control/cartpole-cloning.json", "cloning.activation=relu");
    try (Trial tuned = trial("control/fine-tune-dqn.json", from("dqn"))) {
      assertEquals(cloned, tuned.meanReward(), "at first");
      tuned.trainTo(Long.MAX_VALUE);
      assertTrue(tuned.meanReward() > 0.9 * cloned, tuned.meanReward() + " after " + cloned);
    }
  }
}
