package io.makerbench.tape;

/**
 * Levels of one depth message, kept until it is known whether a book can be built with them.
 *
 * @param place where it was read, for {@link BinancePlaces}
 * @param exchangeNs when it was sent
 * @param transactionNs when the matching engine did what it tells last
 * @param previous last update of the message before it; of a snapshot its last update
 * @param last its last update
 * @param sides {@link Levels#BID} or {@link Levels#ASK}, by level
 */
record BookDiff(
    long place,
    long exchangeNs,
    long transactionNs,
    long localNs,
    long previous,
    long last,
    byte[] sides,
    double[] prices,
    double[] sizes) {
  int levels() {
    return sides.length;
  }
}
