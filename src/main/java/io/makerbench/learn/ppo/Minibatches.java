package io.makerbench.learn.ppo;

import io.makerbench.env.CopyRanges;
import io.makerbench.learn.net.Inputs;
import io.makerbench.random.RandomStream;

/**
 * Cuts a rollout into minibatches in random order: of single rows, or, for a network with memory,
 * of sequences, each with the state that it began with in the rollout. Episodes begin within
 * sequences, where the memory is cleared, so that none needs padding.
 */
final class Minibatches {
  private static final float[] NO_STATE = {};

  /** Fewer rows are left to one thread: waking another costs more. */
  private static final int LEAST_FETCHED = 512;

  private final Rollout rollout;
  private final boolean memory;
  private final int unitRows;
  private final UnitOrder order;
  private final int[] rows;
  private final float[] observations;
  private final Samples samples;
  private final CopyRanges fetching;
  private final float[] state;
  private final boolean[] begins;
  private final Inputs whole;
  private Inputs inputs;

  /**
   * @param size rows of a minibatch; the last one of a passage may be smaller
   * @param threads most threads that fetch them
   */
  Minibatches(Rollout rollout, int size, int threads) {
    this.rollout = rollout;
    memory = rollout.stateWidth > 0;
    unitRows = rollout.sequence;
    order = new UnitOrder(rollout, size);
    int most = order.most * unitRows;
    rows = new int[most];
    observations = new float[most * rollout.width];
    samples = new Samples(most, rollout.actionWidth);
    fetching = new CopyRanges(most, LEAST_FETCHED, threads, this::fetch);
    state = memory ? new float[order.most * rollout.stateWidth] : NO_STATE;
    begins = new boolean[memory ? most : 0];
    whole = inputs(order.most);
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
    order.shuffle(random);
  }

  /** Goes to the next minibatch; false at the end of the passage. */
  boolean advance() {
    if (!order.advance()) {
      return false;
    }
    int count = order.count();
    inputs = count == order.most ? whole : inputs(count);
    if (memory) {
      takeSequences(count);
    } else {
      System.arraycopy(order.units, order.from(), rows, 0, count);
    }
    fetching.run();
    return true;
  }

  private void fetch(int from, int end) {
    int to = Math.min(end, inputs.rows());
    Samples.take(rollout.observations, rollout.width, rows, from, to, observations);
    samples.take(rollout, rows, from, to);
  }

  private void takeSequences(int count) {
    for (int s = 0; s < count; s++) {
      takeSequence(order.units[order.from() + s], s, count);
    }
  }

  private void takeSequence(int unit, int place, int count) {
    int first = rollout.firstRow(unit);
    for (int t = 0; t < unitRows; t++) {
      int to = t * count + place;
      int from = first + t * rollout.copies;
      rows[to] = from;
      begins[to] = rollout.begins[from];
    }
    int stateWidth = rollout.stateWidth;
    System.arraycopy(rollout.startStates, unit * stateWidth, state, place * stateWidth, stateWidth);
  }

  /** What the network is run on. */
  Inputs inputs() {
    return inputs;
  }

  /** What is known of the rows of the inputs. */
  Samples samples() {
    return samples;
  }
}
