package io.makerbench.workbench.replay;

import io.makerbench.tape.BookStates;

/** The clock of the recording on which an episode was played. */
enum Clock {
  EXCHANGE,
  LOCAL;

  /**
   * The clock an episode was played on: the receiver's when its first tick is the arrival of a book
   * state, the exchange's otherwise.
   */
  static Clock of(BookStates states, long firstTickNs) {
    long row = RowRange.firstAtOrAfter(states.rows(), states::localTime, firstTickNs);
    return row < states.rows() && states.localTime(row) == firstTickNs ? LOCAL : EXCHANGE;
  }

  long time(long exchangeNs, long localNs) {
    return this == LOCAL ? localNs : exchangeNs;
  }
}
