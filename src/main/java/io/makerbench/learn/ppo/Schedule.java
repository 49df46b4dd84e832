package io.makerbench.learn.ppo;

import org.jspecify.annotations.Nullable;

/**
 * A setting that stays or moves linearly over a training.
 *
 * @param start at the beginning
 * @param end at the end
 */
record Schedule(double start, double end) {
  /** From a setting and what it is to be in the end, null for the same. */
  static Schedule of(double start, @Nullable Double end) {
    return new Schedule(start, end == null ? start : end);
  }

  /** The setting when this share of the training is done. */
  double at(double share) {
    return start + (end - start) * share;
  }
}
