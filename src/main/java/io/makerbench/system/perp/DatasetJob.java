package io.makerbench.system.perp;

/**
 * What a dataset of an expert's trajectories is made of.
 *
 * @param episodes number of episodes; episode e has the seed {@code seed} + 12345·e
 * @param workers episodes that are played at once; the files do not depend on it
 * @param expert name of a baseline
 * @param collectedAt time that is written into the metadata, s since 1970 UTC
 */
public record DatasetJob(int episodes, int workers, long seed, String expert, long collectedAt) {
  private static final long SEED_STEP = 12_345;

  /** Seed of an episode. */
  long seed(int episode) {
    return seed + SEED_STEP * episode;
  }
}
