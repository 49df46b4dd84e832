package io.makerbench.learn.cloning;

import io.makerbench.learn.tensors.PrimitiveArrays;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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

  /** SHA-256 of all that is learnt from, in hexadecimal digits. */
  String checksum() {
    MessageDigest digest = sha256();
    try (DataOutputStream out =
        new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
      out.writeInt(width);
      out.writeInt(targets);
      PrimitiveArrays.write(out, observations, observations.length);
      PrimitiveArrays.write(out, actions, actions.length);
      PrimitiveArrays.write(out, episodes, episodes.length);
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing is written anywhere.", e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
