package io.makerbench.learn.dqn;

import io.makerbench.learn.tensors.PrimitiveArrays;
import io.makerbench.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The latest transitions, in flat arrays. Every observation is kept once: an entry is an
 * observation, and a transition leads from one entry to a later one. An entry that leads nowhere
 * yet, or is only where a cut-off episode ended, is never drawn. When the buffer is full the oldest
 * entry gives way.
 */
final class ReplayBuffer {
  private static final int OPEN = -1;

  private final int capacity;
  private final int width;
  private final float[] observations;
  private final int[] actions;
  private final float[] returns;
  private final float[] discounts;
  private final int[] next;
  private final Priorities priorities;
  private int head;
  private int used;
  private int transitions;
  private @Nullable ReplayWatcher watcher;

  /**
   * @param capacity entries kept
   * @param width floats in an observation
   */
  ReplayBuffer(int capacity, int width, Priorities priorities) {
    this.capacity = capacity;
    this.width = width;
    this.priorities = priorities;
    observations = new float[Math.multiplyExact(capacity, width)];
    actions = new int[capacity];
    returns = new float[capacity];
    discounts = new float[capacity];
    next = new int[capacity];
    Arrays.fill(next, OPEN);
  }

  /** Transitions that can be drawn. */
  int transitions() {
    return transitions;
  }

  /** Entries it can keep. */
  int capacity() {
    return capacity;
  }

  /** Entries it keeps, from 0 on. */
  int used() {
    return used;
  }

  /** Floats in an observation. */
  int width() {
    return width;
  }

  /** Tells somebody of every change from now on, and whoever was told before no longer. */
  void watch(ReplayWatcher whom) {
    watcher = whom;
  }

  /** Copies the observation of an entry to a row of others. */
  void observation(int entry, float[] rows, int row) {
    System.arraycopy(observations, entry * width, rows, row * width, width);
  }

  int action(int entry) {
    return actions[entry];
  }

  float reward(int entry) {
    return returns[entry];
  }

  float discount(int entry) {
    return discounts[entry];
  }

  /** Where a transition leads; the entry itself where nothing follows. */
  int next(int entry) {
    return next[entry];
  }

  /** Keeps the observation that starts at {@code offset} and returns its entry. */
  int append(float[] from, int offset) {
    int entry = head;
    if (next[entry] != OPEN) {
      transitions--;
      next[entry] = OPEN;
      priorities.remove(entry);
    }
    System.arraycopy(from, offset, observations, entry * width, width);
    head = (head + 1) % capacity;
    used = Math.min(used + 1, capacity);
    if (watcher != null) {
      watcher.appended(entry);
    }
    return entry;
  }

  /**
   * Makes a transition of an entry.
   *
   * @param entry the observation acted on
   * @param reward its n-step return
   * @param discount factor of the value of {@code to}; 0 after a terminal state
   * @param to a later entry; the entry itself where nothing follows
   */
  void connect(int entry, int action, double reward, double discount, int to) {
    actions[entry] = action;
    returns[entry] = (float) reward;
    discounts[entry] = (float) discount;
    next[entry] = to;
    transitions++;
    priorities.add(entry);
    if (watcher != null) {
      watcher.connected(entry);
    }
  }

  /** Fills the batch with transitions drawn with replacement; at least one must be there. */
  void draw(RandomStream random, Batch batch) {
    for (int i = 0; i < batch.size; i++) {
      int entry = priorities.draw(random, used, this::isTransition);
      batch.entries[i] = entry;
      batch.weights[i] = (float) priorities.importance(entry, transitions);
    }
    priorities.endDraw(batch);
  }

  private boolean isTransition(int entry) {
    return next[entry] != OPEN;
  }

  /** Tells how wrong the values of a batch were, by absolute temporal-difference error. */
  void learnt(Batch batch, float[] errors) {
    for (int i = 0; i < batch.size; i++) {
      priorities.update(batch.entries[i], errors[i]);
    }
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(head);
    out.writeInt(used);
    out.writeInt(transitions);
    PrimitiveArrays.write(out, observations, used * width);
    PrimitiveArrays.write(out, actions, used);
    PrimitiveArrays.write(out, returns, used);
    PrimitiveArrays.write(out, discounts, used);
    PrimitiveArrays.write(out, next, used);
    priorities.save(out, used);
  }

  void restore(DataInput in) throws IOException {
    head = in.readInt();
    used = in.readInt();
    transitions = in.readInt();
    PrimitiveArrays.read(in, observations, used * width);
    PrimitiveArrays.read(in, actions, used);
    PrimitiveArrays.read(in, returns, used);
    PrimitiveArrays.read(in, discounts, used);
    PrimitiveArrays.read(in, next, used);
    priorities.restore(in, used);
  }
}
