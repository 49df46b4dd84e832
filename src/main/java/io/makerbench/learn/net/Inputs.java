package io.makerbench.learn.net;

import org.jspecify.annotations.Nullable;

/**
 * What a network is run on: {@code steps} times in a row for each of {@code sequences} sequences,
 * flat and by time first: row {@code t × sequences + s}. For a network without memory rows are
 * independent of each other and {@code steps} is 1.
 */
public final class Inputs {
  /** steps × sequences × inputs. */
  public final float[] observations;

  /** Times in a row. */
  public final int steps;

  /** Sequences side by side. */
  public final int sequences;

  /** State before the first step, sequences × state width; null without memory. */
  public final float @Nullable [] state;

  /**
   * steps × sequences; true where an episode begins at this row, so that the state before it is
   * zero. Null where none does.
   */
  public final boolean @Nullable [] begins;

  private Inputs(
      float[] observations,
      int steps,
      int sequences,
      float @Nullable [] state,
      boolean @Nullable [] begins) {
    this.observations = observations;
    this.steps = steps;
    this.sequences = sequences;
    this.state = state;
    this.begins = begins;
  }

  /** Rows that are independent of each other. */
  public static Inputs rows(float[] observations, int count) {
    return new Inputs(observations, 1, count, null, null);
  }

  /** Sequences for a network with memory. */
  public static Inputs sequences(
      float[] observations, int steps, int sequences, float[] state, boolean @Nullable [] begins) {
    return new Inputs(observations, steps, sequences, state, begins);
  }

  /** Rows in all. */
  public int rows() {
    return steps * sequences;
  }
}
