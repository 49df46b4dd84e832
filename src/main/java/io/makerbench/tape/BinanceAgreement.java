package io.makerbench.tape;

import io.makerbench.tape.Verdict.Figure;
import java.util.List;

/**
 * What {@link BinanceCheck} found.
 *
 * @param books messages after which the two books were compared in every level
 * @param equalBooks how often they were equal
 * @param firstDifference where they first were not, in words; empty when they always were
 * @param quotedById books for which the raw recording has a best quote of the same moment: the last
 *     one whose update id is not above the book's
 * @param agreeingById how often prices and sizes of the two were equal
 * @param quotedByTime books for which the Tardis recording has a quote made no later, by the
 *     matching engine's time
 * @param agreeingByTime how often the prices of the two were equal; times of 1 ms cannot order all
 */
record BinanceAgreement(
    long books,
    long equalBooks,
    String firstDifference,
    long quotedById,
    long agreeingById,
    long quotedByTime,
    long agreeingByTime) {

  /**
   * Books that differ are mismatches, and best levels that differ from the quote of the same id.
   */
  Verdict verdict() {
    long mismatches = books - equalBooks + quotedById - agreeingById;
    return new Verdict(
        List.of(
            Figure.count("books compared in every level", books),
            Figure.count("books that differ", books - equalBooks),
            Figure.count("books with a raw quote of the same update", quotedById),
            Figure.share(
                "share whose best prices and sizes are the quote's", agreeingById, quotedById),
            Figure.count("books with a Tardis quote by time", quotedByTime),
            Figure.share("share whose best prices are the quote's", agreeingByTime, quotedByTime)),
        mismatches,
        firstDifference.isEmpty() ? null : firstDifference);
  }
}
