package io.makerbench.env;

import java.util.List;

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

  /** Several choices at once: number i is one of {@code choices[i]}, written as an int from 0. */
  record MultiDiscrete(List<Integer> choices) implements Space {
    public MultiDiscrete {
      choices = List.copyOf(choices);
    }

    @Override
    public int width() {
      return choices.size();
    }
  }

  /** Shares of a whole: {@code width} numbers of at least 0 that add up to 1. */
  record Simplex(int width) implements Space {}
}
