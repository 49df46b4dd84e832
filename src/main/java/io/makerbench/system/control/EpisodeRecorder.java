package io.makerbench.system.control;

import io.makerbench.env.Episode;
import java.util.Arrays;
import java.util.List;

/**
 * Writes down every step of a problem of control. A tick stands before each step and one after the
 * last. There is no market: the mid is 0, nothing is quoted, and rewards are paid as cash, so that
 * the account shows their sum.
 */
final class EpisodeRecorder {
  private static final int NO_ACTION = -1;

  private final ControlConfig config;
  private final long startNs;
  private final long stepNs;
  private final double[] reward;
  private final double[] cash;
  private final double[] drawdown;
  private final int[] action;
  private int tick;
  private double peak;

  EpisodeRecorder(ControlConfig config, long startNs, long stepNs) {
    this.config = config;
    this.startNs = startNs;
    this.stepNs = stepNs;
    int most = config.problem().dynamics().shape().longestEpisode() * config.windowEpisodes() + 1;
    reward = new double[most];
    cash = new double[most];
    drawdown = new double[most];
    action = new int[most];
  }

  /** Notes what was done at the present tick, and what the step after it earned. */
  void stepped(int chosen, double earned) {
    action[tick] = chosen;
    tick++;
    reward[tick] = earned;
    cash[tick] = cash[tick - 1] + earned;
    peak = Math.max(peak, cash[tick]);
    drawdown[tick] = peak - cash[tick];
  }

  /** The whole record. */
  Episode episode(String policy, String window) {
    int ticks = tick + 1;
    action[tick] = NO_ACTION;
    double[] none = new double[ticks];
    double[] unknown = new double[ticks];
    Arrays.fill(unknown, Double.NaN);
    boolean[] decided = new boolean[ticks];
    Arrays.fill(decided, 0, tick, true);
    long[] time = new long[ticks];
    Arrays.setAll(time, i -> startNs + i * stepNs);
    double[] account = Arrays.copyOf(cash, ticks);
    return new Episode(
        policy,
        window,
        config.problem().toString(),
        0,
        time,
        none,
        unknown,
        unknown,
        unknown,
        unknown,
        unknown,
        unknown,
        none,
        account,
        account,
        Arrays.copyOf(drawdown, ticks),
        Arrays.copyOf(reward, ticks),
        Arrays.copyOf(action, ticks),
        decided,
        List.of());
  }
}
