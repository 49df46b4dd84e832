package io.makerbench.tape;

import io.makerbench.book.Ladder;

/** What changes the book of a generated recording. */
sealed interface BookFlow permits OrderFlow, RandomWalk {
  /** The book as it stands. */
  Ladder ladder();

  /** Goes on to an instant, ns since 1970 UTC. */
  void advanceTo(long end);

  /**
   * Levels changed since the last call, ascending, each as {@code side << 32 | price}; their number
   * is the result.
   */
  int takeChanges(long[][] into);
}
