package io.makerbench.learn.dqn;

import io.makerbench.learn.Discount;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Turns the steps of several copies into n-step transitions of a replay buffer: the return of a
 * transition is Σ rewards, each times the discounts of the steps before it. An episode that ends
 * closes all of its open windows; after a terminal state nothing is bootstrapped, after a cut-off
 * the last observation is.
 */
final class NStep {
  private final int length;
  private final Discount discount;
  private final ReplayBuffer buffer;
  private final Window[] windows;

  /** The last steps of one copy whose returns are still open, oldest first. */
  private final class Window {
    final int[] entries = new int[length];
    final int[] actions = new int[length];
    final double[] returns = new double[length];
    final double[] discounts = new double[length];
    int open;
    int current;

    void step(int action, double reward, double factor) {
      entries[open] = current;
      actions[open] = action;
      returns[open] = 0;
      discounts[open] = 1;
      open++;
      for (int i = 0; i < open; i++) {
        returns[i] += discounts[i] * reward;
        discounts[i] *= factor;
      }
    }

    void connectOldest(int to) {
      buffer.connect(entries[0], actions[0], returns[0], discounts[0], to);
      open--;
      System.arraycopy(entries, 1, entries, 0, open);
      System.arraycopy(actions, 1, actions, 0, open);
      System.arraycopy(returns, 1, returns, 0, open);
      System.arraycopy(discounts, 1, discounts, 0, open);
    }

    void terminate() {
      for (int i = 0; i < open; i++) {
        buffer.connect(entries[i], actions[i], returns[i], 0, entries[i]);
      }
      open = 0;
    }
  }

  NStep(int length, int copies, Discount discount, ReplayBuffer buffer) {
    this.length = length;
    this.discount = discount;
    this.buffer = buffer;
    windows = new Window[copies];
    for (int copy = 0; copy < copies; copy++) {
      windows[copy] = new Window();
    }
  }

  /** A copy starts an episode with the observation at {@code offset}. */
  void start(int copy, float[] observations, int offset) {
    windows[copy].current = buffer.append(observations, offset);
  }

  /** A copy acted and went on to the observation at {@code offset}. */
  void proceed(
      int copy, int action, double reward, double seconds, float[] observations, int offset) {
    Window window = windows[copy];
    window.step(action, reward, discount.over(seconds));
    window.current = buffer.append(observations, offset);
    if (window.open == length) {
      window.connectOldest(window.current);
    }
  }

  /** A copy acted and reached a terminal state; {@link #start} follows. */
  void terminate(int copy, int action, double reward) {
    windows[copy].step(action, reward, 0);
    windows[copy].terminate();
  }

  /** A copy acted and was cut off at the observation at {@code offset}; {@link #start} follows. */
  void truncate(
      int copy, int action, double reward, double seconds, float[] observations, int offset) {
    Window window = windows[copy];
    window.step(action, reward, discount.over(seconds));
    int last = buffer.append(observations, offset);
    while (window.open > 0) {
      window.connectOldest(last);
    }
  }

  void save(DataOutput out) throws IOException {
    for (Window window : windows) {
      out.writeInt(window.open);
      out.writeInt(window.current);
      for (int i = 0; i < window.open; i++) {
        out.writeInt(window.entries[i]);
        out.writeInt(window.actions[i]);
        out.writeDouble(window.returns[i]);
        out.writeDouble(window.discounts[i]);
      }
    }
  }

  void restore(DataInput in) throws IOException {
    for (Window window : windows) {
      window.open = in.readInt();
      window.current = in.readInt();
      for (int i = 0; i < window.open; i++) {
        window.entries[i] = in.readInt();
        window.actions[i] = in.readInt();
        window.returns[i] = in.readDouble();
        window.discounts[i] = in.readDouble();
      }
    }
  }
}
