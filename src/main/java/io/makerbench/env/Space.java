package io.makerbench.env;

/** What an observation or an action may be. */
public sealed interface Space {
  /** Floats (or, for discrete spaces, ints) one copy takes in a flat array. */
  int width();

  /**
   * Vectors of {@code width} real numbers, each within [low, high]; infinite bounds are allowed.
   */
  record Box(int width, double low, double high) implements Space {}

  /** One choice of {@code choices}, written as an int from 0. */
  record Discrete(int choices) implements Space {
    @Override
    public int width() {
      return 1;
    }
  }
}
