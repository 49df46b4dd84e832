package io.makerbench.tape;

/**
 * What {@link BinanceVerification} found.
 *
 * @param updates depth updates and snapshots after which the two books were compared in every level
 * @param equalBooks how often they were equal
 * @param firstDifference where they first were not, in words; empty when they always were
 * @param quotedById books for which the raw recording has a best quote of the same moment: the last
 *     one whose update id is not above the book's
 * @param agreeingById how often prices and sizes of the two were equal
 * @param quotedByTime books for which the Tardis recording has a quote made no later, by the
 *     matching engine's time
 * @param agreeingByTime how often the prices of the two were equal; times of 1 ms cannot order all
 */
public record BinanceAgreement(
    long updates,
    long equalBooks,
    String firstDifference,
    long quotedById,
    long agreeingById,
    long quotedByTime,
    long agreeingByTime) {

  /** True when books were compared and none differed, nor any quote of the same moment. */
  public boolean agrees() {
    return updates > 0 && equalBooks == updates && agreeingById == quotedById;
  }
}
