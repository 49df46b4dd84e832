package io.makerbench.learn.cloning;

import io.makerbench.learn.tensors.PrimitiveArrays;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;

/**
 * What an expert saw and did, row by row.
 *
 * @param width numbers in an observation
 * @param targets numbers in an action; choices are whole numbers from 0
 * @param observations rows × width
 * @param actions rows × targets
 * @param episodes the episode of each row, numbered from 0
 */
record Demonstrations(
    int width, int targets, float[] observations, float[] actions, int[] episodes) {
  /** Largest number of rows that a checkpoint is believed to hold. */
  private static final int MOST_ROWS = 100_000_000;

  int rows() {
    return episodes.length;
  }

  int episodeCount() {
    int last = -1;
    for (int episode : episodes) {
      last = Math.max(last, episode);
    }
    return last + 1;
  }

  /**
   * The first of the last episodes that together hold a share of all rows; their number where the
   * share is 0.
   */
  int firstOfLast(double share) {
    int[] lengths = new int[episodeCount()];
    for (int episode : episodes) {
      lengths[episode]++;
    }
    int first = lengths.length;
    for (long held = 0; held < share * rows(); held += lengths[first]) {
      first--;
    }
    return first;
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(rows());
    PrimitiveArrays.write(out, observations, observations.length);
    PrimitiveArrays.write(out, actions, actions.length);
    PrimitiveArrays.write(out, episodes, episodes.length);
  }

  static Demonstrations read(DataInput in, int width, int targets) throws IOException {
    int rows = in.readInt();
    if (rows < 0 || rows > MOST_ROWS) {
      throw new StreamCorruptedException("The demonstrations have " + rows + " rows.");
    }
    Demonstrations kept =
        new Demonstrations(
            width,
            targets,
            new float[Math.multiplyExact(rows, width)],
            new float[Math.multiplyExact(rows, targets)],
            new int[rows]);
    PrimitiveArrays.read(in, kept.observations, kept.observations.length);
    PrimitiveArrays.read(in, kept.actions, kept.actions.length);
    PrimitiveArrays.read(in, kept.episodes, rows);
    return kept;
  }
}
