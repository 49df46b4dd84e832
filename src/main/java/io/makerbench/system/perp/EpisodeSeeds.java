package io.makerbench.system.perp;

/** Seeds of the episodes of each copy. */
interface EpisodeSeeds {
  /**
   * The seed of a copy's episode.
   *
   * @param episode from 0
   */
  long seed(int copy, long episode);
}
