package io.makerbench.learn.ppo;

import io.makerbench.learn.acting.ActionDistribution;
import io.makerbench.learn.tensors.PrimitiveArrays;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What all copies met between two updates, flat and by time first: row {@code t × copies + c}. */
final class Rollout {
  final int steps;
  final int copies;
  final int width;
  final int actionWidth;
  final int stateWidth;

  /** As the network sees them. */
  final float[] observations;

  final float[] actions;

  /** See {@link ActionDistribution#relativeLogProbability}. */
  final double[] logProbabilities;

  /** What the states were thought to be worth. */
  final double[] values;

  final double[] rewards;

  /** Factors of what follows a row's step. */
  final double[] discounts;

  /** The episode ended with this row's step. */
  final boolean[] ended;

  /** An episode begins at this row. */
  final boolean[] begins;

  /** Worth of the state an episode was cut off in; 0 where none was. */
  final double[] bootstraps;

  /** Decisions in a row that are learnt from together. */
  final int sequence;

  /** State of a memory before each sequence, sequences in a row × copies × state width. */
  final float[] startStates;

  final double[] advantages;
  final double[] returns;

  /** Steps made. */
  int filled;

  Rollout(int steps, int copies, int width, int actionWidth, int stateWidth, int sequence) {
    this.steps = steps;
    this.copies = copies;
    this.width = width;
    this.actionWidth = actionWidth;
    this.stateWidth = stateWidth;
    int rows = Math.multiplyExact(steps, copies);
    observations = new float[Math.multiplyExact(rows, width)];
    actions = new float[Math.multiplyExact(rows, actionWidth)];
    logProbabilities = new double[rows];
    values = new double[rows];
    rewards = new double[rows];
    discounts = new double[rows];
    ended = new boolean[rows];
    begins = new boolean[rows];
    bootstraps = new double[rows];
    this.sequence = sequence;
    startStates = new float[steps / sequence * copies * stateWidth];
    advantages = new double[rows];
    returns = new double[rows];
  }

  int rows() {
    return steps * copies;
  }

  /** First row of a sequence; the others follow {@code copies} rows apart. */
  int firstRow(int unit) {
    return unit / copies * sequence * copies + unit % copies;
  }

  boolean isFull() {
    return filled == steps;
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(filled);
    int rows = filled * copies;
    PrimitiveArrays.write(out, observations, rows * width);
    PrimitiveArrays.write(out, actions, rows * actionWidth);
    PrimitiveArrays.write(out, startStates, startStates.length);
    for (int row = 0; row < rows; row++) {
      out.writeDouble(logProbabilities[row]);
      out.writeDouble(values[row]);
      out.writeDouble(rewards[row]);
      out.writeDouble(discounts[row]);
      out.writeDouble(bootstraps[row]);
      out.writeBoolean(ended[row]);
      out.writeBoolean(begins[row]);
    }
  }

  void restore(DataInput in) throws IOException {
    filled = in.readInt();
    int rows = filled * copies;
    PrimitiveArrays.read(in, observations, rows * width);
    PrimitiveArrays.read(in, actions, rows * actionWidth);
    PrimitiveArrays.read(in, startStates, startStates.length);
    for (int row = 0; row < rows; row++) {
      logProbabilities[row] = in.readDouble();
      values[row] = in.readDouble();
      rewards[row] = in.readDouble();
      discounts[row] = in.readDouble();
      bootstraps[row] = in.readDouble();
      ended[row] = in.readBoolean();
      begins[row] = in.readBoolean();
    }
  }
}
