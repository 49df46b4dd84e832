package io.makerbench.system.analytic;

import io.makerbench.env.VectorEnv;

/**
 * Copies of a model market, with what a record of an episode needs beside the contract. Copies step
 * in time with each other; an episode ends at the horizon, in a terminal state.
 */
sealed interface ModelEnv extends VectorEnv permits AvellanedaStoikovEnv {
  /** The mid now; it goes on from episode to episode. */
  double mid(int copy);

  /** Position now. */
  int inventory(int copy);

  /** True when the bid was filled in the last step. */
  boolean bought(int copy);

  /** True when the ask was filled in the last step. */
  boolean sold(int copy);

  /** Position that was closed at the end of the episode that ended last. */
  int closed(int copy);
}
