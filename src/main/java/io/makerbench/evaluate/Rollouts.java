package io.makerbench.evaluate;

import io.makerbench.env.Actions;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.policy.Policy;
import java.util.Arrays;

/**
 * The first episode of every copy of an environment, played by a policy as it is judged. Two
 * policies that play the copies of one seed meet the same markets, pair by pair.
 *
 * @param policy name of the policy
 * @param pnl profit of each episode, quote currency
 * @param maxDrawdown largest fall of that profit from its running peak, of each
 * @param killed whether each ended in a terminal state, as by a kill switch
 * @param length decisions of each
 */
public record Rollouts(
    String policy, double[] pnl, double[] maxDrawdown, boolean[] killed, int[] length) {
  /**
   * Plays.
   *
   * @param env reset at once; stays the caller's to close
   */
  public static Rollouts of(Policy policy, VectorEnv env) {
    int copies = env.copies();
    Rollouts played =
        new Rollouts(
            policy.name(),
            new double[copies],
            new double[copies],
            new boolean[copies],
            new int[copies]);
    Transitions transitions = new Transitions(copies, env.observationSpace().width());
    Actions actions = Actions.of(env.actionSpace(), copies);
    double[] peaks = new double[copies];
    boolean[] over = new boolean[copies];
    env.reset(transitions.observations);
    for (int copy = 0; copy < copies; copy++) {
      policy.begin(copy);
    }
    for (int left = copies; left > 0; ) {
      policy.act(transitions.observations, copies, actions);
      env.step(actions, transitions);
      for (int copy = 0; copy < copies; copy++) {
        if (!over[copy]) {
          over[copy] = played.note(copy, transitions, peaks);
          left -= over[copy] ? 1 : 0;
        }
      }
    }
    return played;
  }

  /** Notes a step of a copy; true where its episode ended. */
  private boolean note(int copy, Transitions step, double[] peaks) {
    length[copy]++;
    pnl[copy] = step.pnl[copy];
    peaks[copy] = Math.max(peaks[copy], pnl[copy]);
    maxDrawdown[copy] = Math.max(maxDrawdown[copy], peaks[copy] - pnl[copy]);
    killed[copy] = step.terminated[copy];
    return step.terminated[copy] || step.truncated[copy];
  }

  /** Episodes played. */
  public int episodes() {
    return pnl.length;
  }

  /** 1 for each episode that was killed, 0 for others. */
  double[] kills() {
    double[] kills = new double[killed.length];
    for (int i = 0; i < kills.length; i++) {
      kills[i] = killed[i] ? 1 : 0;
    }
    return kills;
  }

  /** What they come to. */
  public RolloutFigures figures() {
    Moments profits = Moments.of(pnl);
    return new RolloutFigures(
        policy,
        profits.mean(),
        profits.sd(),
        Arrays.stream(pnl).min().orElse(Double.NaN),
        Arrays.stream(pnl).max().orElse(Double.NaN),
        Moments.of(kills()).mean(),
        Arrays.stream(length).average().orElse(Double.NaN),
        Moments.of(maxDrawdown).mean(),
        Arrays.stream(maxDrawdown).max().orElse(Double.NaN));
  }
}
