package io.makerbench.env;

import java.util.Arrays;

/**
 * What one step of all copies led to, flat and reused from step to step.
 *
 * <p>A copy that ended starts again at once: {@link #observations} then holds the first observation
 * of its next episode and {@link #finalObservations} the last of the one that ended. For copies
 * that did not end, {@code finalObservations} is unspecified.
 */
public final class Transitions {
  /** copies × observation width. */
  public final float[] observations;

  /** copies × observation width; meaningful only where an episode ended. */
  public final float[] finalObservations;

  /** Reward of the step, summed undiscounted over the ticks it spans. */
  public final double[] rewards;

  /**
   * Profit since the start of the episode in quote currency, the last one where the episode ended;
   * NaN where there is no money in an environment.
   */
  public final double[] pnl;

  /** The episode reached a terminal state: nothing follows that a value could be taken from. */
  public final boolean[] terminated;

  /** The episode was cut off; its last state still has a value. */
  public final boolean[] truncated;

  /** Market time the step spans, in seconds. */
  public final double[] elapsedSeconds;

  /**
   * Ticks (book states) the step spans; where an episode ended, the first of the next one included.
   */
  public final int[] ticks;

  /** Own orders executed in the step; −1, as made, where an environment has no orders. */
  public final int[] executions;

  public Transitions(int copies, int observationWidth) {
    observations = new float[copies * observationWidth];
    finalObservations = new float[copies * observationWidth];
    rewards = new double[copies];
    pnl = new double[copies];
    terminated = new boolean[copies];
    truncated = new boolean[copies];
    elapsedSeconds = new double[copies];
    ticks = new int[copies];
    executions = new int[copies];
    Arrays.fill(executions, -1);
  }
}
