package io.makerbench.learn.ppo;

import io.makerbench.learn.net.Inputs;
import io.makerbench.random.RandomStream;

/**
 * Cuts a rollout into minibatches in random order: of single rows, or, for a network with memory,
 * of sequences, each with the state that it began with in the rollout. Episodes begin within
 * sequences, where the memory is cleared, so that none needs padding.
 */
final class Minibatches {
  private static final float[] NO_STATE = {};

  private final Rollout rollout;
  private final boolean memory;
  private final int unitRows;
  private final int unitsOfBatch;
  private final int[] units;
  private final int[] rows;
  private final float[] observations;
  private final float[] state;
  private final boolean[] begins;
  private final Inputs whole;
  private Inputs inputs;
  private int next;

  /**
   * @param size rows of a minibatch; the last one of a passage may be smaller
   */
  Minibatches(Rollout rollout, int size) {
    this.rollout = rollout;
    memory = rollout.stateWidth > 0;
    unitRows = rollout.sequence;
    units = new int[rollout.rows() / unitRows];
    unitsOfBatch = Math.clamp(size / unitRows, 1, units.length);
    int most = unitsOfBatch * unitRows;
    rows = new int[most];
    observations = new float[most * rollout.width];
    state = memory ? new float[unitsOfBatch * rollout.stateWidth] : NO_STATE;
    begins = new boolean[memory ? most : 0];
    whole = inputs(unitsOfBatch);
    inputs = whole;
  }

  private Inputs inputs(int count) {
    return memory
        ? Inputs.sequences(observations, unitRows, count, state, begins)
        : Inputs.rows(observations, count);
  }

  int largest() {
    return rows.length;
  }

  /** Begins a passage over the rollout in an order of its own. */
  void shuffle(RandomStream random) {
    for (int i = 0; i < units.length; i++) {
      units[i] = i;
    }
    for (int i = units.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int unit = units[i];
      units[i] = units[other];
      units[other] = unit;
    }
    next = 0;
  }

  /** Goes to the next minibatch; false at the end of the passage. */
  boolean advance() {
    int count = Math.min(unitsOfBatch, units.length - next);
    if (count == 0) {
      return false;
    }
    inputs = count == unitsOfBatch ? whole : inputs(count);
    for (int s = 0; s < count; s++) {
      take(units[next + s], s, count);
    }
    next += count;
    return true;
  }

  private void take(int unit, int place, int count) {
    int width = rollout.width;
    int first = unit / rollout.copies * unitRows * rollout.copies + unit % rollout.copies;
    for (int t = 0; t < unitRows; t++) {
      int to = t * count + place;
      int from = first + t * rollout.copies;
      rows[to] = from;
      System.arraycopy(rollout.observations, from * width, observations, to * width, width);
      if (memory) {
        begins[to] = rollout.begins[from];
      }
    }
    int stateWidth = rollout.stateWidth;
    if (memory) {
      System.arraycopy(
          rollout.startStates, unit * stateWidth, state, place * stateWidth, stateWidth);
    }
  }

  /** What the network is run on. */
  Inputs inputs() {
    return inputs;
  }

  /** Row of the rollout behind each row of the inputs. */
  int[] rows() {
    return rows;
  }
}
