package io.makerbench.workbench.replay;

import io.makerbench.config.InputException;

/**
 * The instants of a clip.
 *
 * @param fromNs first picture, ns since 1970 UTC
 * @param toNs no picture is later
 * @param stepNs market time from one picture to the next
 */
record ClipPlan(long fromNs, long toNs, long stepNs) {
  /** A picture more would make a folder that few programs like to open. */
  static final int MOST_PICTURES = 10_000;

  ClipPlan {
    if (stepNs <= 0 || toNs < fromNs) {
      throw new InputException(
          "A clip goes forward: its step must be longer than 0 s, and its end not before its"
              + " start.");
    }
    if ((toNs - fromNs) / stepNs >= MOST_PICTURES) {
      throw new InputException(
          "That would be %d pictures; at most %d can be saved at once. Choose a longer step or a shorter stretch."
              .formatted((toNs - fromNs) / stepNs + 1, MOST_PICTURES));
    }
  }

  /** One picture. */
  static ClipPlan still(long instantNs) {
    return new ClipPlan(instantNs, instantNs, 1);
  }

  int pictures() {
    return (int) ((toNs - fromNs) / stepNs) + 1;
  }

  long instant(int picture) {
    return fromNs + picture * stepNs;
  }
}
