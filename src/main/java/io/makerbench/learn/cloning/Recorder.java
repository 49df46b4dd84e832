package io.makerbench.learn.cloning;

import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.policy.Policy;
import java.util.Arrays;

/** Lets an expert act in all copies of an environment and keeps what it saw and did. */
final class Recorder {
  private final VectorEnv env;
  private final Policy expert;
  private final int copies;
  private final Demonstrations kept;
  private final Actions actions;
  private final Transitions transitions;
  private final int[] episodes;
  private int begun;

  private Recorder(VectorEnv env, Policy expert, int decisions) {
    this.env = env;
    this.expert = expert;
    copies = env.copies();
    int rows = Math.multiplyExact(Math.ceilDiv(decisions, copies), copies);
    int width = env.observationSpace().width();
    int targets = env.actionSpace().width();
    kept =
        new Demonstrations(
            width,
            targets,
            new float[Math.multiplyExact(rows, width)],
            new float[Math.multiplyExact(rows, targets)],
            new int[rows]);
    actions = Actions.of(env.actionSpace(), copies);
    transitions = new Transitions(copies, width);
    episodes = new int[copies];
  }

  /**
   * Records at least so many decisions, the same number in each copy.
   *
   * @param env reset at once
   * @throws InputException when the expert's actions are not those of the environment
   */
  static Demonstrations record(VectorEnv env, Policy expert, int decisions) {
    Recorder recorder = new Recorder(env, expert, decisions);
    recorder.begin();
    for (int row = 0; row < recorder.kept.rows(); row += recorder.copies) {
      recorder.step(row);
    }
    return recorder.kept;
  }

  private void begin() {
    env.reset(transitions.observations);
    for (int copy = 0; copy < copies; copy++) {
      begin(copy);
    }
  }

  private void begin(int copy) {
    episodes[copy] = begun;
    begun++;
    expert.begin(copy);
  }

  private void step(int row) {
    act();
    int width = kept.width();
    System.arraycopy(transitions.observations, 0, kept.observations(), row * width, copies * width);
    System.arraycopy(episodes, 0, kept.episodes(), row, copies);
    keepActions(row);
    env.step(actions, transitions);
    for (int copy = 0; copy < copies; copy++) {
      if (transitions.terminated[copy] || transitions.truncated[copy]) {
        begin(copy);
      }
    }
  }

  /** A rule that acts by numbers has no room for them among choices, and the other way round. */
  private void act() {
    Arrays.fill(actions.continuous, Float.NaN);
    Arrays.fill(actions.discrete, -1);
    try {
      expert.act(transitions.observations, copies, actions);
    } catch (ArrayIndexOutOfBoundsException e) {
      throw otherActions(e);
    }
  }

  private InputException otherActions(Throwable cause) {
    return new InputException(
        "The expert %s acts in another way than this market's actions, %s, allow. Choose the"
                .formatted(expert.name(), env.actionSpace())
            + " market's actions to suit it, or another expert.",
        cause);
  }

  private void keepActions(int row) {
    int targets = kept.targets();
    boolean choices = actions.continuous.length == 0;
    double low = env.actionSpace() instanceof Space.Box box ? box.low() : Double.NEGATIVE_INFINITY;
    double high =
        env.actionSpace() instanceof Space.Box box ? box.high() : Double.POSITIVE_INFINITY;
    for (int i = 0; i < copies * targets; i++) {
      float done = choices ? actions.discrete[i] : actions.continuous[i];
      if (Float.isNaN(done) || choices && done < 0) {
        throw otherActions(new IllegalStateException("An action was left open."));
      }
      kept.actions()[row * targets + i] = (float) Math.clamp(done, low, high);
    }
  }
}
